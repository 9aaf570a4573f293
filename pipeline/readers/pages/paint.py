"""What is painted on a page besides glyphs: rules, areas of colour, drawn shapes and pictures."""

import ctypes
import itertools
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2.raw as pdfium

from pipeline.readers.pages import native
from pipeline.readers.pages.frames import Frame

THIN = 3.2  # points: a filled rectangle no thicker is a rule
SHORTEST_RULE = 0.3
SPECK = 1.2  # points: a drawn shape no wider is none
MAX_FORM_DEPTH = 12
PATH, IMAGE, SHADING, FORM = 2, 3, 4, 5
LINE_TO, BEZIER_TO, MOVE_TO = 0, 1, 2
TILING_GREY = "BFBFBF"  # what pdfium answers for a pattern
WHITE = "FFFFFF"
FAR = 1e6  # points: what stands farther off, or at no number, stands nowhere
NOWHERE = (-FAR, -FAR, -FAR, -FAR)

Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True, eq=False)
class Edge:
    """A straight rule: `at` is its x (upright) or y (level), from `start` to `end` along the other axis."""

    is_upright: bool
    at: float
    start: float
    end: float


@dataclass(slots=True, eq=False)
class Area:
    """A box with a colour, in the order of painting; None where only a rendering can tell it."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: str | None
    order: int

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


class Paint(NamedTuple):
    """Everything painted on one page."""

    edges: list[Edge]
    fills: list[Area]
    shapes: list[Area]  # curved or many-cornered filled paths
    images: list[Area]


class _Brush:
    """Collects paint while the page's objects are walked through."""

    def __init__(self, frame: Frame, document: pdfium.FPDF_DOCUMENT, texts: Container[int]) -> None:
        self.frame, self._texts = frame, texts
        self._document = native.address(document)
        self.paint = Paint([], [], [], [])
        self._order = 0

    def walk(self, handles: Iterable[int], matrix: Matrix | None, depth: int) -> None:
        for handle in handles:
            self._order += 1
            if handle in self._texts:
                continue
            kind = native.object_type(handle)
            if kind == PATH:
                self._path(handle, matrix)
            elif kind in (IMAGE, SHADING):
                box = self._box(handle, matrix)
                target = self.paint.images if kind == IMAGE else self.paint.fills
                target.append(Area(*box, None, self._order))
            elif kind == FORM and depth < MAX_FORM_DEPTH:
                children = [native.form_object(handle, index) for index in range(native.count_form_objects(handle))]
                self.walk(children, _combined(handle, matrix), depth + 1)

    def _box(self, handle: int, matrix: Matrix | None) -> tuple[float, float, float, float]:
        x0, y0, x1, y1 = native.bounds(handle)
        if matrix is not None:
            corners = [_apply(matrix, x, y) for x in (x0, x1) for y in (y0, y1)]
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
        box = left, top, right, bottom = self.frame.box(x0, y0, x1, y1)
        return box if -FAR < left <= right < FAR and -FAR < top <= bottom < FAR else NOWHERE

    def _path(self, handle: int, matrix: Matrix | None) -> None:
        fills, strokes = native.draw_mode(handle)
        segments = native.count_segments(handle)
        if fills and segments in (4, 5):
            self._rectangle(self._clipped(self._box(handle, matrix), handle, matrix), handle)
        elif fills:
            self._figure(handle, matrix, segments)
        if strokes and segments == 2:
            self._line(self._box(handle, matrix), handle, matrix)
        elif strokes and not (fills and segments > 24):
            self._strokes(handle, matrix, segments)

    def _line(self, box: tuple[float, float, float, float], handle: int, matrix: Matrix | None) -> None:
        """Take a path of one line: its box tells an upright or level rule at less cost than its points."""
        x0, top, x1, bottom = box
        if x1 - x0 <= THIN < bottom - top:
            self.paint.edges.append(Edge(True, (x0 + x1) / 2, top, bottom))
        elif bottom - top <= THIN < x1 - x0:
            self.paint.edges.append(Edge(False, (top + bottom) / 2, x0, x1))
        else:
            self._strokes(handle, matrix, 2)

    def _rectangle(self, box: tuple[float, float, float, float], handle: int) -> None:
        x0, top, x1, bottom = box
        width, height = x1 - x0, bottom - top
        colour, alpha = native.fill_of(handle)
        if not alpha:
            return
        if min(width, height) <= THIN:
            if max(width, height) < SHORTEST_RULE:
                return
            # The dots of a dotted rule are as wide as high: they may belong to either.
            if width >= 0.6 * height:
                self.paint.edges.append(Edge(False, (top + bottom) / 2, x0, x1))
            if height >= 0.6 * width:
                self.paint.edges.append(Edge(True, (x0 + x1) / 2, top, bottom))
            return
        self.paint.fills.append(Area(*box, self._told(colour, handle), self._order))

    def _told(self, colour: str, handle: int) -> str | None:
        """Return a fill's colour; None for a pattern, for which pdfium answers a grey or white."""
        if colour not in (TILING_GREY, WHITE):
            return colour
        pattern = native.rendered_fill_pattern(self._document, handle)
        if not pattern:
            return colour
        pdfium.FPDFBitmap_Destroy(ctypes.cast(pattern, pdfium.FPDF_BITMAP))
        return None

    def _figure(self, handle: int, matrix: Matrix | None, segments: int) -> None:
        """Take a filled path of many corners: several rectangles in one path, or a drawn shape."""
        boxes = _rectangles(self._subpaths(handle, matrix, segments))
        if boxes is not None:
            for box in boxes:
                self._rectangle(self._clipped(box, handle, matrix), handle)
            return
        box = self._box(handle, matrix)
        colour, alpha = native.fill_of(handle)
        if alpha and min(box[2] - box[0], box[3] - box[1]) > SPECK:
            self.paint.shapes.append(Area(*box, self._told(colour, handle), self._order))

    def _strokes(self, handle: int, matrix: Matrix | None, segments: int) -> None:
        for corners, is_straight in self._subpaths(handle, matrix, segments):
            if not is_straight:
                continue
            for (x0, y0), (x1, y1) in itertools.pairwise(corners):
                if abs(x0 - x1) <= 0.5 and abs(y0 - y1) >= SHORTEST_RULE:
                    self.paint.edges.append(Edge(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1)))
                elif abs(y0 - y1) <= 0.5 and abs(x0 - x1) >= SHORTEST_RULE:
                    self.paint.edges.append(Edge(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1)))

    def _subpaths(self, handle: int, matrix: Matrix | None, segments: int) -> list[tuple[list[tuple[float, float]], bool]]:
        """Return a path's parts: their corners in the frame, and whether all their sides are straight."""
        own = _combined(handle, matrix)
        parts: list[tuple[list[tuple[float, float]], bool]] = []
        corners: list[tuple[float, float]] = []
        is_straight = True
        for index in range(segments):
            segment = native.path_segment(handle, index)
            kind = native.segment_type(segment)
            point = self.frame.point(*_apply(own, *native.segment_point(segment)))
            if not (abs(point[0]) < FAR and abs(point[1]) < FAR):
                return []
            if kind == MOVE_TO:
                if len(corners) > 1:
                    parts.append((corners, is_straight))
                corners, is_straight = [], True
            is_straight = is_straight and kind != BEZIER_TO
            corners.append(point)
            if native.segment_closes(segment) and corners[0] != point:
                corners.append(corners[0])
        if len(corners) > 1:
            parts.append((corners, is_straight))
        return parts

    def _clipped(self, box: tuple[float, float, float, float], handle: int, matrix: Matrix | None) -> tuple[float, float, float, float]:
        clip = native.clip_path(handle)
        count = native.count_clip_paths(clip) if clip else 0
        if count <= 0:
            return box
        x0, top, x1, bottom = box
        for number in range(count):
            points = [self._clip_point(clip, number, index, matrix) for index in range(native.count_clip_segments(clip, number))]
            if len(points) < 3:
                continue
            xs, ys = [x for x, _ in points], [y for _, y in points]
            x0, x1 = max(x0, min(xs)), min(x1, max(xs))
            top, bottom = max(top, min(ys)), min(bottom, max(ys))
        return x0, top, max(x0, x1), max(top, bottom)

    def _clip_point(self, clip: int, number: int, index: int, matrix: Matrix | None) -> tuple[float, float]:
        x, y = native.segment_point(native.clip_segment(clip, number, index))
        return self.frame.point(*(_apply(matrix, x, y) if matrix else (x, y)))


def read_paint(page: pdfium.FPDF_PAGE, frame: Frame, document: pdfium.FPDF_DOCUMENT, texts: Container[int] = ()) -> Paint:
    """Return what is painted on a page, in its frame; `texts` are objects known to be text, by handle: the others are asked what they are."""
    brush = _Brush(frame, document, texts)
    handle = native.address(page)
    brush.walk([native.page_object(handle, index) for index in range(native.count_objects(handle))], None, 0)
    return brush.paint


def _combined(handle: int, outer: Matrix | None) -> Matrix:
    a, b, c, d, e, f = native.matrix(handle)
    if outer is None:
        return a, b, c, d, e, f
    oa, ob, oc, od, oe, of = outer
    return a * oa + b * oc, a * ob + b * od, c * oa + d * oc, c * ob + d * od, e * oa + f * oc + oe, e * ob + f * od + of


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _rectangles(parts: list[tuple[list[tuple[float, float]], bool]]) -> list[tuple[float, float, float, float]] | None:
    """Return the boxes of a path's parts if each of them is an upright rectangle."""
    boxes = []
    for corners, is_straight in parts:
        if not is_straight or not 4 <= len(corners) <= 6:
            return None
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if any(min(abs(x - x0), abs(x - x1)) > 0.6 or min(abs(y - top), abs(y - bottom)) > 0.6 for x, y in corners):
            return None
        boxes.append((x0, top, x1, bottom))
    return boxes
