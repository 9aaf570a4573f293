"""Rules → lattices: the tables that lines on the page draw, with their merged cells."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.readers.pages.paint import Edge

SNAP = 2.2  # points: rules nearer to each other are one
JOIN = 4.0  # points: gaps in a rule up to this belong to its dots and dashes
TOUCH = 3.2  # points: rules that end so near to another meet it
SHORTEST = 6.0  # points: what stays shorter after joining is no rule of a table


@dataclass(slots=True)
class Slot:
    """One cell of a lattice: rows top..bottom and columns left..right (ends excluded), and its box in points."""

    row: int
    column: int
    row_end: int
    column_end: int
    x0: float
    top: float
    x1: float
    bottom: float
    is_open: bool = False  # no rule closes it below


@dataclass(slots=True)
class Lattice:
    """A table's rules on one page."""

    xs: list[float]
    ys: list[float]
    slots: list[Slot]
    owner: dict[tuple[int, int], int] = field(default_factory=dict)  # (row, column) → index in slots

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def slot_at(self, x: float, y: float) -> int | None:
        """Return the index of the slot in which a point stands."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self.owner.get((row, column))


def joined_rules(edges: Sequence[Edge]) -> tuple[list[Edge], list[Edge]]:
    """Return a page's upright and level rules, snapped and joined."""
    return _joined(edge for edge in edges if edge.is_upright), _joined(edge for edge in edges if not edge.is_upright)


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """Snap parallel rules that nearly coincide and join what continues them."""
    ordered = sorted(edges, key=lambda edge: edge.at)
    joined: list[Edge] = []
    start = 0
    for index in range(1, len(ordered) + 1):
        if index < len(ordered) and ordered[index].at - ordered[index - 1].at <= SNAP and ordered[index].at - ordered[start].at <= 2 * SNAP:
            continue
        joined += _joined_on_one_line(ordered[start:index])
        start = index
    return joined


def _joined_on_one_line(edges: list[Edge]) -> list[Edge]:
    """Join the rules of one line; each joined rule stands where its own pieces stand."""
    edges.sort(key=lambda edge: edge.start)
    pieces: list[list[Edge]] = []
    reach = float("-inf")
    for edge in edges:
        if edge.start > reach + JOIN:
            pieces.append([])
            reach = edge.end
        pieces[-1].append(edge)
        reach = max(reach, edge.end)
    return [rule for piece in pieces if (rule := _one_rule(piece)).end - rule.start >= SHORTEST]


def _one_rule(pieces: list[Edge]) -> Edge:
    if len(pieces) == 1:
        return pieces[0]
    lengths = sum(piece.end - piece.start for piece in pieces) or 1.0
    at = sum(piece.at * (piece.end - piece.start) for piece in pieces) / lengths
    return Edge(pieces[0].is_upright, at, pieces[0].start, max(piece.end for piece in pieces))


def components(upright: Sequence[Edge], level: Sequence[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """Group rules that meet; rules that meet none are left out."""
    n_upright = len(upright)
    parent = list(range(n_upright + len(level)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    heights = [edge.at for edge in level]
    touched: set[int] = set()
    for number, rule in enumerate(upright):
        first = bisect_right(heights, rule.start - TOUCH)
        last = bisect_right(heights, rule.end + TOUCH)
        met = [n_upright + other for other in range(first, last) if level[other].start - TOUCH <= rule.at <= level[other].end + TOUCH]
        if met:
            touched.update((number, *met))
            mine = root(number)
            for other in met:
                parent[mine] = mine = root(other)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for node in sorted(touched):
        group = groups.setdefault(root(node), ([], []))
        if node < n_upright:
            group[0].append(upright[node])
        else:
            group[1].append(level[node - n_upright])
    return list(groups.values())


def lay_out(upright: list[Edge], level: list[Edge]) -> Lattice | None:
    """Lay a component's rules out as a lattice, with the outer sides that the page leaves open closed."""
    if not upright and not level:
        return None
    left = min(*(edge.at for edge in upright), *(edge.start for edge in level), float("inf"))
    right = max(*(edge.at for edge in upright), *(edge.end for edge in level), float("-inf"))
    top = min(*(edge.at for edge in level), *(edge.start for edge in upright), float("inf"))
    bottom = max(*(edge.at for edge in level), *(edge.end for edge in upright), float("-inf"))
    xs = _lines([edge.at for edge in upright], left, right)
    ys = _lines([edge.at for edge in level], top, bottom)
    if len(xs) < 2 or len(ys) < 2:
        return None
    upright_walls = _walls(upright, xs, ys)
    level_walls = _walls(level, ys, xs)
    lattice = Lattice(xs, ys, [])
    inside = _inside(upright_walls, level_walls, len(xs) - 1, len(ys) - 1)
    for cells in _regions(inside, upright_walls, level_walls):
        for row, column, row_end, column_end in _as_rectangles(cells):
            places = range(column, column_end)
            is_open = (row_end, column) not in level_walls and not any((row_end, place) in level_walls for place in places)
            for r in range(row, row_end):
                for c in places:
                    lattice.owner[r, c] = len(lattice.slots)
            lattice.slots.append(Slot(row, column, row_end, column_end, xs[column], ys[row], xs[column_end], ys[row_end], is_open))
    return lattice if lattice.slots else None


def _lines(places: list[float], first: float, last: float) -> list[float]:
    """Return the distinct places of rules in order, with the outermost ends of the other rules."""
    lines: list[float] = []
    for place in sorted(places):
        if not lines or place - lines[-1] > SNAP:
            lines.append(place)
    if not lines or lines[0] - first > TOUCH:
        lines.insert(0, first)
    if last - lines[-1] > TOUCH:
        lines.append(last)
    return lines


def _walls(rules: list[Edge], lines: list[float], across: list[float]) -> set[tuple[int, int]]:
    """Return (line, place): between which lines of the other direction a rule stands."""
    middles = [(a + b) / 2 for a, b in itertools.pairwise(across)]
    walls = set()
    for rule in rules:
        line = bisect_right(lines, rule.at)
        if line == len(lines) or (line and rule.at - lines[line - 1] < lines[line] - rule.at):
            line -= 1
        first, last = bisect_right(middles, rule.start), bisect_right(middles, rule.end)
        walls |= {(line, place) for place in range(first, last)}
    return walls


def _inside(upright: set[tuple[int, int]], level: set[tuple[int, int]], n_columns: int, n_rows: int) -> set[tuple[int, int]]:
    """Return the (row, column) that rules bound on two opposite sides, near or far."""
    inside = set()
    for row in range(n_rows):
        lines = [line for line in range(n_columns + 1) if (line, row) in upright]
        if lines:
            inside |= {(row, column) for column in range(lines[0], lines[-1])}
    for column in range(n_columns):
        lines = [line for line in range(n_rows + 1) if (line, column) in level]
        if lines:
            inside |= {(row, column) for row in range(lines[0], lines[-1])}
    return inside


def _regions(inside: set[tuple[int, int]], upright: set[tuple[int, int]], level: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    """Flood the places between walls; in reading order of each region's first place."""
    regions: list[set[tuple[int, int]]] = []
    seen: set[tuple[int, int]] = set()
    for place in sorted(inside):
        if place in seen:
            continue
        row, column = place
        if (column, row) in upright and (column + 1, row) in upright and place in level and (row + 1, column) in level:
            regions.append({place})
            continue
        region, border = {place}, [place]
        while border:
            row, column = border.pop()
            ways = (
                ((row, column + 1), (column + 1, row) in upright),
                ((row, column - 1), (column, row) in upright),
                ((row + 1, column), (row + 1, column) in level),
                ((row - 1, column), (row, column) in level),
            )
            for way, is_wall in ways:
                if not is_wall and way in inside and way not in region:
                    region.add(way)
                    border.append(way)
        seen |= region
        regions.append(region)
    return regions


def _as_rectangles(region: set[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Return a region as (row, column, row_end, column_end): itself, or, where it has corners inwards, its bands."""
    if len(region) == 1:
        ((row, column),) = region
        return [(row, column, row + 1, column + 1)]
    rows, columns = [row for row, _ in region], [column for _, column in region]
    row, column, row_end, column_end = min(rows), min(columns), max(rows) + 1, max(columns) + 1
    if (row_end - row) * (column_end - column) == len(region):
        return [(row, column, row_end, column_end)]
    bands: list[tuple[int, int, int, int]] = []
    for number in range(row, row_end):
        for start, end in _stretches(sorted(column for r, column in region if r == number)):
            above = next((band for band in bands if band[2] == number and (band[1], band[3]) == (start, end)), None)
            if above is not None:
                bands[bands.index(above)] = (above[0], start, number + 1, end)
            else:
                bands.append((number, start, number + 1, end))
    return bands


def _stretches(columns: list[int]) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    for column in columns:
        if stretches and stretches[-1][1] == column:
            stretches[-1] = (stretches[-1][0], column + 1)
        else:
            stretches.append((column, column + 1))
    return stretches
