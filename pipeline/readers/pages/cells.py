"""Cells → their text and marks; nested tables inside the text and as grids of their own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.model import Cell, CellPlace, Grid, Mark, MarkKind
from pipeline.readers.pages.mending import Words, mend
from pipeline.readers.pages.paragraphs import Measure, Paragraph, paragraphs_of
from pipeline.readers.pages.setting import Setting
from pipeline.readers.pages.spans import Span
from pipeline.readers.pages.stitching import Whole, WholeCell
from pipeline.readers.pages.symbols import is_right_to_left

USUAL_PADDING = 4.0  # points between a rule and text, where a table doesn't show it

Piece = Paragraph | Whole
Pieces = Mapping[int, Sequence[Piece]]  # id of a cell → its paragraphs and nested tables in reading order


def read_pieces(whole: Whole, setting: Setting) -> dict[int, list[Piece]]:
    """Return the paragraphs and nested tables of each cell of a table, by the cell's id; those of nested tables too."""
    padding = _padding(whole)
    ends = {} if whole.is_ruled else _text_ends(whole)
    pieces: dict[int, list[Piece]] = {}
    for cell in whole.cells:
        if cell.is_blank:
            pieces[id(cell)] = []
            continue
        box = cell.boxes[0]
        right = ends.get(cell.column_end, box.x1 - padding)
        pieces[id(cell)] = list(_pieces(cell, Measure(box.x0 + padding, right, setting)))
        for nested in cell.nested:
            pieces |= read_pieces(nested, setting)
    return pieces


def _pieces(cell: WholeCell, measure: Measure) -> Iterator[Piece]:
    rest = list(cell.lines)
    for nested in cell.nested:
        before = [line for line in rest if (line.page, line.top) < (nested.first_page, nested.top)]
        yield from paragraphs_of(before, lambda line: measure)
        yield nested
        rest = rest[len(before) :]
    yield from paragraphs_of(rest, lambda line: measure)


def _text_ends(whole: Whole) -> dict[int, float]:
    """Return how far right the text of each column reaches, by the column's end: without rules, that is its width."""
    ends: dict[int, float] = {}
    for cell in whole.cells:
        if cell.column_end - cell.column == 1:
            for line in cell.lines:
                ends[cell.column_end] = max(ends.get(cell.column_end, 0.0), line.x1)
    return ends


def _padding(whole: Whole) -> float:
    """Return the usual distance of a table's text from the rules at its sides."""
    counts: dict[float, int] = {}  # by tenths of a point
    for cell in whole.cells:
        box = cell.boxes[0]
        for line in cell.lines:
            if line.page == box.page and line.bullet is None:
                tenths = (10 * (line.x0 - box.x0) + 0.5) // 1
                counts[tenths] = counts.get(tenths, 0) + 1
    likely = [(count, -tenths) for tenths, count in counts.items() if -10 < tenths < 150]
    return -max(likely)[1] / 10 if likely else USUAL_PADDING


def grid_of(whole: Whole, number: int, pieces: Pieces, words: Words, parent: CellPlace | None = None) -> Grid:
    """Return a whole table as the grid with a number; one that is read from the right begins there."""
    n_columns = len(whole.xs) - 1
    cells = [_cell(cell, pieces, words) for cell in whole.cells]
    if is_right_to_left("".join(cell.text for cell in cells)):
        cells = [replace(cell, column=n_columns - cell.column - cell.column_span) for cell in cells]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(table=number, n_rows=whole.n_rows, n_columns=n_columns, cells=tuple(cells), parent=parent, header_rows=whole.header_rows)


def nested_grids(tops: Sequence[Whole], pieces: Pieces, words: Words) -> list[Grid]:
    """Return the grids of all nested tables, numbered after the top-level ones, the outer before the inner."""
    grids: list[Grid] = []
    waiting = list(enumerate(tops))
    while waiting:
        number, whole = waiting.pop(0)
        for cell in sorted(whole.cells, key=lambda cell: (cell.row, cell.column)):
            for nested in cell.nested:
                own = len(tops) + len(grids)
                grids.append(grid_of(nested, own, pieces, words, CellPlace(number, cell.row, cell.column)))
                waiting.append((own, nested))
    return grids


def _cell(cell: WholeCell, pieces: Pieces, words: Words) -> Cell:
    text, marks = _content(pieces[id(cell)], pieces, words)
    return Cell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_end - cell.row,
        column_span=cell.column_end - cell.column,
        text=text,
        fill=cell.fill,
        marks=marks,
        boxes=tuple(cell.boxes),
    )


def _content(own: Sequence[Piece], pieces: Pieces, words: Words) -> tuple[str, tuple[Mark, ...]]:
    parts = [_nested_content(piece, pieces, words) if isinstance(piece, Whole) else paragraph_content(piece, words) for piece in own]
    return _chained([part for part in parts if part[0] or part[1]], "\n")


def _nested_content(whole: Whole, pieces: Pieces, words: Words) -> tuple[str, tuple[Mark, ...]]:
    rows = []
    for row in range(whole.n_rows):
        cells = sorted((cell for cell in whole.cells if cell.row == row), key=lambda cell: cell.column)
        rows.append(_chained([_content(pieces[id(cell)], pieces, words) for cell in cells], "\t"))
    return _chained(rows, "\n")


def paragraph_content(paragraph: Paragraph, words: Words) -> tuple[str, tuple[Mark, ...]]:
    """Return a paragraph's text, mended, and its marks."""
    text, spans = mend(paragraph.text, paragraph.spans, words)
    marks = tuple(mark_of(span) for span in spans)
    if paragraph.is_item:
        marks = (Mark(kind=MarkKind.LIST_ITEM, start=0, end=len(text), text=str(paragraph.level)), *marks)
    return text, marks


def mark_of(span: Span) -> Mark:
    """Return a span as a mark."""
    return Mark(kind=span.kind, start=span.start, end=span.end, colour=span.colour, text=span.text)


def _chained(parts: Sequence[tuple[str, tuple[Mark, ...]]], joint: str) -> tuple[str, tuple[Mark, ...]]:
    """Join texts, their marks moved along."""
    text = ""
    marks: list[Mark] = []
    for number, (part, own) in enumerate(parts):
        text += joint if number else ""
        marks += [replace(mark, start=mark.start + len(text), end=mark.end + len(text)) for mark in own] if text else own
        text += part
    return text, tuple(marks)
