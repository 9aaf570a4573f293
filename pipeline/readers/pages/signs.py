"""Drawn shapes and pictures beside words: signs of a colour, or bullets of a list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.model import MarkKind
from pipeline.readers.pages.colours import Rendering
from pipeline.readers.pages.lines import Line, is_colourful
from pipeline.readers.pages.paint import Area, Paint
from pipeline.readers.pages.spans import Span

LARGEST = 90.0  # points: what is larger is a drawing
BULLET_REACH = 3.0  # of the font size: how far left of its line a drawn bullet stands


class Sign(NamedTuple):
    """A shape or picture with its box; `colour` is its main colour, if it has one."""

    kind: MarkKind
    x0: float
    top: float
    x1: float
    bottom: float
    colour: str | None

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def read_signs(paint: Paint, rendering: Rendering) -> list[Sign]:
    """Return the shapes and pictures of a page that may stand for something."""
    shapes = [_sign(MarkKind.SHAPE, area, rendering) for area in paint.shapes if _is_sized(area)]
    images = [_sign(MarkKind.PICTURE, area, rendering) for area in paint.images if _is_sized(area)]
    return [sign for number, sign in enumerate(shapes + images) if not _is_covered(sign, (shapes + images)[number + 1 :])]


def _is_sized(area: Area) -> bool:
    width, height = area.x1 - area.x0, area.bottom - area.top
    return max(width, height) <= LARGEST


def _sign(kind: MarkKind, area: Area, rendering: Rendering) -> Sign:
    colour = area.colour
    if colour is None:
        colour = rendering.main_colour(area.x0, area.top, area.x1, area.bottom)
    return Sign(kind, area.x0, area.top, area.x1, area.bottom, colour)


def _is_covered(sign: Sign, later: Iterable[Sign]) -> bool:
    """Tell whether the same shape is painted again over it: a fill painted twice, an outline."""
    return any(abs(sign.x0 - other.x0) < 1.5 and abs(sign.x1 - other.x1) < 1.5 and abs(sign.top - other.top) < 1.5 for other in later)


def add_signs(lines: list[Line], signs: Sequence[Sign], page: int) -> list[Line]:
    """Put the signs of a cell or of the prose into its lines: dark shapes before a line are bullets, colours are marks."""
    for sign in signs:
        number = _line_beside(lines, sign)
        if number is not None and _is_bullet(sign, lines[number]):
            lines[number] = replace(lines[number], bullet=sign.x0)
        elif sign.kind is MarkKind.PICTURE or is_colourful(sign.colour):
            if number is not None:
                lines[number] = _with_sign(lines[number], sign)
            else:
                lines.append(_own_line(sign, page))
    return sorted(lines, key=lambda line: line.base) if signs else lines


def _line_beside(lines: Sequence[Line], sign: Sign) -> int | None:
    _, y = sign.middle
    near = [number for number, line in enumerate(lines) if line.top - 2 <= y <= line.bottom + 2 and not line.turn]
    return min(near, key=lambda number: max(lines[number].x0 - sign.x1, sign.x0 - lines[number].x1)) if near else None


def _is_bullet(sign: Sign, line: Line) -> bool:
    is_before = -1 < line.x0 - sign.x1 < BULLET_REACH * line.size
    return is_before and not is_colourful(sign.colour) and sign.kind is MarkKind.SHAPE and sign.bottom - sign.top < 0.8 * line.size


def _with_sign(line: Line, sign: Sign) -> Line:
    """Mark the place in a line at which a sign stands."""
    x, _ = sign.middle
    share = (x - line.x0) / max(0.1, line.x1 - line.x0)
    place = round(min(1.0, max(0.0, share)) * len(line.text))
    colour = sign.colour if is_colourful(sign.colour) else None
    return replace(line, spans=(*line.spans, Span(sign.kind, place, place, colour)))


def _own_line(sign: Sign, page: int) -> Line:
    size = min(12.0, sign.bottom - sign.top)
    colour = sign.colour if is_colourful(sign.colour) else None
    return Line("", page, sign.x0, sign.x1, sign.bottom, size, False, 0.0, False, spans=(Span(sign.kind, 0, 0, colour),))
