"""What columns hold, where their headings don't say or say it wrong: numbers, colours, long text, dates."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline import colour
from pipeline.curation.grids import View
from pipeline.curation.recognition.headings import Column, Header
from pipeline.curation.recognition.regions import status_key
from pipeline.curation.signs.entries import COLOUR_MARKS
from pipeline.curation.signs.ratings import BARE_NUMBER
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.numbering import NUMBER
from pipeline.curation.wording.words import Words
from pipeline.dates import DateContext, find_dates, read_date
from pipeline.model import Cell

MOST = 0.6  # of a column's filled cells: then it holds that
SHORT = 12  # characters; a longer heading would say what it is
WORDY = 3  # words; beside a column of ratings, a column of more words holds none
LONG = 14  # words; a column whose middle text is longer than this holds no ratings
MANY = 3  # rows; fewer numbers don't make a run
RATED = ("rating", "percent", "level", "status_on")
TITLES = ("milestone", "commitment")

_NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+[^\W\d_]")  # "2.1 Bring nine ministries …"
_COUNT_CELL = re.compile(r"^\s*(?P<count>\d{1,3})\s*(?:\([^()]*\)|/.*)?\s*$")  # "7", "7 (47%)", "7 / 15"
_FIGURES = re.compile(r"\d+|\b[IVX]+\b")
_NUMBER_CELL = re.compile(rf"^\s*\(?(?:\w{{1,12}}\s)?(?:{NUMBER}|[a-zа-я])[.)]?\s*$")  # "17", "II/1", "Milestone 3", "a)"


def is_tally(header: Header, view: View, rows: Sequence[int]) -> bool:
    """Whether a grid counts milestones by status instead of naming them: figures under every level, more than a single 1 a row."""
    levels = header.of("level")
    counted = [m for c in levels for cell in _filled(view, c.index, rows) if (m := _COUNT_CELL.match(cell.text))]
    n_filled = sum(len(_filled(view, c.index, rows)) for c in levels)
    return len(levels) >= 2 and bool(counted) and len(counted) == n_filled and sum(int(m["count"]) for m in counted) > len(rows)


def refine(header: Header, view: View, rows: Sequence[int], words: Words, dates: DateContext) -> Header:
    """Return the heading with what the columns hold taken into account."""
    columns = list(header.columns)
    for step in (_numbers, _numbered_titles, _at_several_times, _dated, _percentages, _told_ratings, _shown_ratings, _first_text, _told_results):
        columns = step(columns, view, rows, words, dates)
    return replace(header, columns=tuple(columns))


def _cells(view: View, column: int, rows: Sequence[int]) -> list[Cell]:
    return [c for c in view.column(column, rows) if c.column == column or c.column_span == 1]


def _filled(view: View, column: int, rows: Sequence[int]) -> list[Cell]:
    return [c for c in _cells(view, column, rows) if c.text.strip()]


def _numbers(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """A column of numbers under a blank heading, or under the title's own, numbers the title beside it."""
    if any(c.field == "number" for c in columns):
        return _number_that_is_text(columns, view, rows)
    if any(c.field == "comment_text" for c in columns) and not any(c.field in RATED for c in columns):
        return columns  # numbers beside comments say what they are about
    for n, column in enumerate(columns[:-1]):
        cells = _filled(view, column.index, rows)
        if not cells or sum(bool(_NUMBER_CELL.match(c.text)) for c in cells) < MOST * len(cells):
            continue
        after = columns[n + 1]
        if column.field in TITLES and (
            after.joins == column.index or after.field in (*TITLES, "description") or (after.field is None and _is_text(view, after.index, rows))
        ):
            columns[n] = replace(column, field="number")
            title = after.field if after.field in TITLES else column.field
            columns[n + 1] = replace(after, field=title, score=max(after.score, column.score), heading=after.heading or column.heading, joins=None)
            return columns
        if column.field is None and len(column.heading) <= SHORT and not any(c.field for c in columns[:n]):
            columns[n] = replace(column, field="number", score=0.5)
            return columns
        if column.field in ("commitment_number", "comment_reference") and not any(c.field in ("comment_text", "comments") for c in columns):
            return columns
    return columns


def _numbered_titles(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """Where no heading names the milestone, the column whose every text opens with a number of its own, running on, is it."""
    if any(c.field in ("milestone", "number", "commitment_number", "comment_text", "comments") for c in columns):
        return columns
    for n, column in enumerate(columns):
        if column.field in TITLES or column.joins is not None:
            continue
        cells = _filled(view, column.index, rows)
        numbers = [found["number"] for c in cells if (found := _NUMBERED.match(c.text))]
        if len(cells) >= MANY and len(numbers) == len(set(numbers)) >= MOST * len(cells) and _run_on(numbers):
            columns[n] = replace(column, field="milestone", score=max(column.score, 0.5))
            return columns
    return columns


def _run_on(numbers: Sequence[str]) -> bool:
    """Whether numbers come in their order, but for a slip."""
    parts = [[int(p) for p in re.findall(r"\d+", number)] for number in numbers]
    return sum(a > b for a, b in pairwise(parts)) <= 1


def _number_that_is_text(columns: list[Column], view: View, rows: Sequence[int]) -> list[Column]:
    """A column headed as number but holding sentences is the title."""
    for n, column in enumerate(columns):
        if column.field == "number" and _is_text(view, column.index, rows) and not any(c.field in TITLES for c in columns):
            columns[n] = replace(column, field="milestone")
    return columns


def _is_text(view: View, column: int, rows: Sequence[int]) -> bool:
    return _middle_words(_filled(view, column, rows)) >= 3


def _middle_words(cells: Sequence[Cell]) -> int:
    lengths = sorted(len(c.text.split()) for c in cells)
    return lengths[len(lengths) // 2] if lengths else 0


def _at_several_times(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """Columns of ratings side by side whose headings differ in figures or months only ("B04", "B08"; "June", "December") hold the status then."""
    named: dict[str, list[Column]] = {}
    for column in columns:
        leaf = column.heading.rsplit(" / ", 1)[-1]
        time = "month" if read_date(f"{leaf} 2000", dates) else fold(_FIGURES.sub(" 0 ", leaf))
        if column.field not in ("level", "status_on", "number") and (time == "month" or _FIGURES.search(leaf)):
            named.setdefault(time, []).append(replace(column, heading=leaf, field="status_on", score=0.5))
    times = {
        c.index: c
        for alike in named.values()
        if len({c.heading for c in alike}) >= 2 and all(_are_percentages(view, c, rows, words) or _holds_ratings(view, c, rows, words) for c in alike)
        for c in alike
    }
    return [times.get(c.index, c) for c in columns]


def _dated(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """Several rating columns with a date in each heading hold the status at those dates; date headings alone need statuses under them."""
    rated = [c for c in columns if c.field == "rating" and find_dates(c.heading, dates)]
    if len(rated) >= 2:
        return [replace(c, field="status_on") if c in rated else c for c in columns]
    return [replace(c, field=None, score=0.0) if c.field == "status_on" and not _holds_ratings(view, c, rows, words) else c for c in columns]


def _holds_ratings(view: View, column: Column, rows: Sequence[int], words: Words) -> bool:
    cells = _cells(view, column.index, rows)
    shown = [(c, tint) for c in cells if (tint := _tint(c)) or c.text.strip()]
    signs = [
        c
        for c, tint in shown
        if tint or status_key(c.text, words) or words.is_sign(c.text.strip()[:1], "symbol_green", "symbol_amber", "symbol_red", "dot")
    ]
    return len(signs) >= max(1, MOST * len(shown)) and _middle_words([c for c, _ in shown if c.text.strip()]) <= LONG


def _tint(cell: Cell) -> bool:
    """Whether a cell shows a traffic light's colour anywhere."""
    seen = [cell.fill, *(m.colour for m in cell.marks if m.kind in COLOUR_MARKS)]
    return any(s and colour.rating_of(s) for s in seen)


def _percentages(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """A "level" column of percentages is one of percentages; where it stands alone, one of them at least has to say so."""
    rated = [c for c in columns if c.field == "rating"]
    found = [c for c in rated if _are_percentages(view, c, rows, words)]
    if len(rated) < 2:
        found = [c for c in found if any(words.is_share(cell.text) for cell in _filled(view, c.index, rows))]
    return [replace(c, field="percent") if c in found else c for c in columns]


def _are_percentages(view: View, column: Column, rows: Sequence[int], words: Words) -> bool:
    filled = _filled(view, column.index, rows)
    shown = [c for c in filled if BARE_NUMBER.match(c.text) or words.is_share(c.text)]
    return bool(filled) and len(shown) >= MOST * len(filled)


def _told_ratings(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """A "status" column that tells in sentences is evidence where another column shows the ratings, or where it shows none at length."""
    shown = [c for c in columns if c.field in RATED and _holds(c, view, rows, words)]
    settled: list[Column] = []
    for column in columns:
        if column.field in ("rating", "percent") and column not in shown:
            limit = WORDY if any(c is not column for c in shown) else LONG
            cells = _cells(view, column.index, rows)
            if _middle_words([c for c in cells if c.text.strip()]) > limit and not any(_tint(c) for c in cells):
                column = replace(column, field=None if any(c.field == "evidence" for c in (*columns, *settled)) else "evidence")
        settled.append(column)
    return settled


def _holds(column: Column, view: View, rows: Sequence[int], words: Words) -> bool:
    """Whether a column shows what its field promises: percentages, ticks or dates by their headings, else rating signs."""
    if column.field == "percent":
        return _are_percentages(view, column, rows, words)
    return column.field in ("level", "status_on") or _holds_ratings(view, column, rows, words)


def _shown_ratings(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """Where no column that is headed as a rating shows any, the one column of colours or status words is the rating."""
    if any(c.field in RATED and (_holds(c, view, rows, words) or not _filled(view, c.index, rows)) for c in columns):
        return columns
    shown = [c for c in columns if _holds_ratings(view, c, rows, words)]
    shown = [c for c in shown if c.field is None] or [c for c in shown if c.field == "evidence"]
    if len(shown) != 1:
        return columns
    return [replace(c, field="rating", score=0.6) if c is shown[0] else c for c in columns]


def _first_text(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """Where no heading names the title but ratings are known, the first column of text is it."""
    fields = {c.field for c in columns}
    if fields & {*TITLES, "description", "comment_text", "comments"} or not fields.intersection(RATED):
        return columns
    for n, column in enumerate(columns):
        if column.field is None and _middle_words(_filled(view, column.index, rows)) >= 3:
            columns[n] = replace(column, field="milestone", score=0.5)
            return columns
        if column.field not in (None, "number"):
            return columns
    return columns


def _told_results(columns: list[Column], view: View, rows: Sequence[int], words: Words, dates: DateContext) -> list[Column]:
    """Behind a rating, and with no evidence anywhere, a "description" beside a title describes what was achieved."""
    fields = {c.field for c in columns}
    rated = min((c.index for c in columns if c.field in RATED), default=None)
    if "evidence" in fields or rated is None or not fields.intersection(TITLES):
        return columns
    return [replace(c, field="evidence") if c.field == "description" and c.index > rated else c for c in columns]
