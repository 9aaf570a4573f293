"""Source pages: a document drawn again as it was read, and its pages as pictures with every cell a place to point at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.book import pages
from pipeline.book.places import Source, block_id, cell_id
from pipeline.model import Block, BlockKind, Cell, Grid


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on a page, in points from its top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell of a table drawn again."""

    name: str
    column_span: int
    row_span: int
    fill: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a document: prose, or a table."""

    kind: str
    name: str = ""
    text: str = ""
    level: int = 1
    grid: Grid | None = None
    label: str = ""
    rows: Sequence[tuple[int, Sequence[DrawnCell]]] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.kind == BlockKind.HEADING


def document_pages(source: Source, report_id: str, language: str | None, twin: str | None) -> Iterator[tuple[str, str]]:
    """Yield the pages of a document, by name: drawn again, and a page for each picture."""
    folder = source.drawn.rpartition("/")[0]
    common: dict[str, Any] = {"report_id": report_id, "file_name": source.file_name}
    parts = list(_parts(source))
    yield f"{folder}/fills.css", _fills(parts)
    yield (
        source.drawn,
        pages.render("document.html", source.drawn, **common, parts=parts, lang=language or "", twin=twin, pictures=bool(source.sizes)),
    )
    frames = _frames(source)
    for number, (width, height) in enumerate(source.sizes, 1):
        name = source.picture(number)
        values = {"number": number, "n_pages": len(source.sizes), "width": width, "height": height, "boxes": sorted(frames.get(number, {}).items())}
        yield name, pages.render("picture.html", name, **common, **values)


def _parts(source: Source) -> Iterator[Part]:
    grids = {g.table: g for g in source.document.grids}
    for block in source.document.blocks:
        if block.kind is BlockKind.TABLE:
            grid = grids.pop(block.table if block.table is not None else -1, None)
            if grid:
                yield _grid(grid)
        elif block.text:
            yield Part(block.kind.value, block_id(block), block.text, min(block.level or 1, 6))
    for _, grid in sorted(grids.items()):
        yield _grid(grid)


def _grid(grid: Grid) -> Part:
    rows: dict[int, list[Cell]] = {number: [] for number in range(grid.n_rows)}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    inside = f", inside table {grid.parent.table + 1}" if grid.parent else ""
    drawn = [(number, [_cell(grid.table, c) for c in sorted(cells, key=lambda c: c.column)]) for number, cells in sorted(rows.items())]
    return Part("table", grid=grid, label=f"Table {grid.table + 1}{inside}", rows=drawn)


def _cell(table: int, cell: Cell) -> DrawnCell:
    colours = [cell.fill, *(m.colour for m in cell.marks)]
    fill = next((c for c in colours if c and c not in ("FFFFFF", "000000")), None)
    return DrawnCell(cell_id(table, cell), cell.column_span, cell.row_span, fill, cell.text)


def _fills(parts: Sequence[Part]) -> str:
    """Return a style rule for each colour of the document's cells: its pages carry no style of their own."""
    fills = sorted({c.fill for p in parts for _, cells in p.rows for c in cells if c.fill})
    return "".join(f".f{f}{{background:#{f};color:{_ink(f)}}}\n" for f in fills)


def _ink(fill: str) -> str:
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000" if luminance > 0.179 else "#fff"


def _frames(source: Source) -> dict[int, dict[str, Frame]]:
    """Return the places on each page: cells, rows and blocks by their id."""
    frames: dict[int, dict[str, Frame]] = {}
    for grid in source.document.grids:
        for cell in grid.cells:
            _add(frames, cell_id(grid.table, cell), cell)
            _add(frames, f"t{grid.table}r{cell.row}", cell)
    for block in source.document.blocks:
        if block.text:
            _add(frames, block_id(block), block)
    return frames


def _add(frames: dict[int, dict[str, Frame]], name: str, part: Cell | Block) -> None:
    """Let a place cover a part's boxes too."""
    for box in part.boxes:
        page = frames.setdefault(box.page, {})
        x0, y0, x1, y1 = box.x0, box.top, box.x1, box.bottom
        if name in page:
            old = page[name]
            x0, y0, x1, y1 = min(x0, old.x), min(y0, old.y), max(x1, old.x + old.width), max(y1, old.y + old.height)
        page[name] = Frame(round(x0, 1), round(y0, 1), round(x1 - x0, 1), round(y1 - y0, 1))
