"""Comments among the author's own lines: who says what, when, and what the author answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from pipeline.curation.organisations import Body
from pipeline.curation.proposals import ProposalReading
from pipeline.dates import DateContext, DateReading
from pipeline.model import Mark
from pipeline.tables import DateIssue, OrganisationKind, Rating


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a cell or of the prose; `key` is the caller's own."""

    text: str
    marks: tuple[Mark, ...] = ()
    key: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentContext:
    """What is known of the report where a comment is read."""

    languages: tuple[str, ...] = ()
    dates: DateContext = DateContext()
    legend_words: Mapping[str, Rating] = field(default_factory=dict)
    known: frozenset[str] = frozenset()  # folded names of bodies that comment elsewhere in the report: see `bodies_in`
    column_is_comments: bool = False
    default_kind: OrganisationKind | None = None  # what the heading says of everyone in the column


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentBlock:
    """One comment. `lines` are the indexes of the lines it used, its header's included."""

    organisation_text: str | None
    body: Body | None
    comment_date: date | None
    date_reading: DateReading | None
    date_text: str | None
    date_issue: DateIssue | None
    text: str
    response: str | None
    proposal: ProposalReading
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """The author's own text in line `index`, whole or what stands before a header in mid-line."""

    index: int
    text: str


@dataclass(frozen=True, slots=True)
class Split:
    """Lines parted into the author's own and the comments."""

    own: tuple[Own, ...]
    comments: tuple[CommentBlock, ...]


def bodies_in(texts: Sequence[str], context: CommentContext) -> frozenset[str]:
    """Return the folded names of bodies that sign dated comments anywhere in a report: pass as `known`."""
    return frozenset()


def split_comments(lines: Sequence[Line], context: CommentContext) -> Split:
    """Part the author's own lines from the comments among them. A comment runs to the next header or the last line."""
    return Split(tuple(Own(n, line.text) for n, line in enumerate(lines)), ())


def read_comment_row(
    organisation: str | None, date_text: str | None, text: str | None, response: str | None, context: CommentContext
) -> tuple[CommentBlock, ...]:
    """Read a row of a table of comments; the organisation's cell may hold the date too, the text's cell headers of its own."""
    return ()


def read_balloon(author: str | None, when: datetime | None, text: str, context: CommentContext) -> CommentBlock:
    """Read a comment of Word's margin."""
    raise NotImplementedError
