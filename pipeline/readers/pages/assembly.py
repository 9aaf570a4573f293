"""Pages → one document: tables stitched, prose and tables in reading order, words mended."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.model import Block, BlockKind, Box, Grid
from pipeline.readers.pages.cells import Piece, Pieces, grid_of, nested_grids, paragraph_content, read_pieces
from pipeline.readers.pages.footnotes import part_footnotes
from pipeline.readers.pages.furniture import part_furniture
from pipeline.readers.pages.headings import HeadingScale, heading_scale, is_caption
from pipeline.readers.pages.lines import Line
from pipeline.readers.pages.mending import Words, read_words
from pipeline.readers.pages.paragraphs import Measure, Paragraph, paragraphs_of
from pipeline.readers.pages.reading import Page
from pipeline.readers.pages.setting import Column, Setting, setting_of
from pipeline.readers.pages.stitching import Whole, goes_on, stitch, whole_of

ALIGNED = 4.0  # points: boxes whose sides differ less are as wide
NEARLY_FULL, ENOUGH_FULL = 0.92, 3  # of the width of prose, a line is full; so many of them show its ends
UNBOUNDED = Measure(0.0, 0.0, Setting({}, {}))  # leaves no room on any line: all of them join


class Content(NamedTuple):
    """What a document's blocks and grids are."""

    blocks: tuple[Block, ...]
    grids: tuple[Grid, ...]


class _Step(NamedTuple):
    """One step of the reading order before it is a block: a paragraph or a table."""

    paragraph: Paragraph | None
    whole: Whole | None


def assemble(pages: Sequence[Page], *, keeps_hyphens: bool) -> Content:
    """Return the blocks and grids of a document's pages; `keeps_hyphens`: a typed hyphen at a line's end is the word's own."""
    furniture = part_furniture(pages)
    notes = part_footnotes(pages)
    order = _reading_order(pages)
    boxes = _text_boxes([element for element in order if isinstance(element, Whole)])
    setting = setting_of(_columns(order))
    rooms = _rooms(pages, setting._replace(runs_in=False))
    steps = [step for element in order for step in _steps(element, rooms)]
    pieces: dict[int, list[Piece]] = {}
    for step in steps:
        if step.whole is not None:
            pieces |= read_pieces(step.whole, setting)
    return _content(steps, pieces, _words(steps, pieces, keeps_hyphens), boxes, notes, furniture)


Element = list[Line] | Whole


def _reading_order(pages: Sequence[Page]) -> list[Element]:
    """Return stretches of prose lines and whole tables in reading order."""
    order: list[Element] = []
    bottom = _text_bottom(pages)
    for page in pages:
        elements: list[tuple[tuple[float, int, float], Line | Whole]] = [(line.place, line) for line in page.lines]
        elements += [((whole.top, 0, whole.top), whole) for whole in _wholes(page)]
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


def _wholes(page: Page) -> list[Whole]:
    """Return a page's top-level tables, those nested in them put in their cells."""
    wholes = [whole_of(table, page.number) for table in page.tables]
    tops = []
    for table, whole in zip(page.tables, wholes, strict=True):
        if table.parent is not None:
            wholes[table.parent.table].cells[table.parent.slot].nested.append(whole)
        elif table.has_text or any(table.fills) or any(cell.nested for cell in whole.cells):
            tops.append(whole)
    return tops


def _text_bottom(pages: Sequence[Page]) -> float:
    """Return how far down text and tables reach on the document's pages."""
    bottoms = [max([line.bottom for line in page.lines] + [table.lattice.ys[-1] for table in page.tables], default=0.0) for page in pages]
    return max(bottoms, default=0.0)


def _columns(order: Iterable[Element]) -> list[Column]:
    columns: list[Column] = []
    for element in order:
        if isinstance(element, list):
            columns.append(Column(element, max(line.x1 for line in element), is_cell=False))
        else:
            columns += [Column(cell.lines, cell.boxes[0].x1 - 6, is_cell=True) for cell in element.cells if cell.lines]
    return columns


def _rooms(pages: Sequence[Page], setting: Setting) -> dict[tuple[int, int], Measure]:
    """Return the room of the prose, by page and column; pages of one width share it."""
    rooms: dict[tuple[int, int], Measure] = {}
    for width in {page.frame.width for page in pages}:
        alike = [page for page in pages if page.frame.width == width]
        shared = _shared_room(alike, width, setting)
        for page in alike:
            rooms[page.number, -1] = shared
            for line in page.lines:
                if line.flow:
                    room = rooms.get(_column(line), Measure(line.x0, line.x1, setting))
                    rooms[_column(line)] = room._replace(left=min(room.left, line.x0), right=max(room.right, line.x1))
    return rooms


def _shared_room(pages: Sequence[Page], width: float, setting: Setting) -> Measure:
    """Return the ends of full lines; where too few are full to tell, of the tables or the margins."""
    lines = [line for page in pages for line in page.lines if not line.flow and not line.turn]
    left, right = min((line.x0 for line in lines), default=0.0), max((line.x1 for line in lines), default=width)
    nearly = NEARLY_FULL * (right - left)
    if sum(line.x1 - line.x0 > nearly for line in lines) >= ENOUGH_FULL:
        return Measure(left, right, setting)
    sides = [table.lattice.box for page in pages for table in page.tables]
    margin = min(left, width - right, *(min(x0, width - x1) for x0, _, x1, _ in sides))
    return Measure(min(left, margin), max(right, width - margin), setting, is_guessed=True)


def _column(line: Line) -> tuple[int, int]:
    return line.page, line.flow[1] if line.flow else -1


def _steps(element: Element, rooms: Mapping[tuple[int, int], Measure]) -> Iterable[_Step]:
    if isinstance(element, Whole):
        yield _Step(None, element)
        return
    for paragraph in paragraphs_of(element, lambda line: rooms[_column(line)]):
        yield _Step(paragraph, None)


def _words(steps: Sequence[_Step], pieces: Pieces, keeps_hyphens: bool) -> Words:
    paragraphs = [step.paragraph for step in steps if step.paragraph is not None]
    paragraphs += [piece for own in pieces.values() for piece in own if isinstance(piece, Paragraph)]
    wrapped = [line for paragraph in paragraphs for line in paragraph.lines[:-1]]
    words = read_words([paragraph.text for paragraph in paragraphs], len(wrapped))
    return words._replace(keeps_hyphens=True) if keeps_hyphens else words


def _content(
    steps: Sequence[_Step],
    pieces: Pieces,
    words: Words,
    boxes: set[int],
    notes: Sequence[Sequence[Line]],
    furniture: Sequence[tuple[BlockKind, Line]],
) -> Content:
    in_cells = (piece for own in pieces.values() for piece in own if isinstance(piece, Paragraph))
    scale = heading_scale([step.paragraph for step in steps if step.paragraph is not None], in_cells)
    blocks: list[Block] = []
    tops: list[Whole] = []
    for step in steps:
        if step.whole is not None and id(step.whole) in boxes:
            blocks.append(_text_box(step.whole, len(blocks), pieces, words))
        elif step.whole is not None:
            blocks.append(Block(position=len(blocks), kind=BlockKind.TABLE, table=len(tops)))
            tops.append(step.whole)
        elif step.paragraph is not None:
            blocks.append(_block(step.paragraph, len(blocks), scale, words))
    for note in notes:
        text = " ".join(paragraph_content(paragraph, words)[0] for paragraph in paragraphs_of(note, lambda line: UNBOUNDED))
        blocks.append(Block(position=len(blocks), kind=BlockKind.FOOTNOTE, text=text, boxes=_boxes(note)))
    for kind, line in furniture:
        blocks.append(Block(position=len(blocks), kind=kind, text=line.text, boxes=_boxes((line,))))
    grids = [grid_of(whole, number, pieces, words) for number, whole in enumerate(tops)]
    return Content(tuple(blocks), (*grids, *nested_grids(tops, pieces, words)))


def _text_boxes(wholes: Sequence[Whole]) -> set[int]:
    """Return the single boxes, by id, that aren't as wide as any table: boxes around text, not tables of one cell."""
    tables = [whole for whole in wholes if len(whole.cells) > 1]
    return {
        id(whole)
        for whole in wholes
        if len(whole.cells) == 1
        and not whole.cells[0].nested
        and not any(abs(whole.xs[0] - table.xs[0]) < ALIGNED and abs(whole.xs[-1] - table.xs[-1]) < ALIGNED for table in tables)
    }


def _text_box(whole: Whole, position: int, pieces: Pieces, words: Words) -> Block:
    cell = grid_of(whole, 0, pieces, words).cells[0]
    return Block(position=position, kind=BlockKind.TEXT_BOX, text=cell.text, marks=cell.marks, boxes=cell.boxes)


def _block(paragraph: Paragraph, position: int, scale: HeadingScale, words: Words) -> Block:
    text, marks = paragraph_content(paragraph, words)
    level = scale.level(paragraph)
    kind = _kind(paragraph, level)
    return Block(
        position=position,
        kind=kind,
        text=text,
        level=level,
        list_level=paragraph.level if kind is BlockKind.LIST_ITEM else None,
        marks=marks,
        boxes=_boxes(paragraph.lines),
    )


def _kind(paragraph: Paragraph, level: int | None) -> BlockKind:
    if is_caption(paragraph):
        return BlockKind.CAPTION
    return BlockKind.HEADING if level else BlockKind.LIST_ITEM if paragraph.is_item else BlockKind.PARAGRAPH


def _boxes(lines: Sequence[Line]) -> tuple[Box, ...]:
    return tuple(_box([line for line in lines if line.page == page]) for page in sorted({line.page for line in lines}))


def _box(lines: Sequence[Line]) -> Box:
    x0, top = min(line.x0 for line in lines), min(line.top for line in lines)
    return Box(lines[0].page, x0, top, max(line.x1 for line in lines), max(line.bottom for line in lines))
