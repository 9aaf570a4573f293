"""Pages → one document: tables stitched, prose and tables in reading order, words mended."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.model import Block, BlockKind, Box, Cell, CellPlace, Grid, Mark, MarkKind
from pipeline.readers.pages.furniture import part_furniture
from pipeline.readers.pages.headings import HeadingScale, heading_scale
from pipeline.readers.pages.lines import Line, Span
from pipeline.readers.pages.mending import Words, mend, read_words
from pipeline.readers.pages.paragraphs import Measure, Paragraph, paragraphs_of, usual_pitches
from pipeline.readers.pages.reading import Page
from pipeline.readers.pages.stitching import Whole, WholeCell, goes_on, stitch, whole_of


class Content(NamedTuple):
    """What a document's blocks and grids are."""

    blocks: tuple[Block, ...]
    grids: tuple[Grid, ...]


class _Step(NamedTuple):
    """One step of the reading order before it is a block: a paragraph or a table."""

    paragraph: Paragraph | None
    whole: Whole | None


def assemble(pages: Sequence[Page]) -> Content:
    """Return the blocks and grids of a document's pages."""
    furniture = part_furniture(pages)
    order = _reading_order(pages)
    pitches = _pitches(order)
    right = _prose_right(order)
    steps = [step for element in order for step in _steps(element, pitches, right)]
    texts = _Texts(steps, pitches)
    return _content(steps, texts, furniture)


Element = list[Line] | Whole


def _reading_order(pages: Sequence[Page]) -> list[Element]:
    """Return stretches of prose lines and whole tables in reading order."""
    order: list[Element] = []
    bottom = _text_bottom(pages)
    for page in pages:
        tables = [table for table in page.tables if table.parent is None and (table.has_text or any(table.fills))]
        elements: list[tuple[float, Line | Whole]] = [(line.top, line) for line in page.lines]
        elements += [(table.lattice.ys[0], whole_of(table, page.number)) for table in tables]
        is_first = True
        for _, element in sorted(elements, key=lambda pair: pair[0]):
            last = order[-1] if order else None
            if isinstance(element, Whole):
                if is_first and isinstance(last, Whole) and last.page == page.number - 1 and goes_on(last, element, bottom):
                    stitch(last, element)
                else:
                    order.append(element)
            elif isinstance(last, list):
                last.append(element)
            else:
                order.append([element])
            is_first = False
    return order


def _text_bottom(pages: Sequence[Page]) -> float:
    """Return how far down text and tables reach on the document's pages."""
    bottoms = [max([line.bottom for line in page.lines] + [table.lattice.ys[-1] for table in page.tables], default=0.0) for page in pages]
    return max(bottoms, default=0.0)


def _pitches(order: Iterable[Element]) -> dict[float, float]:
    columns: list[tuple[Sequence[Line], float]] = []
    for element in order:
        if isinstance(element, list):
            columns.append((element, max(line.x1 for line in element)))
        else:
            columns += [(cell.lines, cell.boxes[0].x1 - 6) for cell in element.cells if len(cell.lines) > 1]
    return usual_pitches(columns)


def _prose_right(order: Iterable[Element]) -> dict[int, float]:
    """Return, by page, the right end of its prose; pages of one width share it."""
    right: dict[int, float] = {}
    for element in order:
        if isinstance(element, list):
            for line in element:
                right[line.page] = max(right.get(line.page, 0.0), line.x1)
    return right


def _steps(element: Element, pitches: dict[float, float], right: dict[int, float]) -> Iterable[_Step]:
    if isinstance(element, Whole):
        yield _Step(None, element)
        return
    left = min(line.x0 for line in element)
    reach = max(right[line.page] for line in element)
    for paragraph in paragraphs_of(element, Measure(left, reach, pitches)):
        yield _Step(paragraph, None)


class _Texts:
    """The cells' paragraphs, and the document's words that mend them."""

    def __init__(self, steps: Sequence[_Step], pitches: dict[float, float]) -> None:
        self.cells: dict[int, list[Paragraph]] = {}
        for step in steps:
            if step.whole is not None:
                self._read_cells(step.whole, pitches)
        paragraphs = [step.paragraph for step in steps if step.paragraph is not None]
        paragraphs += [paragraph for cell in self.cells.values() for paragraph in cell]
        wrapped = [line for paragraph in paragraphs for line in paragraph.lines[:-1]]
        self.words = read_words((p.text for p in paragraphs), len(wrapped), sum(line.last_spaced for line in wrapped))

    def _read_cells(self, whole: Whole, pitches: dict[float, float]) -> None:
        padding = _padding(whole)
        for cell in whole.cells:
            if cell.lines:
                box = cell.boxes[0]
                measure = Measure(box.x0 + padding, box.x1 - padding, pitches)
                self.cells[id(cell)] = paragraphs_of(cell.lines, measure)


def _padding(whole: Whole) -> float:
    """Return the usual distance of a table's text from the rules at its sides."""
    counts = Counter(
        round(line.x0 - cell.boxes[0].x0, 1) for cell in whole.cells for line in cell.lines if line.page == cell.boxes[0].page and line.bullet is None
    )
    likely = [(count, -distance) for distance, count in counts.items() if -1 < distance < 15]
    return -max(likely)[1] if likely else 4.0


def _content(steps: Sequence[_Step], texts: _Texts, furniture: Sequence[tuple[BlockKind, Line]]) -> Content:
    scale = heading_scale([step.paragraph for step in steps if step.paragraph is not None])
    blocks: list[Block] = []
    grids: list[Grid] = []
    for kind, line in furniture:
        if kind is BlockKind.PAGE_HEADER:
            blocks.append(Block(position=len(blocks), kind=kind, text=line.text, boxes=(_line_box(line),)))
    for step in steps:
        if step.whole is not None:
            blocks.append(Block(position=len(blocks), kind=BlockKind.TABLE, table=len(grids)))
            grids.append(_grid(step.whole, len(grids), texts))
        elif step.paragraph is not None:
            blocks.append(_block(step.paragraph, len(blocks), scale, texts.words))
    for kind, line in furniture:
        if kind is BlockKind.PAGE_FOOTER:
            blocks.append(Block(position=len(blocks), kind=kind, text=line.text, boxes=(_line_box(line),)))
    return Content(tuple(blocks), tuple(grids))


def _line_box(line: Line) -> Box:
    return Box(line.page, line.x0, line.top, line.x1, line.bottom)


def _block(paragraph: Paragraph, position: int, scale: HeadingScale, words: Words) -> Block:
    text, spans = mend(paragraph.text, paragraph.spans, words)
    level = scale.level(paragraph)
    kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if paragraph.is_item else BlockKind.PARAGRAPH
    return Block(
        position=position,
        kind=kind,
        text=text,
        level=level,
        list_level=0 if kind is BlockKind.LIST_ITEM else None,
        marks=tuple(_mark(span) for span in spans),
        boxes=_boxes(paragraph.lines),
    )


def _boxes(lines: Sequence[Line]) -> tuple[Box, ...]:
    boxes = []
    for page in sorted({line.page for line in lines}):
        own = [line for line in lines if line.page == page]
        boxes.append(Box(page, min(line.x0 for line in own), min(line.top for line in own), max(line.x1 for line in own), max(line.bottom for line in own)))
    return tuple(boxes)


def _mark(span: Span) -> Mark:
    return Mark(kind=span.kind, start=span.start, end=span.end, colour=span.colour, text=span.text)


def _grid(whole: Whole, number: int, texts: _Texts, parent: CellPlace | None = None) -> Grid:
    cells = sorted((_cell(cell, texts) for cell in whole.cells), key=lambda cell: (cell.row, cell.column))
    return Grid(
        table=number, n_rows=whole.n_rows, n_columns=len(whole.xs) - 1, cells=tuple(cells), parent=parent, header_rows=whole.header_rows
    )


def _cell(cell: WholeCell, texts: _Texts) -> Cell:
    text, marks = "", []
    for paragraph in texts.cells.get(id(cell), ()):
        text += "\n" * bool(text)
        mended, spans = mend(paragraph.text, paragraph.spans, texts.words)
        marks += [replace(_mark(span), start=span.start + len(text), end=span.end + len(text)) for span in spans]
        if paragraph.is_item:
            marks.append(Mark(kind=MarkKind.LIST_ITEM, start=len(text), end=len(text) + len(mended), text="0"))
        text += mended
    return Cell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_end - cell.row,
        column_span=cell.column_end - cell.column,
        text=text,
        fill=cell.fill,
        marks=tuple(marks),
        boxes=tuple(cell.boxes),
    )
