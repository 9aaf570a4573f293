"""The values that flow from the readers to curation: what a document says, before any meaning.

Standard library only. Lengths are points (1/72 inch), pages count from 1, rows, columns,
tables and positions from 0, colours are "RRGGBB" in upper case.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class MarkKind(StrEnum):
    """What, besides words, a stretch of text carries."""

    HIGHLIGHT = "highlight"  # a colour behind some of the words: w:highlight, run shading, a rectangle
    SHADING = "shading"  # a colour behind the whole paragraph
    FONT = "font"  # coloured letters (never black, white or automatic)
    SHAPE = "shape"  # a drawn shape with a fill; `text` is its description if it has one
    PICTURE = "picture"  # an image; `colour` is its main colour if it has one
    CHECKBOX = "checkbox"  # a form control; `text` is "checked" or "unchecked"
    BOLD = "bold"
    LIST_ITEM = "list_item"  # the paragraph is an item; `text` is its level, from "0"
    LINK = "link"  # `text` is the address
    STRUCK = "struck"  # struck through, still part of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A sign on characters start..end of a text (end excluded; start == end: beside it)."""

    kind: MarkKind
    start: int
    end: int
    colour: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a page, in points from the page's top left as it is read."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


def _pages(boxes: tuple[Box, ...]) -> tuple[int, ...] | None:
    if len(boxes) < 2:
        return (boxes[0].page,) if boxes else None
    return tuple(sorted({box.page for box in boxes}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a grid; a merged cell is one Cell that spans rows or columns.

    `text` holds its paragraphs parted by newlines, automatic numbers included, bullets left
    out; a nested table's cells are parted by tabs and its rows by newlines.
    """

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    text: str = ""
    fill: str | None = None
    marks: tuple[Mark, ...] = ()
    boxes: tuple[Box, ...] = ()

    @property
    def pages(self) -> tuple[int, ...] | None:
        """The pages it stands on, in order; None where the format has no pages."""
        return _pages(self.boxes)


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a document by its coordinates."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as printed.

    `table` numbers the document's top-level tables in reading order from 0; nested tables are numbered
    after all of those, `parent` says in which cell they stand.
    """

    table: int
    n_rows: int
    n_columns: int
    cells: tuple[Cell, ...]
    parent: CellPlace | None = None
    header_rows: int = 0  # rows declared to repeat as the heading; 0 where the format doesn't say


class BlockKind(StrEnum):
    """What kind of block a piece of prose is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    TEXT_BOX = "text_box"
    PAGE_HEADER = "page_header"  # running heads and feet, once each
    PAGE_FOOTER = "page_footer"
    TABLE = "table"  # stands where grid `table` stands
    BALLOON = "balloon"  # a comment in Word's margin: author, date, and what it points to


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One step of the reading order: a paragraph, or the place of a table."""

    position: int
    kind: BlockKind
    text: str = ""
    level: int | None = None  # of a heading, from 1
    list_level: int | None = None  # of a list item, from 0
    table: int | None = None  # of kind TABLE
    marks: tuple[Mark, ...] = ()
    boxes: tuple[Box, ...] = ()
    author: str | None = None  # of a balloon
    date: datetime | None = None  # of a balloon
    anchor: CellPlace | None = None  # of a balloon or footnote: the cell it points to
    anchor_position: int | None = None  # of a balloon or footnote: the block it points to

    @property
    def pages(self) -> tuple[int, ...] | None:
        """The pages it stands on, in order; None where the format has no pages."""
        return _pages(self.boxes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a file says, verbatim, in reading order. Both readers return it."""

    document_id: str  # SHA-256 of the file's bytes, lower-case hex
    format: str  # "docx" or "pdf"
    file_name: str
    n_pages: int | None  # None for DOCX
    blocks: tuple[Block, ...]
    grids: tuple[Grid, ...]
    title: str | None = None  # the file's title property
    language: str | None = None  # what the file declares, if anything; a hint only
    doubts: tuple[str, ...] = field(default=())  # what the reader could not tell, a sentence each
