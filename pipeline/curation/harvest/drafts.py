"""What is known of commitments, milestones and comments while a document is read; ids and rows come last."""

from dataclasses import dataclass, field
from datetime import date

from pipeline.curation.comments.blocks import CommentBlock
from pipeline.curation.signs.ratings import RatingReading
from pipeline.model import Cell, CellPlace
from pipeline.tables import DateIssue, MilestoneIssue

LOOKED_FOR = ("evidence", "reasons", "next_steps")
"""The columns whose absence from a table is noted."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from."""

    table: int | None
    row: int | None
    pages: tuple[int, ...] | None


@dataclass(slots=True)
class DateDraft:
    """A start or an end as far as it is known."""

    actual: date | None = None
    planned: date | None = None
    text: str | None = None
    issue: DateIssue | None = None
    is_parted: bool = False  # a label in its cell says "actual", dated or not


@dataclass(slots=True)
class CommentDraft:
    """A comment and what it belongs to; both null: the report as a whole."""

    block: CommentBlock
    source: Source
    section: str | None = None
    milestone: "Draft | None" = None
    commitment: "Draft | None" = None
    milestone_issue: MilestoneIssue | None = None


@dataclass(slots=True)
class DatedRating:
    """A rating as of a date, one of several of a row."""

    as_of_text: str
    as_of: date | None
    reading: RatingReading


@dataclass(slots=True, eq=False)
class Draft:
    """A commitment or a milestone. `texts` holds the paragraphs of each text column, in order."""

    source: Source
    number: str | None = None
    title: str | None = None
    parent: "Draft | None" = None  # a milestone's commitment
    section: str | None = None  # the heading it stands under
    texts: dict[str, list[str]] = field(default_factory=dict)
    rating: RatingReading = field(default_factory=lambda: RatingReading(is_blank=True))
    dated: list[DatedRating] = field(default_factory=list)
    start: DateDraft = field(default_factory=DateDraft)
    end: DateDraft = field(default_factory=DateDraft)
    present: set[str] = field(default_factory=set)  # of LOOKED_FOR: those its table has a place for
    is_lettered: bool = False
    is_commitment: bool = False

    def add(self, column: str, text: str) -> None:
        """Add a paragraph to a text column, unless the same stands there already (a merged cell)."""
        paragraphs = self.texts.setdefault(column, [])
        if text and text not in paragraphs:
            paragraphs.append(text)

    def text(self, column: str) -> str | None:
        """Return a text column's value."""
        return "\n".join(self.texts.get(column, ())) or None


@dataclass(slots=True)
class Harvest:
    """All drafts of one document, in the order they are printed."""

    commitments: list[Draft] = field(default_factory=list)
    milestones: list[Draft] = field(default_factory=list)
    comments: list[CommentDraft] = field(default_factory=list)
    by_place: dict[CellPlace, Draft] = field(default_factory=dict)  # which draft a cell's text went to
    layouts: list[str] = field(default_factory=list)  # what each understood table was recognised as


def source_of(table: int, row: int, *cells: Cell) -> Source:
    """Return the source of a row from the cells it was read from."""
    pages = sorted({p for c in cells for p in (c.pages or ())})
    return Source(table, row, tuple(pages) or None)
