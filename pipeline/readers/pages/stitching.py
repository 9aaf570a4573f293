"""Parts of tables on following pages → whole tables: columns aligned, repeated headings dropped, cut rows made one."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from pipeline.letters import begins_small
from pipeline.model import Box
from pipeline.readers.pages.lines import Line
from pipeline.readers.pages.paragraphs import LABEL, SENTENCE_ENDS
from pipeline.readers.pages.reading import PageTable
from pipeline.readers.pages.symbols import is_right_to_left

SAME = 3.5  # points: column edges on two pages that differ less are one
MAX_HEADINGS = 6  # rows that may repeat on each page
ROOM_BELOW = 2.4  # of the font size: a text above more room than that has ended in its cell
AT_LENGTH = 3  # lines: a text so long in a cell that spans no rows may run on in the row below, a few words not
HEAD_ROWS = 60  # rows from a table's first that are remembered as its head


@dataclass(slots=True)
class WholeCell:
    """One cell of a whole table; rows and columns as in `Slot`, boxes a page."""

    row: int
    column: int
    row_end: int
    column_end: int
    lines: list[Line]
    fill: str | None
    boxes: list[Box]
    is_open: bool = False
    nested: list["Whole"] = field(default_factory=list)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.lines and not self.nested

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Whole:
    """A table over all its pages."""

    xs: list[float]
    cells: list[WholeCell]
    n_rows: int
    first_page: int
    top: float  # of its first part
    page: int  # of its last part
    bottom: float  # of its last part
    is_ruled: bool = True
    header_rows: int = 0
    seams: set[int] = field(default_factory=set)  # rows that begin a page
    head: dict[int, list[WholeCell]] = field(default_factory=dict)  # the cells of its first parts by row
    tail: list[WholeCell] = field(default_factory=list)  # the cells that stand on its last page

    def last_row(self) -> list[WholeCell]:
        """Return the cells that reach into the last row."""
        return [cell for cell in self.tail if cell.row_end >= self.n_rows]


def whole_of(table: PageTable, page: int) -> Whole:
    """Return a page's table as a whole of its own."""
    cells = [
        WholeCell(
            slot.row, slot.column, slot.row_end, slot.column_end, lines, fill, [Box(page, slot.x0, slot.top, slot.x1, slot.bottom)], slot.is_open
        )
        for slot, lines, fill in zip(table.lattice.slots, table.lines, table.fills, strict=True)
    ]
    lattice = table.lattice
    whole = Whole(list(lattice.xs), cells, len(lattice.ys) - 1, page, lattice.ys[0], page, lattice.ys[-1], table.is_ruled)
    whole.tail = list(cells)
    _add_to_head(whole, cells)
    return whole


def _add_to_head(whole: Whole, cells: Iterable[WholeCell]) -> None:
    for cell in cells:
        whole.head.setdefault(cell.row, []).append(cell)


def goes_on(whole: Whole, part: Whole, page_bottom: float) -> bool:
    """Tell whether a table at the foot of a page goes on in the table at the head of the next.

    Args:
        page_bottom: how far down the page's text may reach.
    """
    if whole.is_ruled != part.is_ruled or not (_same_sides(whole, part) if whole.is_ruled else _same_columns(whole, part)):
        return False
    if _is_same_form_again(whole, part):
        return False
    if repeated_headings(whole, part) or any(cell.is_open for cell in whole.last_row()) or _a_sentence_goes_on(whole, part):
        return True
    return whole.bottom + _least_height(whole, part) > page_bottom


def _least_height(whole: Whole, part: Whole) -> float:
    """Return the height that the part's first row needs at the foot of the page before it."""
    top = [cell for cell in part.cells if cell.row == 0]
    storeys = [cell for cell in top if cell.row_end > 1]
    if len(storeys) > 1:
        return min(cell.boxes[0].bottom - cell.boxes[0].top for cell in storeys)  # a heading of two storeys stays together
    first_row = [cell for cell in top if cell.row_end == 1]
    height = min((cell.boxes[0].bottom - cell.boxes[0].top for cell in first_row), default=0.0)
    # A row that may break begins on the page if two lines of it fit; one that is kept together moves as a whole.
    return height if _is_alike(whole, part) or _is_laid_out_alike(whole, first_row) else min(height, 2.6 * _size(part))


def _a_sentence_goes_on(whole: Whole, part: Whole) -> bool:
    """Tell whether a sentence of the last row runs on in the first row of the part, in a cell as wide under a blank label."""
    first = [cell for cell in part.cells if cell.row == 0]
    if not first or not min(first, key=lambda cell: cell.column).is_blank:
        return False
    pairs = ((upper, cell) for cell in first if cell.lines for upper in whole.last_row() if upper.lines)
    return any(_is_as_wide(upper, cell) and _reads_on(upper, cell) for upper, cell in pairs)


def _is_as_wide(upper: WholeCell, cell: WholeCell) -> bool:
    above, below = upper.boxes[-1], cell.boxes[0]
    return abs(above.x0 - below.x0) <= SAME and abs(above.x1 - below.x1) <= SAME


def _is_alike(whole: Whole, part: Whole) -> bool:
    """Tell whether two tables have the same column edges."""
    return len(whole.xs) == len(part.xs) and all(abs(a - b) <= SAME for a, b in zip(whole.xs, part.xs, strict=True))


def _is_laid_out_alike(whole: Whole, row: Sequence[WholeCell]) -> bool:
    """Tell whether some row of a table is parted at the same places as a row of several cells, as label and value of a form are."""
    if len(row) < 2:
        return False
    alike = (cells for cells in whole.head.values() if len(cells) == len(row))
    return any(all(any(_is_as_wide(cell, other) for other in cells) for cell in row) for cells in alike)


def _same_sides(whole: Whole, part: Whole) -> bool:
    return abs(whole.xs[0] - part.xs[0]) <= SAME and abs(whole.xs[-1] - part.xs[-1]) <= SAME


def _same_columns(whole: Whole, part: Whole) -> bool:
    """Tell whether two tables without a lattice have as many columns, each over the other."""
    if len(whole.xs) != len(part.xs):
        return False
    middles = [(a + b) / 2 for a, b in pairwise(part.xs)]
    return all(a < x < b for (a, b), x in zip(pairwise(whole.xs), middles, strict=True))


def _size(part: Whole) -> float:
    return max((line.size for cell in part.cells for line in cell.lines), default=10.0)


def _is_same_form_again(whole: Whole, part: Whole) -> bool:
    """Tell whether the part repeats the labels at the head of the whole beyond a heading: the next form, not more of this."""
    again = _labels(part)
    labels = _labels(whole) if len(again) > 3 else []
    same = sum(a == b for a, b in zip(labels, again, strict=False))
    return len(labels) > 3 and same >= 3 and same >= 0.5 * min(len(labels), len(again))


def _labels(whole: Whole) -> list[str]:
    return [cell.text for row in sorted(whole.head) for cell in whole.head[row] if cell.column == 0 and cell.lines]


def repeated_headings(whole: Whole, part: Whole) -> int:
    """Return how many rows at the head of the part print the whole's first rows again."""
    count = 0
    for number in range(min(MAX_HEADINGS, whole.n_rows, part.n_rows)):
        first, again = (sorted(table.head.get(number, ()), key=attrgetter("column")) for table in (whole, part))
        if len(first) != len(again) or not all(_is_printed_again(whole, upper, part, cell) for upper, cell in zip(first, again, strict=True)):
            break
        if not any(cell.text for cell in first):
            break
        count += 1
    return 0 if count and count == part.n_rows and count == whole.n_rows else count


def _is_printed_again(whole: Whole, upper: WholeCell, part: Whole, cell: WholeCell) -> bool:
    """Tell whether a cell of the part is one of the whole again: at the same place, over as many rows, with the same text."""
    left, own_left = round(whole.xs[upper.column] / SAME / 2), round(part.xs[cell.column] / SAME / 2)
    return left == own_left and upper.row_end - upper.row == cell.row_end - cell.row and upper.text == cell.text


def stitch(whole: Whole, part: Whole) -> None:
    """Add a part on the next page to a whole."""
    headings = repeated_headings(whole, part)
    whole.header_rows = max(whole.header_rows, headings)
    if whole.is_ruled:
        _align(whole, part)
    above = whole.last_row()
    below = [cell for cell in part.cells if cell.row_end > headings]
    first = [cell for cell in below if cell.row <= headings]
    rows_cut = headings < part.n_rows and _row_goes_on(whole, above, first)
    flowing = set() if rows_cut else _flowing(whole, above, first)
    offset = whole.n_rows - headings - (1 if rows_cut else 0)
    tail: list[WholeCell] = []
    new: list[WholeCell] = []
    for cell in below:
        cell.row, cell.row_end = max(cell.row, headings) + offset, cell.row_end + offset
        is_next = cell.row == whole.n_rows - (1 if rows_cut else 0)
        upper = _cell_over(above, cell, whole.n_rows) if is_next else None
        if upper is not None and (rows_cut or id(cell) in flowing):
            _continue(upper, cell)
            tail.append(upper)
        else:
            new.append(cell)
            tail.append(cell)
    whole.cells += new
    if whole.n_rows < HEAD_ROWS:
        _add_to_head(whole, new)
    whole.tail = tail
    for cell in above:
        if rows_cut and cell.row_end < whole.n_rows:
            cell.row_end = whole.n_rows
    whole.seams.add(whole.n_rows)
    whole.n_rows = offset + part.n_rows
    whole.page, whole.bottom = part.page, part.bottom


def _align(whole: Whole, part: Whole) -> None:
    """Give both the column edges of either."""
    if _is_alike(whole, part):
        part.xs = whole.xs
        return
    xs: list[float] = []
    for x in sorted(whole.xs + part.xs):
        if not xs or x - xs[-1] > SAME:
            xs.append(x)
    for table in (whole, part):
        places = [_nearest(xs, x) for x in table.xs]
        for cell in table.cells:
            cell.column, cell.column_end = places[cell.column], places[cell.column_end]
        table.xs = xs


def _nearest(xs: Sequence[float], x: float) -> int:
    at = bisect_left(xs, x)
    return min((number for number in (at - 1, at, at + 1) if 0 <= number < len(xs)), key=lambda number: abs(xs[number] - x))


def _cell_over(above: Sequence[WholeCell], cell: WholeCell, n_rows: int) -> WholeCell | None:
    """Return the cell of the row above in the same columns, or the one that holds them."""
    for upper in above:
        if upper.column == cell.column and upper.column_end == cell.column_end:
            return upper
    return next((upper for upper in above if upper.column <= cell.column and cell.column_end <= upper.column_end), None)


def _continue(upper: WholeCell, cell: WholeCell) -> None:
    upper.lines += cell.lines
    upper.boxes += cell.boxes
    upper.row_end = max(upper.row_end, cell.row_end)
    upper.fill = upper.fill or cell.fill
    upper.is_open = cell.is_open
    if upper.nested and cell.nested and not cell.lines and _same_sides(upper.nested[-1], cell.nested[0]):
        stitch(upper.nested[-1], cell.nested.pop(0))
    upper.nested += cell.nested


def _row_goes_on(whole: Whole, above: Sequence[WholeCell], below: Sequence[WholeCell]) -> bool:
    """Tell whether the first new row on a page is the rest of the last row before it."""
    if all(cell.is_blank for cell in below):
        return False
    pairs = [(upper, cell) for cell in below if (upper := _cell_over(above, cell, whole.n_rows)) is not None]
    if len(pairs) != len(below) or len(above) != len(below):
        return False
    end = min(cell.row_end for cell in below)  # cells that end farther down are merged: their text tells nothing of a single row
    if any(cell.is_open for cell in above):
        return all(cell.is_open for cell in above)  # a closed cell has ended: open ones beside it are merged with the row below
    if any(not cell.is_blank and upper.is_blank for upper, cell in pairs):
        return False
    both = [(upper, cell) for upper, cell in pairs if upper.lines and cell.lines]
    single = [(upper, cell) for upper, cell in pairs if upper.row == whole.n_rows - 1 and cell.row_end == end]
    first = min(single, key=lambda pair: pair[1].column, default=None)
    if (first and _is_numbered(first[0]) and _is_numbered(first[1])) or (len(both) > 1 and all(_begins_anew(*pair) for pair in both)):
        return False
    if first and not first[0].is_blank and first[1].is_blank and not _has_blank_labels(whole):
        return True
    return any(_reads_on(upper, cell) for upper, cell in both) and not any(_begins_anew(upper, cell) for upper, cell in both)


def _is_numbered(cell: WholeCell) -> bool:
    return bool(cell.lines) and LABEL.match(f"{cell.lines[0].text} ") is not None


def _flowing(whole: Whole, above: Sequence[WholeCell], first: Sequence[WholeCell]) -> set[int]:
    """Return which cells of a new row on the page are the lower parts of merged cells above, by id.

    They are those under a cell without a bottom rule; of cells that span rows on either page, the blank ones, those without a number
    in a column of numbers, those in which a sentence runs on, and those of the same rows that are full above; and where one of a
    single row runs on, the blank ones beside it.
    """
    pairs = [(upper, cell) for cell in first if (upper := _cell_over(above, cell, whole.n_rows)) is not None]
    exact = [(upper, cell) for upper, cell in pairs if upper.column == cell.column and upper.column_end == cell.column_end]
    flowing = {id(cell) for upper, cell in exact if upper.is_open and (cell.is_blank or upper.is_blank)}
    end = min((cell.row_end for cell in first), default=0)
    merged = [(upper, cell) for upper, cell in exact if not upper.is_blank and (upper.row < whole.n_rows - 1 or cell.row_end > end)]
    flowing |= {id(cell) for upper, cell in merged if (cell.is_blank and upper.fill == cell.fill) or _lacks_number(whole, cell)}
    reading_on = [(upper, cell) for upper, cell in exact if upper.lines and cell.lines and _reads_on(upper, cell)]
    are_alone = len(reading_on) == sum(bool(upper.lines and cell.lines) for upper, cell in exact)
    running = {
        id(cell) for upper, cell in reading_on if are_alone or (upper, cell) in merged or len(upper.lines) >= AT_LENGTH or _lacks_capital(whole, cell)
    }
    flowing |= running
    rows = {(upper.row, cell.row_end) for upper, cell in merged if id(cell) in running}
    flowing |= {id(cell) for upper, cell in merged if (upper.row, cell.row_end) in rows and _has_room_for_no_more(upper, cell)}
    if running and not rows:
        flowing |= {id(cell) for upper, cell in exact if not upper.is_blank and cell.is_blank and upper.fill == cell.fill}
    return flowing


def _lacks_number(whole: Whole, cell: WholeCell) -> bool:
    """Tell whether a cell begins without a number in a column where all others below the heading have one."""
    others = [other for other in whole.cells if other.column == cell.column and other.row > 0 and other.lines and other.column_end == cell.column_end]
    return bool(cell.lines) and not _is_numbered(cell) and len(others) > 1 and all(_is_numbered(other) for other in others)


def _lacks_capital(whole: Whole, cell: WholeCell) -> bool:
    """Tell whether a cell begins in lower case in a column where all others begin with a capital or a figure."""
    others = [other.text for other in whole.cells if other.column == cell.column and other.lines and other is not cell]
    return bool(cell.lines) and begins_small(cell.text) and len(others) > 2 and not any(begins_small(text) for text in others)


def _has_blank_labels(whole: Whole) -> bool:
    """Tell whether rows without a first cell's text are usual in a table."""
    known = (*whole.head.values(), whole.tail)
    firsts = {id(cell): cell for cells in known for cell in cells if cell.column == 0 and cell.row not in whole.seams}.values()
    blank = sum(not cell.lines for cell in firsts)
    return blank >= 2 and blank > 0.2 * len(firsts)


def _reads_on(upper: WholeCell, cell: WholeCell) -> bool:
    """Tell whether a sentence goes on from one cell into the other."""
    last, first = upper.lines[-1], cell.lines[0]
    if upper.boxes[-1].bottom - last.bottom > ROOM_BELOW * last.size:
        return False
    may_go_on = begins_small(first.text) or last.text[-1:] in "-,\x02" or (first.text[0].islower() and len(upper.lines) >= AT_LENGTH)
    return last.text[-1:] not in SENTENCE_ENDS and _is_full(upper, last, first) and may_go_on


def _has_room_for_no_more(upper: WholeCell, cell: WholeCell) -> bool:
    """Tell whether the words of a cell, whatever they begin with, stand below because the last line above is full and ends no sentence."""
    return bool(upper.lines and cell.lines) and not _begins_anew(upper, cell) and upper.lines[-1].text[-1:] not in SENTENCE_ENDS


def _begins_anew(upper: WholeCell, cell: WholeCell) -> bool:
    last, first = upper.lines[-1], cell.lines[0]
    return not _is_full(upper, last, first) and last.text[-1:] not in SENTENCE_ENDS


def _is_full(cell: WholeCell, last: Line, first: Line) -> bool:
    box = cell.boxes[-1]
    if is_right_to_left(last.text):
        return last.x0 - box.x0 < first.first_word + 8
    return box.x1 - last.x1 < first.first_word + 8
