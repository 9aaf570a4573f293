"""Who comments: bodies out of what is printed, their kind, and one spelling for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.tables import OrganisationKind


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a header names it: its name without legal form, the text as printed, and the others named with it."""

    name: str
    text: str
    kind: OrganisationKind = OrganisationKind.UNKNOWN
    co: tuple[str, ...] = ()


def read_body(text: str, languages: Sequence[str], heading_kind: OrganisationKind | None = None) -> Body:
    """Read the bodies that a header or a cell names."""
    return Body(text, text, heading_kind or OrganisationKind.UNKNOWN)


def settle(bodies: Iterable[Body]) -> Mapping[str, str]:
    """Return one spelling for each name (of `name` and `co`) across a report."""
    return {name: name for body in bodies for name in (body.name, *body.co)}
