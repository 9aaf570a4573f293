"""A grid as a matrix: which cell covers which place, row by row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.model import Cell, CellPlace, Document, Grid


class View:
    """A grid with look-up by place. Merged cells answer for every place they cover."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._at: dict[tuple[int, int], Cell] = {}
        self._rows: dict[int, tuple[Cell, ...]] = {}  # asked for so far
        self._filled: dict[int, tuple[Cell, ...]] = {}
        for cell in grid.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    self._at.setdefault((row, column), cell)

    @property
    def table(self) -> int:
        """The table's number in the document."""
        return self.grid.table

    @property
    def n_rows(self) -> int:
        """How many rows it has."""
        return self.grid.n_rows

    @property
    def n_columns(self) -> int:
        """How many columns it has."""
        return self.grid.n_columns

    def at(self, row: int, column: int) -> Cell | None:
        """Return the cell that covers a place."""
        return self._at.get((row, column))

    def row(self, row: int) -> tuple[Cell, ...]:
        """Return the cells that cover a row, each once, from the left."""
        if row not in self._rows:
            covering = (self._at.get((row, column)) for column in range(self.n_columns))
            self._rows[row] = tuple({id(cell): cell for cell in covering if cell is not None}.values())
        return self._rows[row]

    def filled(self, row: int) -> tuple[Cell, ...]:
        """Return the cells that cover a row and aren't blank."""
        if row not in self._filled:
            self._filled[row] = tuple(c for c in self.row(row) if c.text.strip())
        return self._filled[row]

    def starting(self, row: int) -> tuple[Cell, ...]:
        """Return the cells whose first row this is."""
        return tuple(c for c in self.row(row) if c.row == row)

    def column(self, column: int, rows: Sequence[int]) -> tuple[Cell, ...]:
        """Return the cells of a column in the rows given, each once."""
        cells: dict[int, Cell] = {}
        for row in rows:
            cell = self._at.get((row, column))
            if cell is not None:
                cells.setdefault(id(cell), cell)
        return tuple(cells.values())

    @cached_property
    def is_single_cell(self) -> bool:
        """Whether the table is one box of text."""
        return len([c for c in self.grid.cells if c.text.strip()]) == 1

    def band(self, row: int) -> Cell | None:
        """Return the one cell that fills the row from side to side, if it does so alone."""
        cells, filled = self.row(row), self.filled(row)
        if len(filled) != 1 or self.n_columns < 2:
            return None
        cell = filled[0]
        if cell.row_span > 1:
            return None
        alone = len(cells) == 1 or (cell.column == cells[0].column and cell.column_span >= max(2, self.n_columns // 2))
        return cell if alone else None

    def place(self, cell: Cell) -> CellPlace:
        """Return the cell's coordinates."""
        return CellPlace(self.table, cell.row, cell.column)


def views(document: Document) -> dict[int, View]:
    """Return every grid of a document as a matrix, by table number."""
    return {g.table: View(g) for g in document.grids}


def nested_in(document: Document) -> dict[CellPlace, tuple[Grid, ...]]:
    """Return which grids stand inside which cell."""
    inside: dict[CellPlace, tuple[Grid, ...]] = {}
    for grid in document.grids:
        if grid.parent is not None:
            inside[grid.parent] = (*inside.get(grid.parent, ()), grid)
    return inside


def non_blank(document: Document) -> Iterator[tuple[CellPlace, Cell]]:
    """Yield every cell with text of the top-level grids; a nested grid's text is part of its outer cell."""
    for grid in document.grids:
        if grid.parent is None:
            for cell in grid.cells:
                if cell.text.strip():
                    yield CellPlace(grid.table, cell.row, cell.column), cell


def feet_of(document: Document) -> frozenset[str]:
    """Return the texts that stand in the last row of several of a document's tables, and in no other row of any."""
    n_tables: Counter[str] = Counter()
    elsewhere: set[str] = set()
    for grid in document.grids:
        n_tables.update({cell.text for cell in grid.cells})
        elsewhere.update(cell.text for cell in grid.cells if cell.row + cell.row_span < grid.n_rows)
    return frozenset(text for text, count in n_tables.items() if count > 1 and text not in elsewhere)
