"""The account of a document: which texts were placed, which were left and why. What is neither is not understood."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.curation.grids import non_blank
from pipeline.model import Block, BlockKind, Cell, CellPlace, Document
from pipeline.tables import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A text that goes to `unmapped`."""

    text: str
    reason: Reason
    heading: str | None = None
    place: CellPlace | None = None
    position: int | None = None  # of the block, for prose
    pages: tuple[int, ...] | None = None


@dataclass(slots=True)
class Account:
    """What became of every non-blank cell and paragraph of one document."""

    document: Document
    used: set[CellPlace] = field(default_factory=set)
    positions: set[int] = field(default_factory=set)
    left: list[Left] = field(default_factory=list)
    nested_used: set[int] = field(default_factory=set)  # nested tables whose cells are accounted for one by one

    def use(self, *places: CellPlace) -> None:
        """Note that a cell's text stands in a curated column."""
        self.used.update(places)

    def use_block(self, *positions: int) -> None:
        """Note that a paragraph stands in a curated column."""
        self.positions.update(positions)

    def leave(self, table: int, cell: Cell, reason: Reason, *, heading: str | None = None, text: str | None = None) -> None:
        """Put a cell's text, or a part of it, into `unmapped`. A cell is left once."""
        place = CellPlace(table, cell.row, cell.column)
        if text is None and place in self.used:
            return
        self.used.add(place)
        printed = cell.text if text is None else text
        if printed.strip():
            self.left.append(Left(text=printed, reason=reason, heading=heading, place=place, pages=cell.pages))

    def leave_block(self, block: Block, reason: Reason, *, text: str | None = None) -> None:
        """Put a paragraph into `unmapped`."""
        self.positions.add(block.position)
        self.left.append(Left(text=text or block.text, reason=reason, position=block.position, pages=block.pages))

    def leave_table(self, table: int, cells: Iterable[Cell], reason: Reason) -> None:
        """Put all of a table that is not yet placed into `unmapped`."""
        for cell in cells:
            if cell.text.strip():
                self.leave(table, cell, reason)

    def close(self) -> list[Left]:
        """Return all that is left, in the document's order; what nobody spoke for is not understood."""
        for grid in self.document.grids:
            if grid.parent is not None and grid.table in self.nested_used:
                self.leave_table(grid.table, grid.cells, Reason.NOT_UNDERSTOOD)
        for place, cell in non_blank(self.document):
            if place not in self.used:
                self.leave(place.table, cell, Reason.NOT_UNDERSTOOD)
        for block in self.document.blocks:
            if block.kind in (BlockKind.PAGE_HEADER, BlockKind.PAGE_FOOTER) and block.text.strip() and block.position not in self.positions:
                self.leave_block(block, Reason.RUNNING_HEAD)
        order = {b.table: b.position for b in self.document.blocks if b.kind is BlockKind.TABLE and b.table is not None}
        parents = {g.table: g.parent.table for g in self.document.grids if g.parent is not None}
        return sorted(self.left, key=lambda item: _place_in_order(item, order, parents))


def _place_in_order(item: Left, order: dict[int, int], parents: dict[int, int]) -> tuple[int, int, int, int]:
    if item.place is None:
        return (item.position or 0, 0, 0, 0)
    table = item.place.table
    while table in parents:
        table = parents[table]
    return (order.get(table, len(order)), item.place.table, item.place.row, item.place.column)
