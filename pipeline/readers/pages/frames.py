"""The frame in which a page is read: points from its top left, after all rotation."""

from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from pipeline.readers.pages import native

SCALE = 64  # pdfium answers in whole pixels: ask as if a point had so many


@dataclass(slots=True, frozen=True)
class Frame:
    """An affine map from the page's own space to points as read, top left origin, y downwards."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float
    is_upright: bool = False  # neither turned nor mirrored

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the page's space as it is read."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Return an upright box of the page's space as (x0, top, x1, bottom)."""
        left, top = self.point(x0, y0)
        right, bottom = self.point(x1, y1)
        if right < left:
            left, right = right, left
        return (left, top, right, bottom) if top <= bottom else (left, bottom, right, top)

    def quarter_turns(self, a: float, b: float) -> int:
        """Return how often a direction of the page's space is turned clockwise from left to right, 0 to 3."""
        across, down = self.a * a + self.c * b, self.b * a + self.d * b
        if abs(across) >= abs(down):
            return 0 if across >= 0 else 2
        return 1 if down > 0 else 3

    def turned(self, quarter_turns: int) -> "Frame":
        """Return the frame in which text that ran `quarter_turns` clockwise runs from left to right."""
        frame = self
        for _ in range(quarter_turns):
            a, b, c, d, e, f = frame.b, -frame.a, frame.d, -frame.c, frame.f, frame.width - frame.e
            frame = Frame(a, b, c, d, e, f, frame.height, frame.width, a > 0 > d and b == c == 0)
        return frame

    def from_turned(self, quarter_turns: int, x: float, y: float) -> tuple[float, float]:
        """Return a point of the frame `turned` as a point of this one."""
        width, height = (self.width, self.height) if quarter_turns % 2 == 0 else (self.height, self.width)
        for _ in range(quarter_turns):
            x, y = height - y, x
            width, height = height, width
        return x, y


def frame_of(page: pdfium.FPDF_PAGE) -> Frame:
    """Return the frame of a page as its /Rotate and boxes have it."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    across, down = max(1, round(width * SCALE)), max(1, round(height * SCALE))
    handle = native.address(page)
    (x, y), (x_right, y_right), (x_low, y_low) = (native.device_to_page(handle, across, down, *at) for at in ((0, 0), (across, 0), (0, down)))
    # The inverse of "device to page": turns and mirrors only, so each axis has one coordinate that moves.
    ax, ay = (x_right - x) / width, (y_right - y) / width
    dx, dy = (x_low - x) / height, (y_low - y) / height
    determinant = ax * dy - ay * dx or 1.0
    a, c = dy / determinant, -dx / determinant
    b, d = -ay / determinant, ax / determinant
    return Frame(a, b, c, d, -(a * x + c * y), -(b * x + d * y), width, height, a > 0 > d and b == c == 0)


def main_turn(turns: Iterable[tuple[int, int]]) -> int:
    """Return the quarter turns of most of a page's letters, given (turns, letters) of its runs."""
    counts = [0, 0, 0, 0]
    for turn, letters in turns:
        counts[turn] += letters
    return max(range(4), key=lambda turn: (counts[turn], -turn))
