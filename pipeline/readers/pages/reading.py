"""One page → its tables' cells and its lines of prose, while pdfium holds the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.readers.pages.colours import Rendering
from pipeline.readers.pages.fills import UNTOLD, Stripes, cell_fill, highlights_of
from pipeline.readers.pages.forms import read_fields
from pipeline.readers.pages.frames import Frame, frame_of, main_turn
from pipeline.readers.pages.glyphs import PageText, Run
from pipeline.readers.pages.grids import Lattice, Slot
from pipeline.readers.pages.hidden import part_hidden
from pipeline.readers.pages.lines import Line, lines_of
from pipeline.readers.pages.nesting import parents
from pipeline.readers.pages.paint import Edge, Paint, read_paint
from pipeline.readers.pages.placing import Board, Place
from pipeline.readers.pages.signs import Sign, add_signs, read_signs
from pipeline.readers.pages.tables import find_lattices
from pipeline.readers.pages.unruled import Zone, find_unruled

NOWHERE = Place(-1, -1)  # holds no drawn signs
FOOT = 0.9  # of the page's height: running feet stand lower


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
    n_unknown: int = 0  # glyphs without a character
    rules: list[Edge] = field(default_factory=list)  # the level ones outside of ruled tables
    hidden: list[str] = field(default_factory=list)  # text that no reader sees
    is_bare: bool = False  # nothing at all is drawn on it
    has_part_balls: bool = False  # balls filled in part stand on it or on a page before it


class Source(NamedTuple):
    """The open document that pages come from."""

    document: pdfium.FPDF_DOCUMENT
    form: pdfium.FPDF_FORMHANDLE | None
    parts_hyphens: bool = False  # its producer draws a hyphen of hyphenation apart from the letters before it, a typed one not


def read_page(handle: pdfium.FPDF_PAGE, number: int, source: Source, before: Page | None) -> Page:
    """Read one loaded page, given the page before it."""
    frame = frame_of(handle)
    text = PageText(handle, frame, parts_hyphens=source.parts_hyphens)
    try:
        runs = text.runs()
        turn = main_turn((run.style.turn, run.end - run.start) for run in runs) if text.is_turned else 0
        if turn:
            frame = frame.turned(turn)
            text.close()
            text = PageText(handle, frame, parts_hyphens=source.parts_hyphens)
            runs = text.runs()
        text.has_part_balls |= before is not None and before.has_part_balls
        page = Page(number, frame, n_glyphs=len(text.text.strip()), n_unknown=text.text.count("\ufffd"))
        paint, rendering = read_paint(handle, frame, source.document, text.objects), Rendering(handle, frame, turn)
        runs, hidden = part_hidden(runs, paint, frame.width * frame.height, rendering)
        page.hidden = [run.text for run in hidden]
        page.has_part_balls = text.has_part_balls
        page.is_bare = not pdfium.FPDFPage_CountObjects(handle) and not pdfium.FPDFPage_GetAnnotCount(handle)
        return _arranged(page, text, runs + read_fields(handle, source.form, frame), paint, rendering, before)
    finally:
        text.close()


def _arranged(page: Page, text: PageText, runs: list[Run], paint: Paint, rendering: Rendering, before: Page | None) -> Page:
    ruled, page.rules = find_lattices(paint.edges, page.frame.width * page.frame.height)
    board = Board(ruled, page.frame)
    placed: list[tuple[Run, Place | None]] = []
    for run in runs:
        place = board.of(run)
        placed += [(run, place)] if place is not None else [(piece, None) for piece in text.parted_at_gaps(run)]
    prose = [run for run, place in placed if place is None]
    unruled, zones = find_unruled(prose, page.rules, [area for area in paint.fills if board.at(*area.middle) is None], _unruled_foot(before))
    if unruled:
        board = Board(ruled + unruled, page.frame)
        placed = [(run, place or board.of(run)) for run, place in placed]
    lattices = ruled + unruled
    areas = Stripes(paint.fills)
    fills = [[_told(cell_fill(slot, areas), slot, rendering) for slot in lattice.slots] for lattice in lattices]
    highlights = Stripes(highlights_of(paint.fills, lattices, fills))
    owned: dict[Place | None, list[Run]] = {}
    for run, place in placed:
        for piece, own in board.parted(run, place, highlights, text):
            owned.setdefault(own, []).append(piece)
    signs: dict[Place | None, list[Sign]] = {}
    for sign in read_signs(paint, rendering):
        signs.setdefault(board.at(*sign.middle), []).append(sign)

    def lines_at(own: Sequence[Run], place: Place | None) -> list[Line]:
        slot = lattices[place.table].slots[place.slot] if place is not None and place is not NOWHERE else None
        sides = (slot.x0, slot.x1) if slot else None
        return add_signs(lines_of(own, page.number, text, sides), signs.get(place, ()), page.number)

    for number, (lattice, holder) in enumerate(zip(lattices, parents(lattices), strict=True)):
        lines = [lines_at(owned.get(place, ()), place) for place in board.places[number]]
        page.tables.append(PageTable(lattice, lines, fills[number], number < len(ruled), Place(*holder) if holder else None))
    page.lines = _in_columns(owned.pop(None, []), zones, lines_at)
    return page


def _in_columns(runs: Sequence[Run], zones: Sequence[Zone], lines_at: Callable[[Sequence[Run], Place | None], list[Line]]) -> list[Line]:
    """Return the lines of a page's prose, each column of a zone for itself."""
    columns: dict[tuple[float, int] | None, list[Run]] = {None: []}
    for run in runs:
        zone = next((zone for zone in zones if not run.style.turn and zone.top <= run.base <= zone.bottom), None)
        column = None if zone is None else (zone.top, sum(run.x0 > start - 1 for start in zone.starts))
        columns.setdefault(column, []).append(run)
    lines = lines_at(columns.pop(None), None)
    for column, own in columns.items():
        lines += [replace(line, flow=column) for line in lines_at(own, NOWHERE)]
    return lines


def _unruled_foot(page: Page | None) -> Lattice | None:
    """Return the table without ruled lattice at the foot of a page, if one stands there."""
    if page is None or not page.tables or page.tables[-1].is_ruled:
        return None
    lattice = page.tables[-1].lattice
    below = [line for line in page.lines if line.base > lattice.ys[-1] + line.size]
    return lattice if all(line.base > FOOT * page.frame.height for line in below) else None


def _told(fill: str | None, slot: Slot, rendering: Rendering) -> str | None:
    """Return a cell's fill, looked up in the rendering where the paths can't tell it."""
    return rendering.fill(slot.x0 + 1, slot.top + 1, slot.x1 - 1, slot.bottom - 1) if fill == UNTOLD else fill
