"""Lines of prose as stretches of text with gaps between them, and the blocks of such lines that may be tables."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.readers.pages.glyphs import Run
from pipeline.readers.pages.paint import Area, Edge

GAP = 0.75  # of the font size: a wider gap parts two stretches
LARGER = 1.15  # ratio of font sizes: a line so much larger is a heading
FAR = 3.2  # of the font size: lines farther apart, without a rule between, don't belong together
BLANK = 6  # of the font size: so far may lines be apart where rules part them
OUTDENT = 3.0  # points: a line that begins so far left of a table's text stands outside of it
CLOSE = 1.7  # of the font size: lines of one cell are no farther apart
SAME_LINE = 0.4  # of the font size


class Segment(NamedTuple):
    """A stretch of text on one line without a wide gap in it."""

    x0: float
    x1: float
    text: str


class Row(NamedTuple):
    """What stands on one base line."""

    base: float
    size: float
    segments: tuple[Segment, ...]

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.22 * self.size

    @property
    def is_parted(self) -> bool:
        return len(self.segments) > 1


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """Return the upright runs of a page's prose as rows of segments, from top to bottom."""
    groups: list[list[Run]] = []
    for run in sorted((run for run in runs if not run.style.turn), key=lambda run: run.base):
        if groups and run.base - groups[-1][0].base <= SAME_LINE * min(run.size, groups[-1][0].size):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [_row(group) for group in groups]


def _row(runs: list[Run]) -> Row:
    size = max(run.size for run in runs)
    segments: list[Segment] = []
    for run in sorted(runs, key=lambda run: run.x0):
        if segments and run.x0 - segments[-1].x1 < GAP * size:
            last = segments[-1]
            segments[-1] = Segment(last.x0, max(last.x1, run.x1), f"{last.text} {run.text}")
        else:
            segments.append(Segment(run.x0, run.x1, run.text))
    return Row(runs[0].base, size, tuple(segments))


def blocks_of(rows: Sequence[Row], rules: Sequence[Edge], fills: Sequence[Area]) -> list[list[Row]]:
    """Return the stretches of rows that begin with a parted row and hold at least two of them."""
    blocks: list[list[Row]] = []
    block: list[Row] = []
    for row in rows:
        if block and _parts_block(block, row, rules):
            blocks.append(block)
            block = []
        if block or row.is_parted:
            block.append(row)
    blocks.append(block)
    return [trimmed for block in blocks if (trimmed := _trimmed(block, rules, fills))]


def _parts_block(block: Sequence[Row], row: Row, rules: Sequence[Edge]) -> bool:
    size = max(each.size for each in block if each.is_parted)
    if not row.is_parted and row.size > LARGER * size:
        return True
    left = min(each.segments[0].x0 for each in block if each.is_parted)
    if not row.is_parted and row.segments[0].x0 < left - OUTDENT:
        return True
    above = block[-1]
    has_rule = any(above.base - 1 < rule.at < row.base and rule.end - rule.start > 60 for rule in rules)
    if row.base - above.base > (BLANK if has_rule else FAR) * max(row.size, above.size):
        return True
    return _is_prose(block, row, rules)


def _is_prose(block: Sequence[Row], row: Row, rules: Sequence[Edge]) -> bool:
    """Tell whether a row and the one above it are two lines of prose in a row, across the columns."""
    above = block[-1]
    if row.is_parted or above.is_parted:
        return False
    left, right = min(each.segments[0].x0 for each in block), max(each.segments[-1].x1 for each in block)
    wide = [each.segments[0].x1 - each.segments[0].x0 > 0.6 * (right - left) for each in (above, row)]
    return all(wide) and not any(above.base < rule.at < row.base for rule in rules)


def _trimmed(block: list[Row], rules: Sequence[Edge], fills: Sequence[Area]) -> list[Row]:
    """Cut a block's end down to its last parted row, and what is wrapped from it or stands above a rule of its own."""
    parted = [number for number, row in enumerate(block) if row.is_parted]
    if len(parted) < 2:
        return []
    end = parted[-1] + 1
    columns = column_ends([block[number] for number in parted])
    while end < len(block):
        above, row = block[end - 1], block[end]
        first = row.segments[0]
        is_wrapped = row.base - above.base < 1.45 * row.size and any(x0 - 2 <= first.x0 and first.x1 <= x1 + 12 for x0, x1 in columns)
        is_ruled = any(row.base < rule.at < row.base + 2 * row.size and rule.start < first.x0 for rule in rules)
        is_painted = any(area.top < row.base < area.bottom and area.x0 < columns[0][1] and area.x1 > columns[-1][0] for area in fills)
        n_lines = 1 if is_wrapped or is_ruled or is_painted else _n_in_ruled_cell(block, end, rules)
        if not n_lines:
            break
        end += n_lines
    return block[:end]


def _n_in_ruled_cell(block: Sequence[Row], start: int, rules: Sequence[Edge]) -> int:
    """How many lines stand close together between the rule above a row and the next one below; 0 where no two rules hold them."""
    if not any(block[start - 1].base < rule.at < block[start].base for rule in rules):
        return 0
    for number in range(start, len(block)):
        row = block[number]
        if row.is_parted or (number > start and row.base - block[number - 1].base > CLOSE * row.size):
            return 0
        if any(row.base < rule.at < row.base + 2 * row.size and rule.start < row.segments[0].x0 for rule in rules):
            return number + 1 - start
    return 0


def is_heading(rows: Sequence[Row], number: int) -> bool:
    """Tell whether a line is set larger than the one that follows it."""
    return number + 1 < len(rows) and not rows[number].is_parted and rows[number].size > LARGER * rows[number + 1].size


def column_ends(rows: Iterable[Row]) -> list[tuple[float, float]]:
    """Return the left and right ends of the columns that rows leave gaps between."""
    segments = sorted((segment.x0, segment.x1) for row in rows for segment in row.segments)
    columns: list[tuple[float, float]] = []
    for x0, x1 in segments:
        if columns and x0 < columns[-1][1] + 2.0:
            columns[-1] = columns[-1][0], max(columns[-1][1], x1)
        else:
            columns.append((x0, x1))
    return columns
