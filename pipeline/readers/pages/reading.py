"""One page → its tables' cells and its lines of prose, while pdfium holds the page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.readers.pages import native
from pipeline.readers.pages.fills import cell_fill, is_highlight
from pipeline.readers.pages.frames import Frame, frame_of, main_turn
from pipeline.readers.pages.glyphs import PageText, Run
from pipeline.readers.pages.grids import Lattice, find_lattices
from pipeline.readers.pages.lines import Line, lines_of
from pipeline.readers.pages.paint import Area, Paint, read_paint


class Place(NamedTuple):
    """Where a cell stands: the number of the table on its page, and the slot in it."""

    table: int
    slot: int


@dataclass(slots=True)
class PageTable:
    """A table's part on one page."""

    lattice: Lattice
    lines: list[list[Line]]  # by slot
    fills: list[str | None]  # by slot
    is_ruled: bool = True
    parent: Place | None = None

    @property
    def has_text(self) -> bool:
        return any(self.lines)


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    number: int
    frame: Frame
    tables: list[PageTable] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)  # prose
    n_glyphs: int = 0


def read_page(handle: pdfium.FPDF_PAGE, number: int) -> Page:
    """Read one loaded page."""
    frame = frame_of(handle)
    text = PageText(handle, frame)
    try:
        runs = text.runs()
        turn = main_turn((run.style.turn, run.end - run.start) for run in runs)
        if turn:
            frame = frame.turned(turn)
            text.close()
            text = PageText(handle, frame)
            runs = text.runs()
        return _arranged(Page(number, frame, n_glyphs=len(text.text)), text, runs, read_paint(handle, frame))
    finally:
        text.close()


def _arranged(page: Page, text: PageText, runs: list[Run], paint: Paint) -> Page:
    lattices = find_lattices(paint.edges)
    owners: dict[Place, list[Run]] = {}
    prose: list[Run] = []
    fills = [[cell_fill(slot, paint.fills) for slot in lattice.slots] for lattice in lattices]
    highlights = [area for area in paint.fills if is_highlight(area, lattices)]
    for run in _parted(runs, highlights, lattices, text):
        place = _place(run, lattices)
        if place is None:
            prose.append(run)
        else:
            owners.setdefault(place, []).append(run)
    for number, lattice in enumerate(lattices):
        lines = [lines_of(owners.get(Place(number, slot), ()), page.number, text.first_word) for slot in range(len(lattice.slots))]
        page.tables.append(PageTable(lattice, lines, fills[number]))
    page.lines = lines_of(prose, page.number, text.first_word)
    return page


def _parted(runs: Iterable[Run], highlights: list[Area], lattices: list[Lattice], text: PageText) -> Iterable[Run]:
    """Part runs at the walls of cells and at the ends of coloured stretches."""
    for run in runs:
        yield run


def _place(run: Run, lattices: list[Lattice]) -> Place | None:
    """Return the innermost slot in which a run begins."""
    x = run.x0 + min((run.x1 - run.x0) / 2, run.size)
    y = run.base - 0.3 * run.size
    best: Place | None = None
    smallest = float("inf")
    for number, lattice in enumerate(lattices):
        x0, top, x1, bottom = lattice.box
        if not (x0 <= x <= x1 and top <= y <= bottom) or (x1 - x0) * (bottom - top) >= smallest:
            continue
        slot = lattice.slot_at(x, y)
        if slot is not None:
            best, smallest = Place(number, slot), (x1 - x0) * (bottom - top)
    return best
