"""Rows under a heading → drafts of milestones or commitments."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.curation.grids import View
from pipeline.curation.harvest.context import Context, note_present
from pipeline.curation.harvest.drafts import DatedRating, Draft, source_of
from pipeline.curation.harvest.lettered import is_letters
from pipeline.curation.harvest.values import part_commitment, read_dates
from pipeline.curation.recognition.headings import MAX_SHORT, SURE, Column, Header
from pipeline.curation.recognition.regions import label
from pipeline.curation.signs.ratings import RatingReading, is_empty_box, is_tick, read_levels, read_rating
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.numbering import Numbered, in_id, opens_commitment, split_title
from pipeline.curation.wording.words import Words
from pipeline.dates import find_dates
from pipeline.layouts import Layout, Rows
from pipeline.model import Cell
from pipeline.tables import RatingIssue, Reason

TEXT_FIELDS = ("evidence", "reasons", "next_steps")
DATE_FIELDS = ("start_date", "end_date", "dates")
COMMITMENT_FIELDS = ("lead_institution", "supporting_institutions", "description", "problem")

_PART = re.compile(r"^(?:[.-]\w|[^\W\d_](?!\w))")  # what follows 1 in "1.2", "1-2", "1a"
_FIGURE = re.compile(r"\d[\d\s.,/]*%?")  # "59 %", "3 150"
MIN_WIDE = 3  # columns; a cell so wide spans what its row doesn't tell
MAX_TOTAL = 20  # words; a longer text is no total


def is_total(text: str, words: Words) -> bool:
    """Whether a text is a total's: "Total", "Sub-total commitment 1: 3 of 5 complete"."""
    folded = fold(text)
    if not folded or len(folded.split()) > MAX_TOTAL:
        return False
    opening = folded.split()
    return any("subtotal" in words.headings.exact.get(" ".join(opening[:n]), ()) for n in range(1, 4))


class GridRows:
    """Reads the rows of one table's grid, one after another."""

    def __init__(self, context: Context, view: View, header: Header, layout: Layout, rows: Sequence[int]) -> None:
        self.context, self.view, self.header, self.layout = context, view, header, layout
        self.rows = rows
        self.is_milestones = layout.rows is Rows.MILESTONE
        self.title = next((header.of(f)[0] for f in layout.title if header.of(f)), None)
        self.taken = {c.index for c in ([self.title] if self.title else [])}
        self.first: Draft | None = None
        self.last: Draft | None = None
        self.fills = self._column_fill()
        self.of_commitment = self._of_commitment()

    def read(self, row: int) -> None:
        """Read one row: a new draft, more of the one before, or a total."""
        cells = self.view.filled(row)
        if self._is_total(cells):
            for cell in cells:
                self.context.account.leave(self.view.table, cell, Reason.SUMMARY)
            return
        if self._adds_below(cells) or self._opens_commitment(row, cells):
            return
        numbered, title_cell = self._name(row)
        if self._is_parent(row, numbered):
            self.context.commitment = self.last = self._commitment(row, numbered)
            self._fill(self.last, row)
            return
        if self._goes_on(row, numbered, title_cell):
            draft = self.last
        else:
            draft = self._draft(row, numbered)
        if draft is None:
            return
        self.first, self.last = self.first or draft, draft
        self._fill(draft, row)

    def _opens_commitment(self, row: int, cells: Sequence[Cell]) -> bool:
        """Take a row whose wide first cell names a commitment, with a rating or texts of its own in the columns behind it."""
        if not self.is_milestones or not cells or cells[0].column_span < MIN_WIDE or self.header.of("commitment"):
            return False
        named = opens_commitment(cells[0].text, self.context.words)
        if named is None or named.number is None:
            return False
        self.context.account.use(self.view.place(cells[0]))
        self.context.commitment = commitment = self._commitment(row, named)
        self.last = None
        reading, _ = self._rating(row)
        commitment.rating = reading if commitment.rating.is_blank else commitment.rating
        for cell in cells[1:]:
            self._place(commitment, self._meaning(self.header.columns[cell.column]), cell)
        return True

    def _adds_below(self, cells: Sequence[Cell]) -> bool:
        """Take a row "CSO remarks | … from there to the end" below a milestone's as more of that milestone."""
        if self.last is None or len(cells) != 2 or cells[1].column_span < max(2, self.view.n_columns // 2):
            return False
        words, heading = self.context.words, cells[0].text
        is_foot = self.first is not self.last and heading in self.context.feet
        draft = self.last.parent if self.last.parent and is_foot else self.last
        match = label(heading, words, frozenset(TEXT_FIELDS))
        if match is not None and match.score >= SURE:
            self.context.add_text(draft, match.key, self.view.table, cells[1])
        elif len(heading) <= MAX_SHORT and words.headings.named(heading, ("comments", "comment_text")):
            self.context.add_comments(draft, self.view.table, cells[1], heading)
        else:
            return False
        self.context.account.leave(self.view.table, cells[0], Reason.HEADING)
        return True

    # -- what the row is about

    def _naming_cells(self, row: int) -> tuple[Cell | None, Cell | None]:
        """The cells of a row's number and of its title."""
        number = next((self.view.at(row, c.index) for c in self.header.of("number")), None)
        return number, self.view.at(row, self.title.index) if self.title else None

    def _name(self, row: int) -> tuple[Numbered, Cell | None]:
        """Take number and title of a row, from a column of each or from one cell of both."""
        number_cell, title_cell = self._naming_cells(row)
        return self._numbered(self._use(number_cell), self._use(title_cell)), title_cell

    def _numbered(self, number: str | None, title: str | None) -> Numbered:
        prefix = "milestone_prefix" if self.is_milestones else "commitment_band"
        text = title or ""
        if number:
            number = split_title(number, self.context.words, prefix).number or number
            parted = split_title(text, self.context.words, prefix)
            same = parted.number is not None and in_id(parted.number) == in_id(number)
            return Numbered(number, (parted.title if same else text) or None)
        return split_title(text, self.context.words, prefix) if text else Numbered(None, None)

    def _is_parent(self, row: int, numbered: Numbered) -> bool:
        """Whether a row among milestones is their commitment's: it is numbered 3, and the next row 3.1."""
        if not self.is_milestones or numbered.number is None or not numbered.title or row not in self.rows:
            return False
        after = self.rows[self.rows.index(row) + 1 :]
        printed = [c.text.strip() if c else None for c in self._naming_cells(after[0])] if after else [None, None]
        following = self._numbered(*(p if p and not self.context.words.is_placeholder(p) else None for p in printed)).number
        own = in_id(numbered.number)
        return (
            following is not None
            and bool(own)
            and _PART.match(in_id(following).removeprefix(own)) is not None
            and in_id(following).startswith(own)
            and not any(self.header.of(f) for f in ("commitment", "commitment_number"))
        )

    def _commitment(self, row: int, numbered: Numbered) -> Draft:
        commitment = self.context.commitment_of(numbered.number, numbered.title, source_of(self.view.table, row, *self.view.starting(row)))
        note_present(commitment, self.header.named)
        return commitment

    def _use(self, cell: Cell | None) -> str | None:
        """Take a cell's text; a placeholder is none."""
        if cell is None or not cell.text.strip():
            return None
        text = cell.text.strip()
        if self.context.words.is_placeholder(text):
            self.context.account.leave(self.view.table, cell, Reason.PLACEHOLDER)
            return None
        self.context.account.use(self.view.place(cell))
        return text

    def _goes_on(self, row: int, numbered: Numbered, title_cell: Cell | None) -> bool:
        """Whether the row only adds to the one before: its title is merged downwards, or it has neither number nor title nor rating."""
        if self.last is None:
            return False
        if title_cell is not None and title_cell.text.strip() and title_cell.row < row:
            number_cell = next((self.view.at(row, c.index) for c in self.header.of("number")), None)
            return number_cell is None or number_cell.row < row or not number_cell.text.strip()
        if numbered.number or numbered.title:
            return False
        return self._rating(row)[0].is_blank

    def _is_total(self, cells: Sequence[Cell]) -> bool:
        """Whether a row opens with "Total" or the like and tells nothing at length, or closes the table with a figure for all of it."""
        if not cells or any(len(c.text.split()) > MAX_TOTAL for c in cells):
            return False
        is_last = cells[0].row + 1 == self.view.n_rows and len(cells) > 1 and cells[0].column_span >= MIN_WIDE
        closes = is_last and self.is_milestones and all(self._is_figure(c.text) for c in cells[1:])
        return closes or is_total(cells[0].text, self.context.words)

    def _is_figure(self, text: str) -> bool:
        return _FIGURE.fullmatch(text.strip()) is not None or self.context.words.is_share(text)

    def _draft(self, row: int, numbered: Numbered) -> Draft | None:
        if not self.is_milestones:
            return self._commitment(row, numbered)
        source = source_of(self.view.table, row, *self.view.starting(row))
        draft = Draft(source=source, number=numbered.number, title=numbered.title, section=self.context.section)
        draft.parent = self._parent(row) or self.context.commitment
        note_present(draft, self.header.named)
        self.context.harvest.milestones.append(draft)
        return draft

    def _parent(self, row: int) -> Draft | None:
        """The commitment that a column of the row names."""
        column = next((c for c in self.header.of("commitment") if c is not self.title), None)
        number_column = next(iter(self.header.of("commitment_number")), None)
        text = self._use(self.view.at(row, column.index)) if column else None
        number = self._use(self.view.at(row, number_column.index)) if number_column else None
        if not text and not number:
            return self.last.parent if self.last and (column or number_column) else None
        name, said = part_commitment(text, self.context.words) if text else (None, [])
        parted = split_title(name, self.context.words, "commitment_band") if name else Numbered(None, None)
        parent = self.context.commitment_of(number or parted.number, parted.title, source_of(self.view.table, row, *self.view.starting(row)))
        for field, line in said:
            parent.add(field, line)
        return parent

    # -- what the row says

    def _fill(self, draft: Draft, row: int) -> None:
        reading, dated = self._rating(row)
        if draft.rating.is_blank:
            draft.rating = reading
        draft.dated += dated
        done: set[int] = set()
        for column in self.header.columns:
            cell = self.view.at(row, column.index)
            if cell is None or id(cell) in done or not cell.text.strip():
                continue
            done.add(id(cell))
            self._place(draft, self._meaning(column), cell)

    def _meaning(self, column: Column) -> Column:
        return self.header.columns[column.joins] if column.joins is not None and column.field is None else column

    def _place(self, draft: Draft, column: Column, cell: Cell) -> None:
        """Send one cell's text to the column of the table it belongs to; what has none goes to `unmapped`."""
        context, table, field = self.context, self.view.table, column.field
        if column.index in self.of_commitment and draft.parent is not None and not context.words.is_placeholder(cell.text):
            self._place(draft.parent, column, cell)
            if field != "lead_institution":
                return
        is_name = column is self.title or field in ("number", "rating", "percent", "level", "status_on")
        if is_name or (self.is_milestones and field in ("commitment", "commitment_number")):
            return
        if context.words.is_placeholder(cell.text):
            context.account.leave(table, cell, Reason.PLACEHOLDER, heading=column.heading)
        elif field in TEXT_FIELDS:
            context.add_text(draft, field, table, cell)
        elif field in DATE_FIELDS:
            context.account.use(self.view.place(cell))
            read_dates(cell.text, context.dates, context.words, draft.start, draft.end, field, column.heading)
        elif field == "comments":
            context.add_comments(draft, table, cell, column.heading)
        elif (target := self._text_column(draft, field)) is not None:
            context.add_bodies(draft, target, table, cell)
        elif not context.add_answer(draft, table, cell, column.heading, field):
            context.account.leave(table, cell, Reason.NO_COLUMN, heading=column.heading or None)

    def _of_commitment(self) -> frozenset[int]:
        """The columns of bodies and texts whose cells are merged over just the rows of each commitment: they speak of it."""
        named = next(iter((*self.header.of("commitment"), *self.header.of("commitment_number"))), None)
        own = self._extents(named.index) if named else frozenset()
        if not self.is_milestones or not any(span > 1 for _, span in own):
            return frozenset()
        return frozenset(c.index for c in self.header.columns if c.field in COMMITMENT_FIELDS and self._extents(c.index) == own)

    def _extents(self, column: int) -> frozenset[tuple[int, int]]:
        return frozenset((cell.row, cell.row_span) for row in self.rows if (cell := self.view.at(row, column)) is not None)

    def _text_column(self, draft: Draft, field: str | None) -> str | None:
        """Which plain text column a field fills: bodies differ between commitments and milestones."""
        if not draft.is_commitment:
            wanted = "responsible" if field in ("responsible", "lead_institution") else None
            return wanted if wanted and (field == "responsible" or not self.header.of("responsible")) else None
        if field == "responsible":
            return None if self.header.of("lead_institution") else "lead_institution"
        return field if field in ("lead_institution", "supporting_institutions", "description", "problem") else None

    # -- its rating

    def _rating(self, row: int) -> tuple[RatingReading, list[DatedRating]]:
        levels, dated = self.header.of("level"), self.header.of("status_on")
        if levels:
            reading = self._ticked(row, levels)
        elif dated:
            return self._latest(row, dated)
        else:
            reading = self._printed(row)
        return reading, []

    def _printed(self, row: int) -> RatingReading:
        """The rating of a rating column, and the percentage of one of those."""
        readings = [r for c in self.header.of("rating") if not (r := self._one(row, c)).is_blank]
        reading = readings[0] if readings else RatingReading(is_blank=True)
        if len({(r.rating, r.completion) for r in readings}) > 1:  # two columns that say otherwise: neither is picked
            reading = RatingReading(text="\n".join(r.text for r in readings if r.text) or None, issue=RatingIssue.COLOUR_AND_TEXT_DISAGREE)
        for column in self.header.of("percent")[:1]:
            share = self._one(row, column, is_percent=True)
            if reading.is_blank:
                reading = share
            elif share.percent is not None:
                reading = replace(reading, percent=share.percent)
        return reading

    def _one(self, row: int, column: Column, *, is_percent: bool = False) -> RatingReading:
        cell = self.view.at(row, column.index)
        if cell is None:
            return RatingReading(is_blank=True)
        if self.context.words.is_placeholder(cell.text) and not (cell.fill or cell.marks):
            self.context.account.leave(self.view.table, cell, Reason.PLACEHOLDER, heading=column.heading)
            return RatingReading(is_blank=True)
        self.context.account.use(self.view.place(cell))
        return read_rating(cell, self.context.legend, self.context.words, fill_counts=self._fill_counts(row, cell), is_percent=is_percent)

    def _fill_counts(self, row: int, cell: Cell) -> bool:
        """Whether a cell's fill is its own: not that of the whole row, nor of its column's heading."""
        if not cell.fill:
            return False
        others = [c for c in self.view.row(row) if c is not cell and not any(c.column == k.index for k in self.header.of("number"))]
        alike = sum(c.fill == cell.fill for c in others)
        if others and alike >= max(1, (len(others) + 1) // 2):
            return not cell.text.strip() and cell.fill in self.context.legend.colours
        return cell.fill not in self.fills

    def _column_fill(self) -> frozenset[str]:
        """The fills that the heading row has too: those are decoration."""
        cells = [self.view.at(self.header.row, c.index) for c in self.header.columns]
        return frozenset(fill for fill, n in Counter(c.fill for c in cells if c and c.fill).items() if n >= 2 and fill is not None)

    def _ticked(self, row: int, levels: Sequence[Column]) -> RatingReading:
        ticked: list[tuple[str, str]] = []
        for column in levels:
            cell = self.view.at(row, column.index)
            if cell is None:
                continue
            if is_empty_box(cell.text, self.context.words) and not (cell.fill and not cell.text.strip()):
                self.context.account.use(self.view.place(cell))
            elif self.context.words.is_placeholder(cell.text) and not is_tick(cell.text, self.context.words):
                self.context.account.leave(self.view.table, cell, Reason.PLACEHOLDER, heading=column.heading)
            elif is_tick(cell.text, self.context.words) or (not cell.text.strip() and self._fill_counts(row, cell)):
                self.context.account.use(self.view.place(cell))
                ticked.append((column.level or "", column.heading))
            elif cell.text.strip() and not is_letters(cell.text):
                self.context.account.leave(self.view.table, cell, Reason.NO_COLUMN, heading=column.heading)
                ticked.append((column.level or "", column.heading))
        return read_levels(ticked)

    def _latest(self, row: int, columns: Sequence[Column]) -> tuple[RatingReading, list[DatedRating]]:
        """The ratings of dated columns; the latest date's is the row's."""
        dated: list[DatedRating] = []
        latest: tuple[object, RatingReading] | None = None
        for n, column in enumerate(columns):
            found = find_dates(column.heading, self.context.dates)
            as_of = found[0].last if found else None
            reading = self._one(row, column)
            if not reading.is_blank:
                dated.append(DatedRating(column.heading, as_of, reading))
            rank = (as_of is not None, as_of, n) if as_of else (False, n)
            if latest is None or _later(rank, latest[0]):
                latest = (rank, reading)
        return (latest[1] if latest else RatingReading(is_blank=True)), dated


def _later(rank: object, other: object) -> bool:
    """Whether one column's date is later; columns without a date go by their order, before all that have one."""
    return len(rank) > len(other) or (len(rank) == len(other) and rank > other)  # type: ignore[arg-type,operator]  # tuples of one shape
