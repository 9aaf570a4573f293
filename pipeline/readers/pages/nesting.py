"""Tables drawn inside a cell of another: their rules told apart, and the cell that holds them."""

from collections.abc import Sequence
from itertools import pairwise

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
    places = sorted(edge.at for edge in upright)
    if not any(SNAP < right - left <= WIDEST_GUTTER for left, right in pairwise(places)):
        return [(upright, level)]
    for side in sorted(upright, key=lambda edge: edge.end - edge.start):
        wall = _wall_beside(side, upright, level) if side in upright else None
        inner = _inner_rules(side, wall, upright, level) if wall is not None else ([], [])
        if len(inner[0]) < 2:
            continue
        upright = [edge for edge in upright if edge not in inner[0]]
        level = [edge for edge in level if edge not in inner[1]]
        left, right = min(edge.at for edge in inner[0]), max(edge.at for edge in inner[0])
        ends = [Edge(False, side.start, left, right), Edge(False, side.end, left, right)]
        groups.append((inner[0], _with_ends(inner[1], ends)))
    return [(upright, level), *groups]


def _wall_beside(side: Edge, upright: Sequence[Edge], level: Sequence[Edge]) -> Edge | None:
    """Return the rule beside which an upright one is inset: across a gutter, and longer, or without its level rules."""
    for wall in upright:
        if not SNAP < abs(side.at - wall.at) <= WIDEST_GUTTER or wall.start > side.start + TOUCH or wall.end < side.end - TOUCH:
            continue
        if wall.end - wall.start < side.end - side.start + TOUCH and not _rules_from(side, level):
            continue
        left, right = sorted((side.at, wall.at))
        is_crossed = any(_is_between(edge, side) and edge.start < right - INNER and edge.end > left + INNER for edge in level)
        ends_meet = any(abs(edge.at - side.start) <= TOUCH for edge in level) and any(abs(edge.at - side.end) <= TOUCH for edge in level)
        if ends_meet and not is_crossed:
            return wall
    return None


def _is_between(edge: Edge, side: Edge) -> bool:
    return side.start + TOUCH < edge.at < side.end - TOUCH


def _rules_from(side: Edge, level: Sequence[Edge]) -> list[Edge]:
    """Return the level rules that begin or end at an upright one, between its ends."""
    return [edge for edge in level if _is_between(edge, side) and min(abs(edge.start - side.at), abs(edge.end - side.at)) <= INNER]


def _inner_rules(side: Edge, wall: Edge, upright: Sequence[Edge], level: Sequence[Edge]) -> Rules:
    """Return the rules of the table whose side an upright rule is: of its height, as far as its level rules reach."""
    within = [edge for edge in upright if edge.start >= side.start - TOUCH and edge.end <= side.end + TOUCH]
    length = wall.end - wall.start
    reach = [x for edge in _rules_from(side, level) for x in (edge.start, edge.end)]
    reach = reach or [edge.at for edge in within if side.end - side.start - 2 * TOUCH < edge.end - edge.start < length - TOUCH]
    is_right = wall.at < side.at
    far = max([side.at, *reach]) if is_right else min([side.at, *reach])
    left, right = sorted((side.at, far))
    between = [edge for edge in within if left - INNER <= edge.at <= right + INNER]
    inside = [
        edge for edge in level if side.start - TOUCH < edge.at < side.end + TOUCH and left - 2 * INNER <= edge.start and edge.end <= right + 2 * INNER
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
