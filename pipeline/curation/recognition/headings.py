"""A table's headings → what each column means, and how sure that is."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.curation.grids import View
from pipeline.curation.wording.matching import AND, Match, fold
from pipeline.curation.wording.words import FIELD_KEYS, LETTERS, NO_COLUMN_KEYS, STATUS_KEYS, Words
from pipeline.dates import DateContext, read_date
from pipeline.model import Cell

MIN_SCORE = 0.68  # a heading matched worse than this is unknown
MAX_HEADING = 600  # characters; a longer cell is no heading
MAX_DEPTH = 3  # storeys of a heading
ANNEX_KEYS = frozenset({"comment_organisation", "comment_date", "comment_organisation_date", "comment_text", "comment_response", "comment_reference"})
MAX_SHORT = 80  # characters; a first row of longer cells is no heading unless its words are known
SURE = 0.95  # a heading matched so well names its field outright
ONE_OF = frozenset({"rating", "milestone", "commitment", "number", "percent"})
VOTED_FIELDS = frozenset({"milestone", "rating", "evidence", "reasons", "next_steps", "responsible", "end_date", "start_date", "comments"})
TITLED = frozenset({"milestone", "commitment", "description", "comment_text", "comments"})
NAMED_TOGETHER = frozenset({"evidence", "reasons", "next_steps"})

# "en", "ir" and "un" join in headings; elsewhere they are other words.
_JOINT = re.compile(rf"\s+(?:{AND}|en|ir|un)\s+|\s*[/,;]\s*", re.IGNORECASE)  # "Results and their sources"
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the field it holds, how sure, and what else its heading names.

    `field` is a heading key, "level" (one of several columns of which one is ticked), "status_on"
    (a status at the date in the heading), or None.
    """

    index: int
    heading: str = ""
    field: str | None = None
    score: float = 0.0
    level: str | None = None
    named: frozenset[str] = frozenset()
    joins: int | None = None  # the column before it whose wide heading it stands under too


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The heading of a run of rows."""

    row: int
    n_rows: int
    columns: tuple[Column, ...]

    @property
    def fields(self) -> frozenset[str]:
        """Every field that a column holds."""
        return frozenset(c.field for c in self.columns if c.field)

    @property
    def named(self) -> frozenset[str]:
        """Every field that some heading names, the second in a heading of several included."""
        return self.fields.union(*(c.named for c in self.columns))

    @property
    def score(self) -> float:
        """The sum of how sure the columns are."""
        return sum(c.score for c in self.columns)

    def of(self, field: str) -> tuple[Column, ...]:
        """Return the columns that hold a field."""
        return tuple(c for c in self.columns if c.field == field)


def read_header(view: View, row: int, words: Words, dates: DateContext, *, is_first: bool = False) -> Header | None:
    """Return the heading that begins at a row, or None where the row is none.

    Args:
        view: The table.
        row: The row in question.
        words: The report's vocabularies.
        dates: How its dates are read.
        is_first: Nothing but bands stands above, so a row that is half known is a heading too.
    """
    cells = view.filled(row)
    if len(cells) < 2 or any(c.row != row for c in cells) or any(len(c.text) > MAX_HEADING for c in cells):
        return None
    depth = _depth(view, row, words, dates)
    if row + depth >= view.n_rows or _is_label_and_values(cells, words):
        return None
    columns = _columns(view, row, depth, words, dates)
    if _is_heading_row(columns):
        return Header(row=row, n_rows=depth, columns=_voted(columns, words))
    voted = _voted(columns, words)
    if is_first and len(cells) >= 3 and all(len(c.text) <= MAX_SHORT for c in cells) and _is_heading_row(voted):
        return Header(row=row, n_rows=depth, columns=voted)
    return None


def _columns(view: View, row: int, depth: int, words: Words, dates: DateContext) -> tuple[Column, ...]:
    """What the columns hold by their headings: of a table of comments where they say so, else of ratings and texts."""
    for keys in (FIELD_KEYS, FIELD_KEYS - ANNEX_KEYS):
        columns = tuple(_column(view, row, depth, c, words, dates, keys) for c in range(view.n_columns))
        fields = {c.field for c in columns if c.score >= SURE - 0.1}
        if "rating" not in fields and ("comment_text" in fields or ("comments" in fields and fields & ANNEX_KEYS)):
            break
    return _one_heading_over_many(_with_a_title(_one_of_a_kind(_settle_levels(columns, words), words), words), view, row)


def _is_heading_row(columns: tuple[Column, ...]) -> bool:
    """Whether enough of a row's cells are headings: two that differ, one of them by name, and nearly half of all."""
    known = [c for c in columns if c.field]
    named = [c for c in columns if c.heading]
    distinct = {c.field if c.field not in ("level", "status_on") else (c.field, c.index) for c in known}
    by_name = [c for c in known if c.field not in ("level", "status_on")]
    return len(distinct) >= 2 and bool(by_name) and len(known) / len(named) >= 0.45


def _voted(columns: tuple[Column, ...], words: Words) -> tuple[Column, ...]:
    """In a row that is a heading by other columns, let the words of an unknown one vote for a field nobody holds yet.

    Beside comments they may vote for answers too: elsewhere "Action taken" is another thing.
    """
    free = VOTED_FIELDS - {c.field for c in columns if c.field}
    settled: list[Column] = []
    for column in columns:
        match = None
        if column.heading and not column.field and column.joins is None:
            is_beside = bool(settled) and settled[-1].field == "comments"
            match = words.headings.vote(column.heading, free | {"comment_response"} if is_beside else free)
        settled.append(replace(column, field=match.key, score=match.score) if match else column)
    return tuple(settled)


def _is_label_and_values(cells: Sequence[Cell], words: Words) -> bool:
    """Whether a row is "label, value, label, value" of a form rather than headings side by side."""
    if len(cells) < 2 or len(cells) % 2:
        return False
    scores = [match.score if (match := words.headings.match(c.text, FIELD_KEYS)) else 0.0 for c in cells]
    return all(s >= MIN_SCORE for s in scores[0::2]) and not any(s >= SURE - 0.1 for s in scores[1::2])


def _depth(view: View, row: int, words: Words, dates: DateContext) -> int:
    """How many rows the heading takes: what is merged downwards, or a second storey under a wide heading."""
    cells = view.starting(row)
    depth = max((c.row_span for c in cells), default=1)
    if depth > 1:
        return depth if depth <= MAX_DEPTH and all(_is_storeyed(c, view, row + depth) for c in cells) else 1
    wide = [c for c in cells if c.column_span > 1 and c.text.strip()]
    if not wide or row + 1 >= view.n_rows:
        return 1
    below = view.starting(row + 1)
    for cell in below:
        under = view.at(row, cell.column)
        if not cell.text.strip():
            continue
        if under is None or (under not in wide and under.text.strip()) or not _is_heading(cell.text, words, dates):
            return 1
    return 2 if sum(bool(c.text.strip()) for c in below) >= 2 else 1


def _is_storeyed(cell: Cell, view: View, end: int) -> bool:
    """Whether a cell is of a heading down to a row: merged so far, or wide over narrower ones, or with blanks below it.

    A cell with one of its own width below it stands in a row under the heading, beside a cell that is merged over several of those.
    """
    below = [c for r in range(cell.row + cell.row_span, end) for c in view.starting(r) if c.column == cell.column and c.text.strip()]
    return all(c.column_span < cell.column_span for c in below)


def _is_heading(text: str, words: Words, dates: DateContext) -> bool:
    return bool(_status_key(text, words) or _field(text, words) or is_date(text, dates))


def is_date(text: str, dates: DateContext) -> bool:
    """Whether a text is a date and nothing else."""
    return bool(_DIGITS.search(text)) and len(text) <= 60 and read_date(text.strip(), dates) is not None


def _status_key(text: str, words: Words) -> str | None:
    if len(text) > 80 or not text.strip():
        return None
    match = words.ratings.match(text, STATUS_KEYS | frozenset(LETTERS), loose=len(text) > 4)
    return match.key if match and match.score >= 0.8 else None


def _field(text: str, words: Words, keys: frozenset[str] = FIELD_KEYS) -> tuple[str, float] | None:
    if _names_both(text, words):
        return "milestone", SURE
    match = meaning(text, words, keys) or words.headings.match(_without_plan(text, words), keys, loose=False)
    return (match.key, match.score) if match and match.score >= MIN_SCORE else None


def meaning(text: str, words: Words, keys: frozenset[str]) -> Match | None:
    """Return what a heading or a label means; of two things that "and" joins, the one that has a column ("Results and their sources")."""
    match = words.headings.match(text, keys)
    if match is None or match.key not in NO_COLUMN_KEYS or match.score >= SURE:
        return match
    parts = [words.headings.match(part, keys - NO_COLUMN_KEYS, loose=False) for part in _JOINT.split(text)]
    return next((part for part in parts if part is not None), match)


def _names_both(text: str, words: Words) -> bool:
    """Whether a heading is "Commitment / Milestone": its rows are the lower of the two."""
    parts = [p for p in text.split("/") if p.strip()]
    keys = {m.key for p in parts if (m := words.headings.match(p, frozenset({"commitment", "milestone"}), loose=False))}
    return len(parts) == 2 and len(keys) == 2


def _without_plan(text: str, words: Words) -> str:
    """Drop the word for planned or actual from a date's heading: "Fin previsto" → "fin"."""
    kept = [w for w in fold(text).split() if not {"planned", "actual"} & set(words.headings.exact.get(w, ()))]
    return " ".join(kept)


def _column(view: View, row: int, depth: int, index: int, words: Words, dates: DateContext, keys: frozenset[str]) -> Column:
    stack = _stack(view.at(r, index) for r in range(row, row + depth))
    if not stack:
        return Column(index=index)
    leaf, heading = stack[-1], " / ".join(stack)
    named_so = words.headings.match(leaf, FIELD_KEYS, loose=False)
    status = None if named_so else _status_key(leaf, words)
    if status:
        return Column(index=index, heading=leaf, field="level", level=status, score=0.5)
    if is_date(leaf, dates):
        return Column(index=index, heading=leaf, field="status_on", score=0.5)
    together = words.headings.named(heading, NAMED_TOGETHER)
    found = _field(leaf, words, keys) or (_field(" ".join(stack), words, keys) or _field(stack[0], words, keys) if len(stack) > 1 else None)
    if found is None:
        return Column(index=index, heading=heading, named=together)
    return Column(index=index, heading=heading, field=found[0], score=found[1], named=together)


def _stack(cells: Iterable[Cell | None]) -> list[str]:
    """The texts over a column from the top, each cell once, blanks left out."""
    seen: list[Cell] = []
    for cell in cells:
        if cell is not None and cell.text.strip() and not any(cell is s for s in seen):
            seen.append(cell)
    return [c.text for c in seen]


def _settle_levels(columns: tuple[Column, ...], words: Words) -> tuple[Column, ...]:
    """A single level word among the headings is no level, nor is one apart from a scale to tick: "Delays and their causes"."""
    levels = {c.index for c in columns if c.field == "level"}
    if len({c.level for c in columns if c.index in levels}) < 2:
        return tuple(replace(c, field=None, level=None, score=0.0) if c.index in levels else c for c in columns)
    beside = {n for n in levels if levels & {n - 1, n + 1}}
    return tuple(_ordinary(c, words) if beside and c.index in levels - beside else c for c in columns)


def _ordinary(column: Column, words: Words) -> Column:
    """Return a column that was taken for a level as what its heading says otherwise."""
    found = _field(column.heading, words)
    field, score = found or (None, 0.0)
    return replace(column, field=field, score=score, level=None)


def _one_of_a_kind(columns: tuple[Column, ...], words: Words) -> tuple[Column, ...]:
    """Where a field is named outright, a heading that only mentions it holds something else ("Reasons for the rating")."""
    sure = frozenset(c.field for c in columns if c.score >= SURE and c.field in ONE_OF)
    return tuple(_another(c, sure, words) if c.field in sure and c.score < SURE - 0.1 else c for c in columns)


def _with_a_title(columns: tuple[Column, ...], words: Words) -> tuple[Column, ...]:
    """Of two columns taken for one field, the one whose heading speaks of milestones too holds them: "Activity with a verifiable result"."""
    if any(c.field in TITLED for c in columns):
        return columns
    times = Counter(c.field or "" for c in columns if c.field in NAMED_TOGETHER)
    title = next((c for c in columns if c.field and times[c.field] > 1 and words.headings.named(c.heading, ("milestone",))), None)
    return tuple(replace(c, field="milestone") if c is title else c for c in columns)


def _another(column: Column, taken: frozenset[str | None], words: Words) -> Column:
    match = words.headings.match(column.heading, frozenset(FIELD_KEYS - taken))
    if match is None or match.score < MIN_SCORE:
        return replace(column, field=None, score=0.0)
    return replace(column, field=match.key, score=match.score)


def _one_heading_over_many(columns: tuple[Column, ...], view: View, row: int) -> tuple[Column, ...]:
    """Under one wide heading, the first column that isn't blank holds the field; the others go with it."""
    seen: dict[int, int] = {}
    settled = []
    for column in columns:
        cell = view.at(row, column.index)
        key = id(cell)
        if cell is not None and cell.column_span > 1 and column.field not in (None, "level", "status_on"):
            if key in seen and fold(column.heading) == fold(columns[seen[key]].heading):
                settled.append(replace(column, field=None, score=0.0, joins=seen[key]))
                continue
            seen.setdefault(key, column.index)
        settled.append(column)
    return tuple(settled)
