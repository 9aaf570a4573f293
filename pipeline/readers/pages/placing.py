"""Where things on a page stand: in which slot of which table, or in none."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.readers.pages.fills import Stripes
from pipeline.readers.pages.frames import Frame
from pipeline.readers.pages.glyphs import PageText, Run
from pipeline.readers.pages.grids import Lattice
from pipeline.readers.pages.paint import WHITE, Area

HUGGING = 2.2  # of the font size: a colour behind words is no higher


class Place(NamedTuple):
    """Where a cell stands: the number of the table on its page, and the slot in it."""

    table: int
    slot: int


class Board:
    """A page's tables, to be asked what stands in which slot."""

    def __init__(self, lattices: Sequence[Lattice], frame: Frame) -> None:
        self._lattices, self._frame = lattices, frame
        boxes = [(*lattice.box, number) for number, lattice in enumerate(lattices)]
        self._boxes = sorted(boxes, key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))  # the innermost first
        self.places = [[Place(number, slot) for slot in range(len(lattice.slots))] for number, lattice in enumerate(lattices)]

    def at(self, x: float, y: float) -> Place | None:
        """Return the innermost slot at a point."""
        for x0, top, x1, bottom, number in self._boxes:
            if x0 <= x <= x1 and top <= y <= bottom:
                slot = self._lattices[number].slot_at(x, y)
                if slot is not None:
                    return self.places[number][slot]
        return None

    def of(self, run: Run) -> Place | None:
        """Return the innermost slot in which a run begins."""
        if not self._boxes:
            return None
        size = run.style.size
        if run.style.turn:
            return self.at(*self._frame.from_turned(run.style.turn, (run.x0 + run.x1) / 2, run.base - 0.3 * size))
        return self.at(run.x0 + min((run.x1 - run.x0) / 2, size), run.base - 0.3 * size)

    def parted(self, run: Run, place: Place | None, highlights: Stripes, text: PageText) -> list[tuple[Run, Place | None]]:
        """Part a run at the walls of cells and at the ends of coloured stretches."""
        if run.style.turn:
            return [(run, place)]
        middle = run.base - 0.3 * run.style.size
        behind = [area for area in highlights.between(middle, middle) if _is_behind(area, run, middle)] if highlights.areas else []
        if not behind and not self._crosses_wall(run, place, middle):
            return [(run, place)]

        def key(x0: float, x1: float) -> tuple[Place | None, str | None]:
            x = (x0 + x1) / 2
            # What runs over the table's edge still belongs to its cell.
            return self.at(x, middle) or place, next((area.colour for area in reversed(behind) if area.x0 <= x <= area.x1), None)

        return [(replace(piece, highlight=None if colour == WHITE else colour), own) for piece, (own, colour) in text.parted(run, key)]

    def _crosses_wall(self, run: Run, place: Place | None, middle: float) -> bool:
        if place is not None:
            slot = self._lattices[place.table].slots[place.slot]
            return (run.x1 > slot.x1 + 1 or run.x0 < slot.x0 - 1) and self.at(run.x0 + 1, middle) != self.at(run.x1 - 1, middle)
        return any(x0 < run.x1 and run.x0 < x1 and top <= middle <= bottom for x0, top, x1, bottom, _ in self._boxes)


def _is_behind(area: Area, run: Run, middle: float) -> bool:
    """Tell whether an area about as high as a line stands behind a run."""
    return area.top < middle < area.bottom and area.x0 < run.x1 and area.x1 > run.x0 and area.bottom - area.top < HUGGING * run.style.size
