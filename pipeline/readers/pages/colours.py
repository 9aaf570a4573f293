"""Colours that only a rendering can tell: patterns, shadings and pictures."""

from collections import Counter

import pypdfium2.raw as pdfium

from pipeline.readers.pages.drawing import Drawing, draw
from pipeline.readers.pages.frames import Frame
from pipeline.readers.pages.paint import WHITE

MOST_SAMPLES = 400  # pixels looked at in one box
PALE = 244  # of 255: a pixel all of whose channels are lighter is paper
LARGEST = 2000  # pixels a side


class Rendering:
    """A small picture of one page, drawn when it is first asked for."""

    def __init__(self, page: pdfium.FPDF_PAGE, frame: Frame, quarter_turns: int) -> None:
        self._page, self._frame, self._turns = page, frame, quarter_turns
        self._drawing: Drawing | None = None

    def _colours(self, x0: float, top: float, x1: float, bottom: float) -> Counter[str]:
        if self._drawing is None:
            self._drawing = draw(self._page, (self._frame.width, self._frame.height), 1.0, LARGEST, -self._turns)
        pixels, width, height, stride, scale = self._drawing
        left, right = max(0, int(x0 * scale)), min(width, max(int(x0 * scale) + 1, round(x1 * scale)))
        first, last = max(0, int(top * scale)), min(height, max(int(top * scale) + 1, round(bottom * scale)))
        if right <= left or last <= first:
            return Counter()
        step = max(1, int(((right - left) * (last - first) / MOST_SAMPLES) ** 0.5))
        counts: Counter[str] = Counter()
        for y in range(first, last, step):
            for x in range(left, right, step):
                at = y * stride + 4 * x
                blue, green, red = pixels[at : at + 3]
                counts[f"{red:02X}{green:02X}{blue:02X}"] += 1
        return counts

    def fill(self, x0: float, top: float, x1: float, bottom: float) -> str | None:
        """Return the commonest colour of a box; None for white."""
        counts = self._colours(x0, top, x1, bottom)
        colour = counts.most_common(1)[0][0] if counts else WHITE
        return None if colour == WHITE else colour

    def main_colour(self, x0: float, top: float, x1: float, bottom: float) -> str | None:
        """Return the commonest colour of a box besides paper, black and grey; None where there is no such colour."""
        counts = self._colours(x0, top, x1, bottom)
        vivid = {colour: count for colour, count in counts.items() if _is_vivid(colour)}
        if not vivid or sum(vivid.values()) < 0.08 * sum(counts.values()):
            return None
        return max(vivid, key=lambda colour: (vivid[colour], colour))


def _is_vivid(colour: str) -> bool:
    channels = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return min(channels) < PALE and max(channels) - min(channels) >= 40
