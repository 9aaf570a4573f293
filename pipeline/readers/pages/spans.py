"""Signs on stretches of a line or paragraph, before they are marks."""

from typing import NamedTuple

from pipeline.model import MarkKind


class Span(NamedTuple):
    """A sign on characters start..end of a text."""

    kind: MarkKind
    start: int
    end: int
    colour: str | None = None
    text: str | None = None
