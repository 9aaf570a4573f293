"""A table, row by row → what each row is: a band, a heading, a row under a heading, a label with its value.

No position is assumed: a form may hold a grid, a grid may hold bands, a heading may come again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.curation.grids import View
from pipeline.curation.recognition.headings import MIN_SCORE, SURE, Header, meaning, read_header
from pipeline.curation.recognition.stacks import MAX_LABEL, Stack, read_stacks
from pipeline.curation.signs.ratings import is_empty_box
from pipeline.curation.wording.matching import Match, fold
from pipeline.curation.wording.numbering import opens_commitment
from pipeline.curation.wording.patterns import LABELLED
from pipeline.curation.wording.words import FIELD_KEYS, LETTERS, STATUS_KEYS, SUB_KEYS, Words
from pipeline.dates import DateContext
from pipeline.model import Cell

LABEL_KEYS = FIELD_KEYS | SUB_KEYS | {"form_title", "section_band"}
MIN_LABEL = MIN_SCORE + 0.04  # a label stands alone, so it must be surer than a heading among headings
MAX_AGAIN = 100  # characters; a longer cell is of a heading only where that stands again word for word
MAX_VOTERS = 8  # words of a label that no phrase is like; a longer one is a sentence
MAX_STATUS = 60  # characters
MIN_LEVELS = 3  # of a scale across a row
MAX_ABOVE = 4  # rows above a table's own heading
MAX_SHARED = 3  # cells of a band that names a commitment and its bodies
FORM_SHARE = 0.4  # of the rows whose first cell is a known label: then it is a form


@dataclass(frozen=True, slots=True)
class Band:
    """A row of one cell from side to side; `beside` are wide cells that share it with a commitment's name or with what is said of it."""

    row: int
    cell: Cell
    beside: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row under a heading."""

    row: int
    header: Header


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading, or its repetition."""

    row: int
    header: Header


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label (null where unknown), the labels of its sub-row, and the value cells beside it."""

    row: int
    key: str | None
    labels: tuple[Cell, ...]
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class LevelRows:
    """A scale laid out as columns, with the cells under it: (status key, heading, cells)."""

    row: int
    labels: tuple[Cell, ...]
    levels: tuple[tuple[str, Cell, tuple[Cell, ...]], ...]
    n_rows: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A row that is none of these."""

    row: int


Region = Band | GridRow | HeadingRow | LabelRow | LevelRows | Stray


def read_regions(view: View, words: Words, dates: DateContext, inherited: Header | None = None) -> tuple[Region, ...]:
    """Return what the rows of a table are, from the top.

    Args:
        view: The table.
        words: The report's vocabularies.
        dates: How its dates are read.
        inherited: The heading of the table before, for a table that has none of its own.
    """
    return _Reader(view, words, dates, inherited).read()


class _Reader:
    def __init__(self, view: View, words: Words, dates: DateContext, inherited: Header | None) -> None:
        self.view, self.words, self.dates = view, words, dates
        stacks = read_stacks(view, words)
        self.is_form = _is_form(view, words, stacks)
        self.stacks = stacks if self.is_form else {}
        self.header: Header | None = inherited if inherited and not self.is_form and self._fits(inherited) and not self._has_own(inherited) else None
        self.found: list[Region] = []

    def _fits(self, header: Header) -> bool:
        return len(header.columns) == self.view.n_columns

    def _has_own(self, header: Header) -> bool:
        """Whether one of the first rows says again what the heading of the table before says: that is this table's heading."""
        printed = {fold(c.heading.rsplit(" / ", 1)[-1]) for c in header.columns if c.heading}
        return any(
            printed <= {fold(c.text) for r in (row, row + 1) if r < self.view.n_rows for c in self.view.row(r)}
            for row in range(min(MAX_ABOVE, self.view.n_rows))
        )

    def read(self) -> tuple[Region, ...]:
        """Take the rows one by one; each step says how many it took."""
        steps: tuple[Callable[[int], int], ...] = (self._stack, self._blank, self._band, self._levels, self._heading, self._grid_row, self._label)
        row = 0
        while row < self.view.n_rows:
            taken = next((n for step in steps if (n := step(row))), 0)
            if not taken:
                self.found.append(Stray(row))
                taken = 1
            row += taken
        return tuple(self.found)

    def _stack(self, row: int) -> int:
        stack = self.stacks.get(row)
        if stack is None:
            return 0
        self.header = None
        self.found += [LabelRow(row, key, (cell,), values) for cell, key, values in zip(stack.labels, stack.keys, stack.values, strict=True)]
        return stack.n_rows

    def _blank(self, row: int) -> int:
        cells = self.view.starting(row)
        only_spanned = all(not c.text.strip() for c in cells) and all(not c.fill for c in cells)
        return int(only_spanned and not (self.header and any(c.text.strip() for c in self.view.row(row))))

    def _band(self, row: int) -> int:
        cell = self.view.band(row)
        if cell is None:
            shared = None if self.is_form else _shared_band(self.view, row, self.words)
            self.found += [shared] if shared else []
            return int(shared is not None)
        if self.is_form and len(self.view.row(row)) > 1 and label(cell.text, self.words):
            return 0  # a label whose value is blank
        if self.is_form and self.found and self._is_grid_over(row):
            self.header = None
        self.found.append(Band(row, cell))
        return 1

    def _is_grid_over(self, row: int) -> bool:
        match = label(self.view.row(row)[0].text, self.words)
        return match is not None and match.key in ("section_band", "form_title")

    def _levels(self, row: int) -> int:
        region = read_levels_rows(self.view, row, self.words)
        if region is None:
            return 0
        self.found.append(region)
        return region.n_rows

    def _heading(self, row: int) -> int:
        if self.header and not self.is_form and any(len(c.text) > MAX_AGAIN for c in self.view.row(row)) and not self._repeats(row):
            return 0  # rows at length under a heading are no other heading
        header = read_header(self.view, row, self.words, self.dates, is_first=not self.is_form and all(isinstance(r, Band) for r in self.found))
        if header is None or (self.header and not self.is_form and not _replaces(header, self.header)):
            return 0
        unsure = len(header.fields) < 3 and any(c.score < SURE for c in header.columns if c.heading)
        if self.is_form and (unsure or self._has_sub_label(row) or self._has_values(row)):
            return 0  # a label beside a value that happens to sound like one
        self.header = header
        self.found.append(HeadingRow(row, header))
        return header.n_rows

    def _repeats(self, row: int) -> bool:
        """Whether a row says what the heading above says."""
        headings = {fold(c.heading) for c in self.header.columns if c.heading} if self.header else set()
        return any(fold(c.text) in headings for c in self.view.filled(row))

    def _has_sub_label(self, row: int) -> bool:
        return any(self.words.headings.match(c.text, SUB_KEYS, loose=False) for c in self.view.filled(row))

    def _has_values(self, row: int) -> bool:
        """Whether a row is two labels, each with its value beside it, of which one may be blank: "Planned | 31. 12. 2021 | Done | "."""
        pairs = _pairs(self.view.row(row), self.words)
        return len(pairs) > 1 and any(any(char.isdigit() for char in value.text) for _, value in pairs)

    def _grid_row(self, row: int) -> int:
        if self.header is None:
            return 0
        if self.is_form and self._ends_grid(row):
            self.header = None
            return 0
        self.found.append(GridRow(row, self.header))
        return 1

    def _ends_grid(self, row: int) -> bool:
        """Whether the form goes on: its cells are laid out otherwise than the grid's, and the first is a label."""
        assert_header = self.header
        cells = self.view.row(row)
        match = label(cells[0].text, self.words) if cells else None
        if match is None or assert_header is None:
            return False
        under = {c.index for c in assert_header.columns if c.heading}
        return match.score >= 0.9 or {c.column for c in cells} != under

    def _label(self, row: int) -> int:
        found = [read_label_row(cells, row, self.words, is_form=self.is_form) for cells in _pairs(self.view.row(row), self.words)]
        regions = [region for region in found if region is not None]
        self.found += regions if len(regions) == len(found) else []
        return int(len(regions) == len(found))


def _shared_band(view: View, row: int, words: Words) -> Band | None:
    """Read "Commitment 3: … | Lead agency: …": a few cells, each wide over several columns, the first a commitment's name or all of them labelled."""
    cells = view.filled(row)
    if not 2 <= len(cells) <= MAX_SHARED or any(c.row_span > 1 or c.column_span < 2 for c in cells) or cells[0].column > 0:
        return None
    named = opens_commitment(cells[0].text, words)
    is_band = bool(named and named.number) or all(_is_labelled(c.text, words) for c in cells)
    return Band(row, cells[0], tuple(cells[1:])) if is_band else None


def _is_labelled(text: str, words: Words) -> bool:
    """Whether a text is a known label with its value behind a colon."""
    labelled = LABELLED.match(text.strip())
    return labelled is not None and bool(labelled["rest"].strip()) and label(labelled["label"], words) is not None


def _replaces(header: Header, current: Header) -> bool:
    """Whether a heading met under another is one: the same again, or as sure as the first."""
    return header.fields == current.fields or header.score >= 0.8 * current.score


def label(text: str, words: Words, keys: frozenset[str] = LABEL_KEYS) -> Match | None:
    """Return what a label means, or None where it is no known one."""
    if not text.strip() or len(text) > MAX_LABEL:
        return None
    match = meaning(text, words, keys)
    if match is None and text.rstrip().endswith(("?", "？", "؟", "՞")):
        match = words.headings.vote(text, keys)
    return match if match and match.score >= MIN_LABEL else None


def _is_form(view: View, words: Words, stacks: Mapping[int, Stack]) -> bool:
    """Whether the rows are mostly labels with their values beside or below them."""
    below = {row for stack in stacks.values() for row in range(stack.row + 1, stack.row + stack.n_rows)}
    known = filled = len(stacks)
    for row in range(view.n_rows):
        if row in stacks or row in below:
            continue
        cells = view.filled(row)
        if not filled and len(cells) >= 3 and all(label(c.text, words) for c in cells):
            return False  # headings side by side
        all_cells = view.row(row)
        if not cells or view.band(row) is not None and len(all_cells) == 1:
            continue
        filled += 1
        labels = [label(c.text, words) for c in all_cells[:-1] or all_cells]
        last = label(all_cells[-1].text, words) if len(all_cells) > 1 else None
        if (
            labels
            and labels[0]
            and (all_cells[0].row == row or len(all_cells) >= 3 and labels[-1])
            and (last is None or len(all_cells) == 2 and not _both_headings(all_cells, words))
        ):
            known += 1
    return known >= 2 and known >= FORM_SHARE * filled


def _both_headings(cells: tuple[Cell, ...], words: Words) -> bool:
    return all((m := words.headings.match(c.text, FIELD_KEYS)) is not None and m.score >= SURE - 0.1 for c in cells)


def _pairs(cells: tuple[Cell, ...], words: Words) -> list[tuple[Cell, ...]]:
    """Part "label | value | label | value" in two; a row of one label is left whole."""
    for n in range(2, len(cells) - 1, 2):
        if label(cells[n].text, words) is None or label(cells[n - 1].text, words) is not None:
            return [cells]
    return [cells[n : n + 2] for n in range(0, len(cells), 2)] if len(cells) >= 4 and len(cells) % 2 == 0 else [cells]


def read_label_row(cells: tuple[Cell, ...], row: int, words: Words, *, is_form: bool) -> LabelRow | None:
    """Read "label | value", with a sub-row's label between them; in a form the label may be unknown."""
    if len(cells) < 2 and not (cells and label(cells[0].text, words)):
        return None
    labels: list[Cell] = []
    key: str | None = None
    for n, cell in enumerate(cells[:-1] if len(cells) > 1 else cells):
        match = label(cell.text, words) or (_voted(cell.text, words) if is_form and n == 0 and len(cells) == 2 else None)
        if match is None and n > 0 and not _is_sub_label(cell, cells, n):
            break
        if match is None and n == 0 and not (is_form and cell.text.strip() and len(cell.text) <= MAX_LABEL):
            return None
        if match and (key is None or match.key not in SUB_KEYS):
            key = match.key if key is None or n == 0 else key
        labels.append(cell)
    values = tuple(c for c in cells if c not in labels)
    return LabelRow(row, key, tuple(labels), values)


def _voted(text: str, words: Words) -> Match | None:
    """What the words of a form's unknown label vote for, where there are several and most agree."""
    match = words.headings.vote(text, FIELD_KEYS | SUB_KEYS) if 2 <= len(text.split()) <= MAX_VOTERS else None
    return match if match and match.score >= MIN_LABEL - 0.04 else None


def _is_sub_label(cell: Cell, cells: tuple[Cell, ...], n: int) -> bool:
    """Whether a cell between a label merged downwards and the value is the sub-row's label."""
    return n == 1 and cells[0].row_span > 1 and len(cells) >= 3 and bool(cell.text.strip()) and len(cell.text) <= MAX_LABEL


def read_levels_rows(view: View, row: int, words: Words) -> LevelRows | None:
    """Read a scale across a row ("Not started | Limited | …") and the ticks or letters under it."""
    cells = view.filled(row)
    if sum(len(c.text) <= MAX_STATUS for c in cells) < MIN_LEVELS:
        return None
    keyed = [(c, status_key(c.text, words)) for c in cells]
    levels = [(c, k) for c, k in keyed if k]
    others = [c for c, k in keyed if not k]
    if len({k for _, k in levels}) < MIN_LEVELS or len(others) > 2 or any(o.column > levels[0][0].column for o in others):
        return None
    if any(c.row != row for c, _ in levels) or row + 1 >= view.n_rows:
        return None
    if others and not any(label(o.text, words) for o in others):
        return None
    below = [view.at(row + 1, c.column) for c, _ in levels]
    if all(b is None or (len(b.text) > 40 and not is_empty_box(b.text, words)) for b in below):
        return None
    first = view.row(row + 1)[0]
    if first.row == row + 1 and first.column < levels[0][0].column and first.text.strip() and not any(c is first for c in others):
        return None  # rows of a grid follow, each with its own ticks
    triples = tuple((k, c, (b,) if b is not None else ()) for (c, k), b in zip(levels, below, strict=True))
    return LevelRows(row, tuple(others), triples, 2)


def status_key(text: str, words: Words) -> str | None:
    """Return the status that a heading of a scale names."""
    if len(text) > MAX_STATUS or not text.strip():
        return None
    match = words.ratings.match(text, STATUS_KEYS | frozenset(LETTERS), loose=len(text) > 4)
    return match.key if match and match.score >= 0.8 else None
