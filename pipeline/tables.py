"""Every curated table and column, declared once.

Arrow schemas, the data dictionary, datapackage.json and the suites' skeleton derive from here.
A new column is one declaration.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

Value = str | int | float | bool | date | datetime | tuple[str, ...] | tuple[int, ...] | None
Row = dict[str, Value]


class Rating(StrEnum):
    """The traffic light."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Completion(StrEnum):
    """OGP's scale of completion."""

    NOT_STARTED = "not_started"
    LIMITED = "limited"
    SUBSTANTIAL = "substantial"
    COMPLETE = "complete"
    WITHDRAWN = "withdrawn"


class RatingBasis(StrEnum):
    """What carries a rating."""

    FILL = "fill"
    TEXT = "text"
    MARK = "mark"
    PERCENT = "percent"
    SYMBOL = "symbol"
    SHAPE = "shape"


class RatingIssue(StrEnum):
    """Why a printed rating was not read."""

    COLOUR_AND_TEXT_DISAGREE = "colour_and_text_disagree"
    OUTSIDE_LEGEND = "outside_legend"


class DateIssue(StrEnum):
    """Why a printed date was not read."""

    AMBIGUOUS = "ambiguous"  # day and month both fit
    UNREADABLE = "unreadable"


class MilestoneIssue(StrEnum):
    """Why a comment belongs to no milestone though its table's others do."""

    NAMES_NONE = "names_none"
    NAMES_UNKNOWN = "names_unknown"


class Proposal(StrEnum):
    """How a comment proposes a rating."""

    EXPLICIT = "explicit"
    CONDITIONAL = "conditional"
    NONE = "none"


class OrganisationKind(StrEnum):
    """What kind of body comments."""

    NGO = "ngo"
    GOVERNMENT = "government"
    INTERNATIONAL = "international"
    PRIVATE = "private"
    ACADEMIA = "academia"
    MEDIA = "media"
    INDIVIDUAL = "individual"
    UNKNOWN = "unknown"


class ReportKind(StrEnum):
    """Which report of the action plan's cycle it is."""

    END_OF_TERM = "end_of_term"
    MIDTERM = "midterm"
    ANNUAL = "annual"
    PROGRESS = "progress"
    COMMITMENT = "commitment"
    UNKNOWN = "unknown"


class RatingScheme(StrEnum):
    """How a report rates."""

    COLOUR = "colour"
    COMPLETION = "completion"
    PERCENT = "percent"
    WORDS = "words"
    MIXED = "mixed"


class ClaimUnit(StrEnum):
    """What a claim counts."""

    MILESTONES = "milestones"
    COMMITMENTS = "commitments"


class Status(StrEnum):
    """What became of a submission."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    RENDITION = "rendition"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    WITHDRAWN = "withdrawn"


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"


class FindingStatus(StrEnum):
    """Whether a finding still asks for something."""

    OPEN = "open"
    ACCEPTED = "accepted"


class CheckStatus(StrEnum):
    """What a rule came to."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not_run"


class ChangeKind(StrEnum):
    """What a later submission did to a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Reason(StrEnum):
    """Why a text is in `unmapped`. Only not_understood raises a finding."""

    PLACEHOLDER = "placeholder"
    NO_COLUMN = "no_column"
    SUMMARY = "summary"
    RUNNING_HEAD = "running_head"
    OTHER_TABLE = "other_table"
    HEADING = "heading"
    LEGEND = "legend"
    NOT_UNDERSTOOD = "not_understood"


class Type(StrEnum):
    """A column's type, by the contract's names."""

    STR = "str"
    CODE = "code"  # a string from a small set: dictionary-encoded
    INT16 = "int16"
    INT32 = "int32"
    INT64 = "int64"
    FLOAT64 = "float64"
    BOOL = "bool"
    DATE = "date32"
    TIMESTAMP = "timestamp[us, UTC]"
    STRINGS = "list<str>"
    INTS = "list<int32>"


Terms = type[StrEnum]
"""A closed set of values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, type and meaning; `terms` is the closed set of its values, if there is one."""

    name: str
    type: Type
    doc: str
    terms: Terms | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: what a row is, which columns name it, and its columns in order. Keys refuse nulls, nothing else does."""

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """Return the column of that name."""
        return next(c for c in self.columns if c.name == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one document means: its curated rows, by table. Curation returns it.

    `tables` holds rows of reports (exactly one), commitments, milestones, ratings, comments,
    claims, narrative and unmapped. `layout` names how its tables were recognised.
    """

    report_id: str
    layout: str
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Curated tables that belong together, as rows; what pure stages take and give."""

    tables: Mapping[str, Sequence[Row]]


def _str(name: str, doc: str) -> Column:
    return Column(name=name, type=Type.STR, doc=doc)


def _code(name: str, doc: str, terms: Terms | None = None) -> Column:
    return Column(name=name, type=Type.CODE, doc=doc, terms=terms)


def _of(type_: Type, name: str, doc: str) -> Column:
    return Column(name=name, type=type_, doc=doc)


REPORT_ID = _code("report_id", "The report: country code, years, kind, and locality or commitment number where it has one.")
POSITION = _of(Type.INT32, "position", "Order within the report, from 0.")
CORRECTED = _of(Type.STRINGS, "corrected", "Columns whose value comes from the sidecar beside the document; empty where none does.")

SOURCE = (
    _code("document_id", "SHA-256 of the file the row comes from."),
    _of(Type.INT32, "source_table", "The table in the document, from 0 (nested tables after the others); null for prose."),
    _of(Type.INT32, "source_row", "The row in that table, from 0; null for prose."),
    _of(Type.INTS, "source_pages", "The pages it stands on, from 1; null for DOCX."),
)

ASSESSMENT = (
    _code("rating", "The government's own assessment. Null where none is printed or the printed one can't be told.", Rating),
    _code("completion", "The level on OGP's completion scale, only where the report states it on that scale.", Completion),
    _of(Type.FLOAT64, "percent_complete", "Percent complete, 0 to 100, where the report states it."),
    _str("rating_text", "The rating's words or sign as printed; for a tick, the heading above it."),
    _str("rating_fill", "The colour that carries the rating, RRGGBB."),
    _code("rating_basis", "What the rating was read from.", RatingBasis),
    _code("rating_issue", "Why a printed rating was not read.", RatingIssue),
    _str("evidence", "The government's own text in support of its rating, comments taken out."),
    _str("reasons", "Why the government rates it so."),
    _str("next_steps", "What the government says it will do next."),
    _str("responsible", "The person or body responsible, without contacts."),
    _of(Type.DATE, "start_date", "Actual start; a month printed alone is its first day."),
    _of(Type.DATE, "end_date", "Actual end; a month printed alone is its last day."),
    _of(Type.DATE, "start_date_planned", "Planned start, where the report parts planned from actual."),
    _of(Type.DATE, "end_date_planned", "Planned end, where the report parts planned from actual."),
    _str("start_date_text", "The start as printed, the whole cell."),
    _str("end_date_text", "The end as printed, the whole cell."),
    _code("date_issue", "Why a printed start or end date was not read.", DateIssue),
    _of(Type.STRINGS, "absent_columns", "Which of evidence, reasons, next_steps the row's table has no column for."),
)

SUBMISSIONS = Table(
    name="submissions",
    grain="one row per file ever taken in",
    key=("document_id", "source_path"),
    columns=(
        _code("document_id", "SHA-256 of the file's bytes."),
        _str("source_path", "Where the file lies, relative to the raw location."),
        _str("file_name", "The file's name."),
        _code("format", "docx, pdf, or what else the bytes are."),
        _of(Type.INT64, "size_bytes", "The file's size."),
        _of(Type.INT32, "n_pages", "Pages of a PDF; null for DOCX."),
        _code("status", "What became of it.", Status),
        _str("status_reason", "A code, a sentence and what to do, where it isn't current."),
        _code("report_id", "The report it is a submission of; null where it could not be read."),
        _code("layout", "The layout its tables were recognised as."),
        _of(Type.TIMESTAMP, "received_at", "When the file was first seen."),
        _of(Type.TIMESTAMP, "processed_at", "When it was last read and curated."),
        _code("pipeline_version", "The version of the pipeline that read it."),
    ),
)

REPORTS = Table(
    name="reports",
    grain="one row per report",
    key=("report_id",),
    columns=(
        REPORT_ID,
        _code("country", "English short name of the country (ISO 3166)."),
        _str("country_text", "The country as printed."),
        _code("country_code", "ISO 3166-1 alpha-3."),
        _str("locality", "The local government, where it is a local report."),
        _str("action_plan", "The action plan's name as printed."),
        _str("period", "The plan's period as printed."),
        _of(Type.INT16, "period_start_year", "First year of the plan."),
        _of(Type.INT16, "period_end_year", "Last year of the plan."),
        _code("report_kind", "Which report of the cycle it is.", ReportKind),
        _of(Type.DATE, "date_prepared", "The day the report was prepared; null where only a month is printed."),
        _str("date_prepared_text", "That date as printed."),
        _code("date_issue", "Why the printed date was not read.", DateIssue),
        _code("language", "BCP 47 primary subtag of the report's language."),
        _str("title", "The title as printed, else the file's title property."),
        _code("rating_scheme", "How the report rates.", RatingScheme),
        _of(Type.INT32, "n_commitments", "Commitments in the tables."),
        _of(Type.INT32, "n_milestones", "Milestones in the tables."),
        _of(Type.INT32, "n_comments", "Comments by others than the author."),
        _str("reading_doubts", "What could not be read of the file, a sentence a line: pages without text, glyphs without letters, hidden words."),
        CORRECTED,
        *SOURCE,
    ),
)

COMMITMENTS = Table(
    name="commitments",
    grain="one row per commitment per report",
    key=("commitment_id",),
    columns=(
        REPORT_ID,
        _str("commitment_id", "The report's id, /c and the number."),
        _str("commitment_number", "The number as printed."),
        POSITION,
        _str("title", "The commitment's title."),
        _str("lead_institution", "The body responsible for the commitment."),
        _str("supporting_institutions", "Other bodies involved, one a line."),
        _str("description", "What the commitment is."),
        _str("problem", "The problem it addresses."),
        *ASSESSMENT,
        CORRECTED,
        *SOURCE,
    ),
)

MILESTONES = Table(
    name="milestones",
    grain="one row per milestone per report",
    key=("milestone_id",),
    columns=(
        REPORT_ID,
        _str("milestone_id", "The report's id, the commitment's where numbers start anew, /m and the number."),
        _str("commitment_id", "The commitment it belongs to."),
        _str("milestone_number", "The number as printed: 17, 2.2.2 (a), II/1."),
        POSITION,
        _str("title", "What the milestone is."),
        *ASSESSMENT,
        CORRECTED,
        *SOURCE,
    ),
)

RATINGS = Table(
    name="ratings",
    grain="one row per printed rating, where a report prints more than one for a row",
    key=("row_id", "as_of_text"),
    columns=(
        REPORT_ID,
        _str("row_id", "The commitment or milestone it rates."),
        _of(Type.DATE, "as_of", "The date the rating holds for."),
        _str("as_of_text", "That date as printed (a heading)."),
        *ASSESSMENT[:5],
        *SOURCE,
    ),
)

COMMENTS = Table(
    name="comments",
    grain="one row per dated comment of anyone but the author",
    key=("comment_id",),
    columns=(
        REPORT_ID,
        _str("comment_id", "The id of what it belongs to, /k and a number from 1."),
        _str("milestone_id", "The milestone it is on."),
        _str("commitment_id", "The commitment it is on, filled for a milestone's comment too."),
        _str("section", "The heading it stands under, outside the tables."),
        POSITION,
        _str("organisation", "Who comments: one spelling for one body."),
        _str("organisation_text", "Who comments, as printed."),
        _of(Type.STRINGS, "co_organisations", "The other bodies, where one header names several."),
        _code("organisation_kind", "What kind of body it is.", OrganisationKind),
        _of(Type.DATE, "comment_date", "The comment's date."),
        _str("comment_date_text", "That date as printed."),
        _code("date_issue", "Why the printed date was not read.", DateIssue),
        _str("text", "What it says."),
        _str("response", "The author's answer to it."),
        _code("proposed_rating", "The rating it proposes.", Rating),
        _code("proposal", "How it proposes it.", Proposal),
        _str("proposal_text", "The sentence that proposes a rating or asks for a new assessment."),
        _code("confirmed_rating", "The rating it names and agrees with.", Rating),
        _of(Type.BOOL, "asks_reevaluation", "Whether it asks for a new assessment."),
        _code("milestone_issue", "Why it belongs to no milestone though others of its table do.", MilestoneIssue),
        CORRECTED,
        *SOURCE,
    ),
)

CLAIMS = Table(
    name="claims",
    grain="one row per number the narrative states",
    key=("claim_id",),
    columns=(
        REPORT_ID,
        _str("claim_id", "The report's id, /n and its position."),
        _str("section", "The heading it stands under."),
        _of(Type.STRINGS, "commitments", "The commitments it speaks of; empty: the whole report."),
        _code("unit", "What it counts.", ClaimUnit),
        _code("rating", "The rating it counts; with completion null: all of them.", Rating),
        _code("completion", "The level it counts.", Completion),
        _of(Type.INT32, "stated", "The number the report states."),
        _of(Type.FLOAT64, "share", "The share it states, 0 to 1."),
        _of(Type.INT32, "counted", "What the tables say; null where they can't tell."),
        _of(Type.INT32, "sentence_total", "The total that the sentence's shares are of; null where it has none."),
        _str("text", "The sentence."),
        *SOURCE,
    ),
)

NARRATIVE = Table(
    name="narrative",
    grain="one row per paragraph of prose",
    key=("report_id", "position"),
    columns=(
        REPORT_ID,
        POSITION,
        _str("section", "The nearest heading above; null before the first."),
        _of(Type.INT16, "section_level", "That heading's level, from 1."),
        _code("kind", "paragraph, list_item, caption or heading."),
        _str("text", "The paragraph."),
        *SOURCE,
    ),
)

UNMAPPED = Table(
    name="unmapped",
    grain="one row per text that no rule placed elsewhere",
    key=("report_id", "position"),
    columns=(
        REPORT_ID,
        POSITION,
        _str("where", "Its place: table, row and column, or the prose around it."),
        _str("heading", "The heading it stands under, in its table or the text."),
        _str("text", "The text."),
        _code("reason", "Why it is here.", Reason),
        *SOURCE,
    ),
)

FINDINGS = Table(
    name="findings",
    grain="one row per fault found",
    key=("finding_id",),
    columns=(
        REPORT_ID,
        _str("finding_id", "Stays the same from run to run while the fault does."),
        _code("rule", "The rule it breaks."),
        _code("severity", "How bad it is.", Severity),
        _code("table", "The table it stands in."),
        _str("row_id", "The row it stands on."),
        _code("column", "The column it is about."),
        _str("message", "What, where and what to do, for a person."),
        _str("observed", "What is there."),
        _str("expected", "What should be."),
        *SOURCE,
        _code("suite", "The suite that found it."),
        _code("status", "Whether it still asks for something.", FindingStatus),
        _str("accepted_reason", "Why it was accepted."),
        _of(Type.TIMESTAMP, "first_seen", "When it was first found."),
    ),
)

CHECKS = Table(
    name="checks",
    grain="one row per rule and table of the newest validation",
    key=("suite", "rule", "table"),
    columns=(
        _code("suite", "The suite."),
        _code("rule", "The rule."),
        _code("severity", "Its severity.", Severity),
        _code("table", "The table it was held against."),
        _of(Type.INT64, "evaluated", "Rows it looked at."),
        _of(Type.INT64, "failed", "Rows that broke it."),
        _code("status", "What it came to.", CheckStatus),
        _of(Type.FLOAT64, "seconds", "How long it took."),
    ),
)

CHANGES = Table(
    name="changes",
    grain="one row per value that a later submission changed",
    key=("report_id", "to_document_id", "table", "row_id", "column", "kind"),
    columns=(
        REPORT_ID,
        _code("from_document_id", "The earlier submission."),
        _code("to_document_id", "The later one."),
        _code("table", "The table."),
        _str("row_id", "The row."),
        _code("column", "The column; null for a row added or removed."),
        _str("old", "The value before."),
        _str("new", "The value after."),
        _code("kind", "What happened.", ChangeKind),
    ),
)

DISAGREEMENTS = Table(
    name="disagreements",
    grain="one row per row of a report that its rendition in another format gives otherwise",
    key=("report_id", "document_id", "table", "row_id", "column"),
    columns=(
        REPORT_ID,
        _code("table", "The table."),
        _str("row_id", "The row, by its id in the leading document."),
        _code("column", "The first column that differs; null where the row is in one of them only."),
        _str("leading", "What the leading document says."),
        _str("rendition", "What the rendition says."),
        *SOURCE,
    ),
)

TABLES: Mapping[str, Table] = {
    t.name: t
    for t in (
        SUBMISSIONS,
        REPORTS,
        COMMITMENTS,
        MILESTONES,
        RATINGS,
        COMMENTS,
        CLAIMS,
        NARRATIVE,
        UNMAPPED,
        FINDINGS,
        CHECKS,
        CHANGES,
        DISAGREEMENTS,
    )
}

REPORT_TABLES = ("reports", "commitments", "milestones", "ratings", "comments", "claims", "narrative", "unmapped")
"""The tables that curation of one document fills."""


def blank_row(table: Table, values: Row) -> Row:
    """Return a row of the table with every column, those not given null (lists of strings empty).

    Raises:
        KeyError: A name that the table has no column for.
    """
    names = {c.name for c in table.columns}
    unknown = set(values) - names
    if unknown:
        raise KeyError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    return {c.name: values.get(c.name, () if c.type is Type.STRINGS else None) for c in table.columns}


def _arrow_type(type_: Type) -> "pa.DataType":
    import pyarrow as pa

    return {
        Type.STR: pa.string(),
        Type.CODE: pa.dictionary(pa.int32(), pa.string()),
        Type.INT16: pa.int16(),
        Type.INT32: pa.int32(),
        Type.INT64: pa.int64(),
        Type.FLOAT64: pa.float64(),
        Type.BOOL: pa.bool_(),
        Type.DATE: pa.date32(),
        Type.TIMESTAMP: pa.timestamp("us", tz="UTC"),
        Type.STRINGS: pa.list_(pa.string()),
        Type.INTS: pa.list_(pa.int32()),
    }[type_]


@cache
def arrow_schema(name: str) -> "pa.Schema":
    """Return the Arrow schema of a table, each field with its description."""
    import pyarrow as pa

    table = TABLES[name]
    return pa.schema(
        [
            pa.field(c.name, _arrow_type(c.type), nullable=c.name not in table.key or c.name == "column", metadata={"description": c.doc})
            for c in table.columns
        ],
        metadata={"grain": table.grain},
    )
