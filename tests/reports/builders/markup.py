"""A report as neutral values: paragraphs, runs, cells, tables. docx.py and web.py write them out.

Inline text knows `**bold**` and `[words](address)`; a line that starts with `• ` is a list item.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<words>[^\]]+)\]\((?P<address>https?://[^)]+)\)")  # **so** or [so](https://…)


@dataclass(frozen=True, kw_only=True)
class Run:
    """Some words with their looks; colours are RRGGBB, `highlight` one of Word's names, `xml` stands for the run as it is."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    colour: str | None = None
    highlight: str | None = None
    shade: str | None = None
    address: str | None = None
    font: str | None = None
    note: int | None = None
    balloon: int | None = None
    xml: str | None = None
    html: str | None = None


@dataclass(frozen=True, kw_only=True)
class Para:
    """A paragraph; `style` is p, title, h1, h2, item or caption."""

    runs: tuple[Run, ...]
    style: str = "p"
    shade: str | None = None
    centred: bool = False
    after_break: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell; `shading` is raw w:shd for fills that are no plain RRGGBB, then `fill` is what a page shows."""

    content: tuple["Para | Table", ...] = ()
    fill: str | None = None
    shading: str | None = None
    across: int = 1
    down: int = 1
    head: bool = False
    control: str | None = None
    borders: str | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table; `rules` is all, rows, dotted or none; `widths` in centimetres; `head` rows repeat when `repeat`; `controlled_rows` stand in content controls."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    head: int = 1
    repeat: bool = True
    rules: str = "all"
    style: str | None = None
    look: str = "0000"
    keep_rows: bool = False
    controlled_rows: frozenset[int] = frozenset()


@dataclass(kw_only=True)
class Document:
    """A whole report."""

    language: str
    content: list[Para | Table]
    title: str | None = None
    landscape: bool = True
    right_to_left: bool = False
    font: str = "DejaVu Sans"
    size: float = 8
    running_head: str | None = None
    running_foot: str | None = None
    notes: Sequence[str] = ()
    balloons: Sequence[tuple[str, str, str]] = ()  # author, ISO time, text
    table_styles: str = ""
    theme: str | None = None
    parts: dict[str, bytes] = field(default_factory=dict)  # word/media/…
    relations: Sequence[tuple[str, str, str]] = ()  # id, type, target
    css: str = ""
    extra_styles: str = ""


def runs(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Parse inline text."""
    out, at = [], 0
    for hit in INLINE.finditer(text):
        if hit.start() > at:
            out.append(Run(text=text[at : hit.start()], bold=bold))
        out.append(Run(text=hit["bold"], bold=True) if hit["bold"] else Run(text=hit["words"], address=hit["address"], bold=bold))
        at = hit.end()
    if at < len(text):
        out.append(Run(text=text[at:], bold=bold))
    return tuple(out)


def paras(text: str, *, bold: bool = False) -> tuple[Para, ...]:
    """Parse lines: each is a paragraph or, after a bullet, a list item."""
    made = []
    for line in text.split("\n"):
        item = line.startswith("• ")
        made.append(Para(runs=runs(line[2:] if item else line, bold=bold), style="item" if item else "p"))
    return tuple(made)


def cell(content: "str | Run | Para | Table | Sequence[Run | Para | Table] | None" = None, fill: str | None = None, **looks: object) -> Cell:
    """Make a cell of text, a run, or of blocks."""
    bold = bool(looks.pop("bold", False))
    if content is None or content == "":
        blocks: tuple[Para | Table, ...] = ()
    elif isinstance(content, str):
        blocks = paras(content, bold=bold)
    elif isinstance(content, Run):
        blocks = (Para(runs=(content,)),)
    elif isinstance(content, Para | Table):
        blocks = (content,)
    elif all(isinstance(c, Run) for c in content):
        blocks = (Para(runs=tuple(content)),)
    else:
        blocks = tuple(content)
    return Cell(content=blocks, fill=fill, **looks)


def heads(*texts: str, fill: str | None = "D9D9D9") -> tuple[Cell, ...]:
    """Make a heading row."""
    return tuple(cell(t, fill, bold=True, head=True) for t in texts)


def p(text: str) -> Para:
    """A paragraph."""
    return paras(text)[0]


def title(text: str) -> Para:
    """The report's title."""
    return Para(runs=runs(text), style="title")


def h1(text: str, *, after_break: bool = False) -> Para:
    """A heading of level 1."""
    return Para(runs=runs(text), style="h1", after_break=after_break)


def h2(text: str) -> Para:
    """A heading of level 2."""
    return Para(runs=runs(text), style="h2")


def plain(text: str | None) -> str | None:
    """Return inline text as a reader should see it: no marks, no bullets."""
    if text is None:
        return None
    lines = (line.removeprefix("• ") for line in text.split("\n"))
    return "\n".join("".join(r.text for r in runs(line)) for line in lines)
