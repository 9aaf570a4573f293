"""Areas of colour → the fill of a cell, or a highlight behind some words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.readers.pages.grids import Lattice, Slot
from pipeline.readers.pages.paint import WHITE, Area

INSET = 1.8  # points from a cell's rules: where its fill must reach
STRIPE, MANY_STRIPES = 64.0, 40  # points, and how many stripes an area is kept in at most
FEW = 40  # areas: so few are looked through one by one
STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
UNTOLD = "?"  # a pattern or picture: only a rendering can tell its colour


class Stripes:
    """Areas to be found by height: each is kept in every stripe of the page that it reaches into."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._stripes: dict[int, list[Area]] = {}
        self._tall: list[Area] = []
        self.areas = list(areas)
        for area in self.areas if len(self.areas) > FEW else ():
            first, last = int(area.top // STRIPE), int(area.bottom // STRIPE)
            if last - first > MANY_STRIPES:
                self._tall.append(area)
                continue
            for stripe in range(first, last + 1):
                self._stripes.setdefault(stripe, []).append(area)

    def between(self, top: float, bottom: float) -> list[Area]:
        """Return the areas that may reach between two heights, in the order of painting."""
        if len(self.areas) <= FEW:
            return self.areas
        first, last = int(top // STRIPE), int(bottom // STRIPE)
        if first == last and not self._tall:
            return self._stripes.get(first, [])
        found = {id(area): area for stripe in range(first, last + 1) for area in self._stripes.get(stripe, ())}
        found |= {id(area): area for area in self._tall}
        return sorted(found.values(), key=lambda area: area.order)


def cell_fill(slot: Slot, areas: Stripes) -> str | None:
    """Return the colour that covers a cell up to its rules; None where there is none, UNTOLD where it must be rendered.

    The cell is looked at on its rim and in its middle: a highlight behind words leaves the rim blank, while
    strips painted line by line, or a fill painted twice, cover it.
    """
    x0, top, x1, bottom = slot.x0 + INSET, slot.top + INSET, slot.x1 - INSET, slot.bottom - INSET
    near = [area for area in areas.between(top, bottom) if area.x0 < x1 and area.x1 > x0 and area.top < bottom and area.bottom > top]
    if not near:
        return None
    last = near[-1]
    if last.x0 <= x0 and last.top <= top and last.x1 >= x1 and last.bottom >= bottom:
        return None if last.colour == WHITE else last.colour or UNTOLD
    seen = Counter(_colour_at(x, y, near) for x, y in _rim(slot))
    colour, count = seen.most_common(1)[0]
    if colour is None or colour == WHITE or count < 0.6 * sum(seen.values()):
        return None
    return colour


def _rim(slot: Slot) -> list[tuple[float, float]]:
    dx, dy = min(INSET, (slot.x1 - slot.x0) / 4), min(INSET, (slot.bottom - slot.top) / 4)
    x0, x1, top, bottom = slot.x0 + dx, slot.x1 - dx, slot.top + dy, slot.bottom - dy
    across = [x0 + step * (x1 - x0) for step in STEPS]
    down = [top + step * (bottom - top) for step in STEPS[1:-1]]
    return [(x, y) for y in (top, bottom) for x in across] + [(x, y) for x in (x0, x1) for y in down]


def _colour_at(x: float, y: float, areas: Sequence[Area]) -> str | None:
    for area in reversed(areas):
        if area.x0 <= x <= area.x1 and area.top <= y <= area.bottom:
            return area.colour or UNTOLD
    return None


def highlights_of(areas: Iterable[Area], lattices: Sequence[Lattice], fills: Sequence[Sequence[str | None]]) -> list[Area]:
    """Return the areas that may stand behind words, in the order of painting: neither cells' fills nor strips of them."""
    return [area for area in areas if area.colour is not None and not _belongs_to_cell(area, lattices, fills)]


def _belongs_to_cell(area: Area, lattices: Sequence[Lattice], fills: Sequence[Sequence[str | None]]) -> bool:
    x, y = (area.x0 + area.x1) / 2, (area.top + area.bottom) / 2
    for lattice, colours in zip(lattices, fills, strict=True):
        number = lattice.slot_at(x, y)
        if number is None:
            continue
        slot = lattice.slots[number]
        if colours[number] == area.colour or (area.x0 <= slot.x0 + INSET and area.x1 >= slot.x1 - INSET):
            return True
    return False
