"""Tables that no ruled lattice draws: columns and rows told from how the text is set, and from rules below rows."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.readers.pages.glyphs import Run
from pipeline.readers.pages.grids import Lattice, Slot
from pipeline.readers.pages.paint import Area, Edge
from pipeline.readers.pages.segments import BLANK, FAR, Row, blocks_of, column_ends, is_heading, rows_of
from pipeline.readers.pages.symbols import BULLETS

MARGIN = 3.0  # points left between a column's text and its edge
ROW_GAP = 1.28  # of the closest line pitch: rows farther apart than that are parted by the gap
LABEL = re.compile(rf"^(?:[{BULLETS}–—-]|\(?(?:\d{{1,3}}|[^\W\d_]|[ivxlIVXL]{{1,5}})[.)]|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\.?)$")  # "•", "a)", "2.1"
PAGE = re.compile(r"^(?:\d{1,4}|[ivxl]{1,6})$", re.IGNORECASE)
LEAST_PROSE = 6  # lines that prose in columns has at least
MOST_HEADS = 3  # lines of running heads that may stand above a table that goes on
FULL = 0.8  # of its column's width: a line so wide is prose


class Zone(NamedTuple):
    """A stretch of a page in which prose is set in columns: `starts` are the left ends of all but the first."""

    top: float
    bottom: float
    starts: tuple[float, ...]


def find_unruled(runs: Sequence[Run], rules: Sequence[Edge], fills: Sequence[Area], above: Lattice | None) -> tuple[list[Lattice], list[Zone]]:
    """Return the tables among a page's prose, and where the prose is set in columns.

    `rules` and `fills` are those outside of ruled tables; `above` is the unruled table at the foot of the page before,
    whose columns may go on.
    """
    rows = rows_of(runs)
    lattices = []
    zones = []
    if above is not None:
        head, rows = _continued(rows, above, rules, fills)
        if head:
            columns = [(x0 + MARGIN, x1 - MARGIN) for x0, x1 in pairwise(above.xs)]
            own_rules = _own_rules(head, rules)
            groups = _row_groups(head, columns, own_rules)
            lattices.append(_laid_out(*_edged_rows(groups, own_rules, _near(head, fills)), columns, list(above.xs)))
    for block in blocks_of(rows, rules, fills) if sum(row.is_parted for row in rows) > 1 else ():
        columns = _columns(block)
        if _is_prose_in_columns(block, columns):
            zones.append(Zone(block[0].top, block[-1].bottom, tuple(x0 for x0, _ in columns[1:])))
        elif (lattice := _lattice(block, columns, rules, fills)) is not None:
            lattices.append(lattice)
    return lattices, zones


def _continued(rows: list[Row], above: Lattice, rules: Sequence[Edge], fills: Sequence[Area]) -> tuple[list[Row], list[Row]]:
    """Part the rows at the head of a page that stand in the columns of the table above from the rest."""
    own = [rule.at for rule in rules if abs(rule.start - above.xs[0]) < MARGIN and abs(rule.end - above.xs[-1]) < MARGIN]
    for skipped in range(min(MOST_HEADS, len(rows)) + 1):
        end = skipped
        while end < len(rows) and (end == skipped or _is_near(rows[end - 1], rows[end], own)):
            if is_heading(rows, end) or not (_fits(rows[end], above.xs) or _is_band(rows[end], above.xs, fills) or _is_ruled(rows[end], own)):
                break
            end += 1
        head = rows[skipped:end]
        if any(row.is_parted or row.segments[0].x0 > above.xs[1] for row in head) or sum(_is_ruled(row, own) for row in head) > 1:
            return head, rows[:skipped] + rows[end:]
        if end < len(rows) and is_heading(rows, end):
            break  # what follows a heading is another table
    return [], rows


def _is_near(above: Row, row: Row, rules: Sequence[float]) -> bool:
    """Tell whether a row may follow another in a table; over a rule, a row without text may stand between."""
    is_parted = any(above.base < at < row.base for at in rules)
    return row.base - above.base < (BLANK if is_parted else FAR) * row.size


def _is_ruled(row: Row, rules: Sequence[float]) -> bool:
    """Tell whether a row stands close between two rules of the table's own width."""
    return any(row.base - 2 * row.size < at < row.base for at in rules) and any(row.base < at < row.base + 2 * row.size for at in rules)


def _fits(row: Row, xs: Sequence[float]) -> bool:
    """Tell whether each stretch of a row stands in a column of its own."""
    places = [next((n for n, (x0, x1) in enumerate(pairwise(xs)) if x0 - 1 <= segment.x0 and segment.x1 <= x1 + 1), -1) for segment in row.segments]
    return -1 not in places and len(set(places)) == len(places)


def _is_band(row: Row, xs: Sequence[float], fills: Sequence[Area]) -> bool:
    """Tell whether a row stands on a colour as wide as the table."""
    return any(area.top < row.base < area.bottom and area.x0 < xs[0] + MARGIN and area.x1 > xs[-1] - MARGIN for area in fills)


def _lattice(block: list[Row], columns: list[tuple[float, float]], rules: Sequence[Edge], fills: Sequence[Area]) -> Lattice | None:
    if len(columns) < 2:
        return None
    own_rules = _own_rules(block, rules)
    groups = _row_groups(block, columns, own_rules)
    if not _is_table(block, groups, columns, own_rules):
        return None
    xs = _column_edges(columns, own_rules, _near(block, fills))
    return _laid_out(*_edged_rows(groups, own_rules, _near(block, fills)), columns, xs)


def _columns(block: Sequence[Row]) -> list[tuple[float, float]]:
    """Return the columns of a block: those of its parted rows, without the few that bridge most others' gaps."""
    parted = [row for row in block if row.is_parted]
    most = max(len(row.segments) for row in parted)
    columns = column_ends(parted)
    if len(columns) >= min(most, 2) and len(columns) > 1:
        return columns
    typical = [row for row in parted if len(row.segments) == most]
    return column_ends(typical) if len(typical) > len(parted) / 2 else columns


def _own_rules(block: Sequence[Row], rules: Sequence[Edge]) -> list[Edge]:
    """Return the level rules that part a block's rows: those about as wide as it."""
    left, right = min(row.segments[0].x0 for row in block), max(row.segments[-1].x1 for row in block)
    top, bottom = block[0].top - block[0].size, block[-1].bottom + 2 * block[-1].size
    return sorted(
        (rule for rule in rules if top < rule.at < bottom and rule.start < left + 20 and rule.end > right - 20 and rule.end > rule.start + 60),
        key=lambda rule: rule.at,
    )


def _near(block: Sequence[Row], fills: Sequence[Area]) -> list[Area]:
    return [area for area in fills if area.top < block[-1].bottom and area.bottom > block[0].top - block[0].size]


def _row_groups(block: Sequence[Row], columns: Sequence[tuple[float, float]], rules: Sequence[Edge]) -> list[list[Row]]:
    """Group a block's lines into rows of the table."""
    groups: list[list[Row]] = []
    pitch = _pitch(block)
    is_ruled = len(rules) > 2 and len(rules) >= len(block) / 8
    for row in block:
        above = groups[-1][-1] if groups else None
        if above is None or any(above.base < rule.at < row.base for rule in rules) or (not is_ruled and _starts_row(groups[-1], row, columns, pitch)):
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _pitch(block: Sequence[Row]) -> float:
    """Return the closest usual distance of lines in a block, by which wrapped lines follow each other."""
    gaps = [below.base - above.base for above, below in pairwise(block)]
    return max(min(gaps, default=0.0), 0.9 * max(row.size for row in block))


def _starts_row(group: Sequence[Row], row: Row, columns: Sequence[tuple[float, float]], pitch: float) -> bool:
    above = group[-1]
    if row.base - above.base > ROW_GAP * pitch or _spans(row, columns) or _spans(above, columns):
        return True
    if pitch > 1.6 * row.size:
        return True
    return row.is_parted and abs(row.segments[0].x0 - columns[0][0]) < 4 and len(row.segments) >= len(group[0].segments)


def _spans(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a row is one stretch of text across several columns."""
    if row.is_parted:
        return False
    segment = row.segments[0]
    return sum(segment.x0 < x1 - 1 and segment.x1 > x0 + 1 for x0, x1 in columns) > 1


def _is_table(block: Sequence[Row], groups: Sequence[Sequence[Row]], columns: Sequence[tuple[float, float]], rules: Sequence[Edge]) -> bool:
    """Tell a table from a list, a table of contents, and prose in two columns."""
    firsts = [row.segments[0].text for row in block if row.is_parted]
    lasts = [row.segments[-1].text for row in block if row.is_parted]
    if len(columns) == 2:
        if all(LABEL.match(text.strip()) for text in firsts) or sum(bool(PAGE.match(text.strip())) for text in lasts) > 0.7 * len(lasts):
            return False
        if len(groups) < 3 and len(rules) < 2:
            return False
    if any("...." in text or ". . ." in text for text in lasts):
        return False
    return len(groups) > 1


def _is_prose_in_columns(block: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    if not 2 <= len(columns) <= 3 or len(block) < LEAST_PROSE:
        return False
    full = [0] * len(columns)
    used = [0] * len(columns)
    for row in block:
        for segment in row.segments:
            for number, (x0, x1) in enumerate(columns):
                if segment.x0 < x1 and segment.x1 > x0:
                    used[number] += 1
                    full[number] += segment.x1 - segment.x0 > FULL * (x1 - x0)
    return all(uses > 0.6 * len(block) and fulls > 0.6 * uses and x1 - x0 > 100 for uses, fulls, (x0, x1) in zip(used, full, columns, strict=True))


def _column_edges(columns: Sequence[tuple[float, float]], rules: Sequence[Edge], fills: Sequence[Area]) -> list[float]:
    """Return the edges of the columns: where areas of colour show them, there; else just left of the text."""
    left = min([columns[0][0] - MARGIN, *(rule.start for rule in rules)])
    right = max([columns[-1][1] + MARGIN, *(rule.end for rule in rules)])
    painted = sorted({x for area in fills for x in (area.x0, area.x1)})
    edges = [left]
    for (_, end), (start, _) in pairwise(columns):
        shown = [x for x in painted if end - 1 <= x <= start + 1]
        edges.append(shown[0] if shown else max(start - MARGIN, (start + end) / 2))
    return [*edges, right]


def _edged_rows(groups: Sequence[list[Row]], rules: Sequence[Edge], fills: Sequence[Area]) -> tuple[list[list[Row]], list[float]]:
    """Return the rows and their edges: at the rules between them, else in the middle of the gap; between two rules stands a row without text."""
    top, bottom = groups[0][0].top, groups[-1][-1].bottom
    above = [rule.at for rule in rules if rule.at < top + 1] + [area.top for area in fills if area.top < top < area.bottom]
    below = [rule.at for rule in rules if rule.at > bottom - 1]
    rows = [groups[0]]
    edges = [max(above, default=top - MARGIN)]
    for upper, lower in pairwise(groups):
        between: list[float] = []
        for rule in rules:
            if upper[-1].base < rule.at < lower[0].base and (not between or rule.at > between[-1] + lower[0].size):
                between.append(rule.at)
        edges += between or [(upper[-1].bottom + lower[0].top) / 2]
        rows += [*([] for _ in between[1:]), lower]
    return rows, [*edges, min(below, default=bottom + MARGIN)]


def _laid_out(rows: Sequence[Sequence[Row]], ys: list[float], columns: Sequence[tuple[float, float]], xs: list[float]) -> Lattice:
    lattice = Lattice(xs, ys, [])
    for number, lines in enumerate(rows):
        spans = any(_spans(line, columns) or _crosses(line, xs) for line in lines) and not any(line.is_parted for line in lines)
        ends = [(0, len(columns))] if spans else [(column, column + 1) for column in range(len(columns))]
        for column, column_end in ends:
            lattice.owner |= {(number, place): len(lattice.slots) for place in range(column, column_end)}
            lattice.slots.append(Slot(number, column, number + 1, column_end, xs[column], ys[number], xs[column_end], ys[number + 1]))
    return lattice


def _crosses(row: Row, xs: Sequence[float]) -> bool:
    """Tell whether a stretch of text alone in its row runs over the edge of a column."""
    return not row.is_parted and any(row.segments[0].x0 < x - 1 and row.segments[0].x1 > x + 1 for x in xs[1:-1])
