"""Tables drawn inside a cell of another: their rules told apart, and the cell that holds them."""

from collections.abc import Sequence

from pipeline.readers.pages.grids import SNAP, TOUCH, Lattice
from pipeline.readers.pages.paint import Edge

WIDEST_GUTTER = 13.0  # points between a cell's rule and the nested table's: too narrow for text
INNER = 1.2  # points by which a nested rule may end off its table's sides

Rules = tuple[list[Edge], list[Edge]]


def part_nested(upright: list[Edge], level: list[Edge]) -> list[Rules]:
    """Part rules that meet into those of the outer table and those of tables inset in its cells.

    An inset table touches the rules of its cell above and below; at its sides a gutter is left that no rule crosses.
    """
    groups: list[Rules] = []
    for side in sorted(upright, key=lambda edge: edge.end - edge.start):
        if side not in upright or not _is_inset(side, upright, level):
            continue
        inner = _inner_rules(side, upright, level)
        if len(inner[0]) < 2:
            continue
        upright = [edge for edge in upright if edge not in inner[0]]
        level = [edge for edge in level if edge not in inner[1]]
        left, right = min(edge.at for edge in inner[0]), max(edge.at for edge in inner[0])
        ends = [Edge(False, side.start, left, right), Edge(False, side.end, left, right)]
        groups.append((inner[0], _with_ends(inner[1], ends)))
    return [(upright, level), *groups]


def _is_inset(side: Edge, upright: Sequence[Edge], level: Sequence[Edge]) -> bool:
    """Tell whether an upright rule stands beside a gutter, with a longer rule on its other side."""
    for wall in upright:
        gutter = abs(side.at - wall.at)
        if not SNAP < gutter <= WIDEST_GUTTER or wall.start > side.start + TOUCH or wall.end < side.end - TOUCH:
            continue
        if wall.end - wall.start < side.end - side.start + TOUCH:
            continue
        left, right = sorted((side.at, wall.at))
        crossing = [
            edge for edge in level if side.start + TOUCH < edge.at < side.end - TOUCH and edge.start < right - INNER and edge.end > left + INNER
        ]
        ends_meet = any(abs(edge.at - side.start) <= TOUCH for edge in level) and any(abs(edge.at - side.end) <= TOUCH for edge in level)
        if not crossing and ends_meet:
            return True
    return False


def _inner_rules(side: Edge, upright: Sequence[Edge], level: Sequence[Edge]) -> Rules:
    """Return the rules of the table whose side an upright rule is: those of its height, and the level ones between them."""
    same = [edge for edge in upright if edge.start >= side.start - TOUCH and edge.end <= side.end + TOUCH]
    tall = [edge for edge in same if edge.end - edge.start > side.end - side.start - 2 * TOUCH]
    left, right = min(edge.at for edge in tall), max(edge.at for edge in tall)
    between = [edge for edge in same if left - INNER <= edge.at <= right + INNER]
    inside = [
        edge
        for edge in level
        if side.start - TOUCH < edge.at < side.end + TOUCH and left - 2 * INNER <= edge.start and edge.end <= right + 2 * INNER
    ]
    return between, inside


def _with_ends(level: list[Edge], ends: Sequence[Edge]) -> list[Edge]:
    return level + [end for end in ends if all(abs(edge.at - end.at) > TOUCH for edge in level)]


def parents(lattices: Sequence[Lattice]) -> list[tuple[int, int] | None]:
    """Return, for each lattice, the number of the innermost lattice and slot that hold it."""
    return [_parent(number, lattices) for number in range(len(lattices))]


def _parent(number: int, lattices: Sequence[Lattice]) -> tuple[int, int] | None:
    x0, top, x1, bottom = lattices[number].box
    best: tuple[int, int] | None = None
    smallest = float("inf")
    for other, lattice in enumerate(lattices):
        slot = lattice.slot_at((x0 + x1) / 2, (top + bottom) / 2) if other != number else None
        if slot is None:
            continue
        cell = lattice.slots[slot]
        area = (cell.x1 - cell.x0) * (cell.bottom - cell.top)
        holds = cell.x0 - SNAP < x0 and x1 < cell.x1 + SNAP and cell.top - SNAP < top and bottom < cell.bottom + SNAP
        if holds and area < smallest and area > (x1 - x0) * (bottom - top):
            best, smallest = (other, slot), area
    return best
