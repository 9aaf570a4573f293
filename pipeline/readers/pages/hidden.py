"""Runs that nobody sees: drawn a second time on the same spot, invisible, or white on white."""

from collections import Counter
from collections.abc import Sequence

from pipeline.readers.pages.colours import Rendering
from pipeline.readers.pages.glyphs import Run
from pipeline.readers.pages.paint import WHITE, Area, Paint

SAME_SPOT = 0.2  # of the font size: what is drawn so near to its like is drawn twice
BAND = 8.0  # points: the height of the stripes by which runs are looked up
SCAN = 0.5  # of the page's area: an image so large is a scan, and invisible text on it what was recognised in it


def part_hidden(runs: Sequence[Run], paint: Paint, page_area: float, rendering: Rendering) -> tuple[list[Run], list[Run]]:
    """Return the runs that a reader sees, each once, and those that a reader doesn't see."""
    is_scan = any((area.x1 - area.x0) * (area.bottom - area.top) > SCAN * page_area for area in paint.images)
    seen: list[Run] = []
    hidden: list[Run] = []
    texts = Counter([run.text for run in runs])
    spots: dict[tuple[str, int], list[Run]] = {}
    for run in runs:
        if texts[run.text] > 1:
            band = int(run.base // BAND)
            if any(_is_same_spot(run, other) for near in (band - 1, band, band + 1) for other in spots.get((run.text, near), ())):
                continue
            spots.setdefault((run.text, band), []).append(run)
        if (run.style.is_hidden and not is_scan) or (run.style.colour == WHITE and not run.style.turn and _is_on_white(run, paint.fills, rendering)):
            hidden.append(run)
        else:
            seen.append(run)
    return seen, hidden


def _is_same_spot(run: Run, other: Run) -> bool:
    near = SAME_SPOT * run.size
    return run.style.turn == other.style.turn and abs(run.x0 - other.x0) < near and abs(run.base - other.base) < near


def _is_on_white(run: Run, fills: Sequence[Area], rendering: Rendering) -> bool:
    x, y = (run.x0 + run.x1) / 2, run.base - 0.3 * run.size
    behind = [area for area in fills if area.x0 <= x <= area.x1 and area.top <= y <= area.bottom]
    if behind and behind[-1].colour not in (None, WHITE):
        return False
    return rendering.fill(run.x0, run.top, run.x1, run.bottom) is None
