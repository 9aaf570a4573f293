"""w:tbl: a table's cells on one grid, merged cells once, each with the colour that it shows."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from pipeline.colour import painted
from pipeline.model import Cell, CellPlace, Grid
from pipeline.readers.ooxml import names as n
from pipeline.readers.ooxml.names import VAL, w
from pipeline.readers.ooxml.passages import BLANK, Passage, join
from pipeline.readers.ooxml.properties import first
from pipeline.readers.ooxml.shading import read_shading
from pipeline.readers.ooxml.styles import is_on
from pipeline.readers.ooxml.tablestyles import Look, TableStyle
from pipeline.readers.ooxml.theme import Theme

_MAX_COUNT = 100_000  # of columns or twips: more is damage
_MAX_COLUMNS = 1000  # Word's own limit is 63
_WIDTH_TOLERANCE = 0.02  # of the table's width, by which a cell's edge may miss a grid line


@dataclass(slots=True)
class Draft:
    """A cell while its table is read: edges count lines of Word's own grid."""

    row: int
    start: int
    end: int
    fill: str | None = None
    row_span: int = 1
    passage: Passage = BLANK


@dataclass(slots=True)
class Table:
    """A table while the document is read; its number and columns are settled at the end."""

    parent: "Place | None"
    number: int = -1
    n_rows: int = 0
    header_rows: int = 0
    drafts: list[Draft] = field(default_factory=list)
    _edges: list[int] = field(default_factory=list)

    def edges(self) -> list[int]:
        """Return the grid lines on which a cell begins or ends: Word's grid has more, which nobody sees.

        Ask when the table has been read whole.
        """
        if not self._edges:
            self._edges = sorted({d.start for d in self.drafts} | {d.end for d in self.drafts})
        return self._edges

    def passage(self) -> Passage:
        """Return all its text: cells parted by tabs, rows by newlines, blank rows left out."""
        rows: dict[int, list[Passage]] = {}
        for draft in self.drafts:
            rows.setdefault(draft.row, []).append(draft.passage)
        return join([join(row, "\t") for row in rows.values() if not all(cell.is_blank for cell in row)], "\n")

    def grid(self) -> Grid:
        """Return the table as read."""
        edges = self.edges()
        columns = {edge: column for column, edge in enumerate(edges)}
        cells = tuple(
            Cell(
                row=d.row,
                column=columns[d.start],
                row_span=d.row_span,
                column_span=columns[d.end] - columns[d.start],
                text=d.passage.text,
                fill=painted(d.fill or None),
                marks=d.passage.marks,
            )
            for d in self.drafts
        )
        return Grid(
            table=self.number,
            n_rows=self.n_rows,
            n_columns=max(len(edges) - 1, 0),
            cells=cells,
            parent=self.parent.settled() if self.parent else None,
            header_rows=self.header_rows,
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a table that is still being read."""

    table: Table
    row: int
    start: int

    def settled(self) -> CellPlace:
        """Return the place by the table's final number and columns."""
        return CellPlace(self.table.number, self.row, bisect_left(self.table.edges(), self.start))


@dataclass(slots=True, kw_only=True)
class CellSaid:
    """What a w:tcPr says."""

    span: int = 1
    width: int | None = None
    merged_down: str | None = None  # "restart" or "continue"
    merged_across: bool = False
    shading: str | None = None
    deleted: bool = False


@dataclass(slots=True, kw_only=True)
class RowSaid:
    """What a w:trPr says."""

    before: int = 0
    after: int = 0
    heading: bool = False
    deleted: bool = False
    hidden: bool = False


def read_row_properties(row: etree._Element) -> RowSaid:
    """Return what a row says of itself."""
    said = RowSaid()
    properties = row.find(n.TR_PR)
    for child in properties if properties is not None else ():
        if child.tag == n.GRID_BEFORE:
            said.before = _count(child.get(VAL), 0)
        elif child.tag == n.GRID_AFTER:
            said.after = _count(child.get(VAL), 0)
        elif child.tag == n.HEADING_ROW:
            said.heading = is_on(child)
        elif child.tag == n.DEL:
            said.deleted = True
        elif child.tag == n.HIDDEN_ROW:
            said.hidden = is_on(child)
    return said


def read_cell_properties(cell: etree._Element, theme: Theme) -> CellSaid:
    """Return what a cell says of itself."""
    said = CellSaid()
    properties = first(cell, n.TC_PR)
    for child in properties if properties is not None else ():
        reader = _CELL_READERS.get(child.tag)
        if reader is not None:
            reader(said, child, theme)
    return said


def _width(said: CellSaid, element: etree._Element, theme: Theme) -> None:
    said.width = _count(element.get(n.WIDTH), 0) if element.get(n.WIDTH_TYPE) == "dxa" else None


def _span(said: CellSaid, element: etree._Element, theme: Theme) -> None:
    said.span = _count(element.get(VAL), 1)


def _merged_down(said: CellSaid, element: etree._Element, theme: Theme) -> None:
    said.merged_down = element.get(VAL) or "continue"


def _merged_by_change(said: CellSaid, element: etree._Element, theme: Theme) -> None:
    said.merged_down = "continue" if element.get(w("vMerge")) == "cont" else "restart"


def _merged_across(said: CellSaid, element: etree._Element, theme: Theme) -> None:
    said.merged_across = (element.get(VAL) or "continue") == "continue"


def _shading(said: CellSaid, element: etree._Element, theme: Theme) -> None:
    said.shading = read_shading(element, theme)


def _deleted(said: CellSaid, element: etree._Element, theme: Theme) -> None:
    said.deleted = True


_CELL_READERS: Mapping[str, Callable[[CellSaid, etree._Element, Theme], None]] = {
    w("tcW"): _width,
    w("gridSpan"): _span,
    w("vMerge"): _merged_down,
    w("cellMerge"): _merged_by_change,
    w("hMerge"): _merged_across,
    n.SHD: _shading,
    w("cellDel"): _deleted,
}


def spans(cells: Sequence[CellSaid], row: RowSaid, lines: Sequence[int]) -> list[int]:
    """Return how many columns of the grid each cell of a row takes.

    Some programs leave the spans out and give widths only; Word goes by the widths, so where a
    row falls short of the grid, so do we.

    Args:
        cells: The row's cells in order.
        row: What the row says.
        lines: The grid's lines in twips from the table's left, the first 0.
    """
    said = [cell.span for cell in cells]
    columns = len(lines) - 1
    if row.before or row.after or not cells or not sum(said) < columns <= _MAX_COLUMNS or lines[-1] <= 0:
        return said
    ends, edge = [], 0
    for cell in cells:
        edge += cell.width or 0
        nearest = min(range(columns + 1), key=lambda line: abs(lines[line] - edge))
        if not cell.width or abs(lines[nearest] - edge) > _WIDTH_TOLERANCE * lines[-1]:
            return said
        ends.append(nearest)
    widths = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    return widths if min(widths) > 0 else said


def grid_lines(table: etree._Element) -> list[int]:
    """Return a table's grid lines in twips from its left."""
    grid = table.find(w("tblGrid"))
    lines = [0]
    for column in grid.iterchildren(w("gridCol")) if grid is not None else ():
        lines.append(lines[-1] + _count(column.get(w("w")), 0))
    return lines


def styled_fills(table: Table, style: TableStyle, look: Look) -> Iterator[tuple[Draft, str]]:
    """Yield the cells without a shading of their own, with what the table's style gives them."""
    right = max((d.end for d in table.drafts), default=0)
    left = min((d.start for d in table.drafts), default=0)
    orders: Mapping[int, int] = {edge: place for place, edge in enumerate(table.edges())}
    for draft in table.drafts:
        if draft.fill is None:
            fill = style.fill(
                look,
                row=draft.row,
                column=orders[draft.start],
                is_last_row=draft.row + draft.row_span == table.n_rows,
                is_first_column=draft.start == left,
                is_last_column=draft.end == right,
            )
            if fill:
                yield draft, fill


def _count(text: str | None, default: int) -> int:
    try:
        return min(max(int(float(text or "")), 0), _MAX_COUNT) if text else default
    except (ValueError, OverflowError):
        return default
