"""Where a curated value stands in its document: the cell or the paragraph that holds its words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.book import names
from pipeline.book.pictures import Sizes
from pipeline.model import Block, Box, Cell, Document

_SPACE = re.compile(r"\s+")
_TELLING = 40  # characters that tell a cell
_FAR = 12  # rows below the row's first that may still belong to it (a card, a form)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was staged, with the size of each page where there are pictures."""

    document: Document
    file_name: str
    sizes: Sizes = ()

    def picture(self, page: int) -> str:
        """Return the page that shows a picture."""
        return f"{names.source_folder(self.document.document_id)}/page-{page}.html"

    @property
    def drawn(self) -> str:
        """Return the page that holds the document drawn again."""
        return f"{names.source_folder(self.document.document_id)}/document.html"


def cell_id(table: int, cell: Cell) -> str:
    """Return a cell's id on the pages of its document."""
    return f"t{table}r{cell.row}c{cell.column}"


def block_id(block: Block) -> str:
    """Return a block's id on the pages of its document."""
    return f"b{block.position}"


class Finder:
    """Finds the places of one report's values.

    The leading document is drawn again where it has no pictures; a cell that its PDF rendition holds with the same words is
    shown on the picture of that.
    """

    def __init__(self, lead: Source, rendition: Source | None = None) -> None:
        self.lead, self._rendition = lead, rendition
        self._rows = {g.table: _by_row(g.cells) for g in lead.document.grids}
        self._twins = _twins(rendition.document) if rendition and rendition.sizes else {}
        self._texts = [(_plain(b.text), b) for b in lead.document.blocks if b.text]

    def find(self, row: Mapping[str, Any], value: str | None) -> str | None:
        """Return the page and place of a row's value; of the row where no cell holds the value's words."""
        if row["document_id"] != self.lead.document.document_id:
            return None
        if row["source_table"] is None:
            return self._prose(value)
        return self._cell(row["source_table"], row["source_row"], value)

    def _prose(self, value: str | None) -> str | None:
        words = _plain(value or "")
        if not words:
            return None
        best = next((b for text, b in self._texts if text == words), None)
        best = best or next((b for text, b in self._texts if words[:_TELLING] in text), None)
        if best is None:
            return None
        return self._place(best.boxes, block_id(best))

    def _cell(self, table: int, number: int | None, value: str | None) -> str | None:
        rows = self._rows.get(table)
        if rows is None or number is None:
            return None
        words = _plain(value or "")[:_TELLING]
        near = [number, *(n for n in range(number + 1, number + _FAR) if n in rows)]
        found = next((c for n in near for c in rows.get(n, ()) if words and words in _plain(c.text)), None)
        if found is None:
            return self._row(table, rows.get(number, []))
        return self._cell_place(table, found)

    def fill(self, row: Mapping[str, Any]) -> str | None:
        """Return the place of the cell whose colour is the row's rating."""
        cells = self._rows.get(row["source_table"] if row["source_table"] is not None else -1, {}).get(row["source_row"] or 0, [])
        found = next((c for c in cells if row["rating_fill"] in (c.fill, *(m.colour for m in c.marks))), None)
        if found is None:
            return None
        return self._cell_place(row["source_table"], found)

    def _cell_place(self, table: int, cell: Cell) -> str:
        twin = self._twins.get((table, cell.row, cell.column))
        if twin and self._rendition and _plain(twin.text) == _plain(cell.text) and twin.boxes:
            return f"{self._rendition.picture(twin.boxes[0].page)}#{cell_id(table, twin)}"
        return self._place(cell.boxes, cell_id(table, cell))

    def _row(self, table: int, cells: Sequence[Cell]) -> str | None:
        if not cells:
            return None
        first = min(cells, key=lambda c: (c.row_span, c.column))
        return self._place(first.boxes, f"t{table}r{first.row}")

    def _place(self, boxes: Sequence[Box], name: str) -> str:
        if boxes and boxes[0].page <= len(self.lead.sizes):
            return f"{self.lead.picture(boxes[0].page)}#{name}"
        return f"{self.lead.drawn}#{name}"


def _by_row(cells: Iterable[Cell]) -> dict[int, list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            rows[row].append(cell)
    return rows


def _twins(document: Document) -> dict[tuple[int, int, int], Cell]:
    return {(g.table, c.row, c.column): c for g in document.grids for c in g.cells}


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip().casefold()
