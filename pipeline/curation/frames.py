"""A table of one cell that holds the page: what stands inside is read as the page's own."""

from dataclasses import replace

from pipeline.curation.wording.matching import fold
from pipeline.model import Block, BlockKind, Cell, Document, Grid, Mark, MarkKind

MAX_HEADING = 100  # characters; a longer bold line inside a frame is a paragraph


def unframe(document: Document) -> Document:
    """Return the document with frames opened: their paragraphs are blocks, the tables inside them stand between."""
    inside = {g.table: [n for n in document.grids if n.parent is not None and n.parent.table == g.table] for g in document.grids}
    frames = {g.table: g for g in document.grids if g.parent is None and _is_frame(g, inside[g.table])}
    if not frames:
        return document
    blocks: list[Block] = []
    for block in document.blocks:
        if block.kind is BlockKind.TABLE and block.table in frames:
            blocks += _opened(frames[block.table], inside[block.table])
        else:
            blocks.append(block)
    moved = {b.position: n for n, b in enumerate(blocks) if b.position >= 0}
    placed = [
        replace(b, position=n, anchor_position=moved.get(b.anchor_position) if b.anchor_position is not None else None) for n, b in enumerate(blocks)
    ]
    grids = [replace(g, parent=None) if g.parent is not None and g.parent.table in frames else g for g in document.grids if g.table not in frames]
    return unframe(replace(document, blocks=tuple(placed), grids=tuple(grids)))


def _is_frame(grid: Grid, nested: list[Grid]) -> bool:
    filled = [c for c in grid.cells if c.text.strip()]
    return len(filled) == 1 and any(n.n_rows >= 2 and n.n_columns >= 2 for n in nested)


def _opened(frame: Grid, nested: list[Grid]) -> list[Block]:
    """The blocks of a frame's text, a table's lines replaced by the table."""
    cell = next(c for c in frame.cells if c.text.strip())
    lines = cell.text.split("\n")
    offsets = [sum(len(x) + 1 for x in lines[:n]) for n in range(len(lines))]
    found: list[Block] = []
    waiting = list(nested)
    n = 0
    while n < len(lines):
        taken = _lines_of(waiting[0], lines[n:]) if waiting else 0
        if taken:
            found.append(Block(position=-1, kind=BlockKind.TABLE, table=waiting.pop(0).table))
            n += taken
            continue
        if lines[n].strip():
            found.append(_paragraph(cell, lines[n], offsets[n]))
        n += 1
    return found + [Block(position=-1, kind=BlockKind.TABLE, table=g.table) for g in waiting]


def _lines_of(grid: Grid, lines: list[str]) -> int:
    """How many of the lines are a table's text, 0 where it doesn't begin here."""
    words = [w for c in sorted(grid.cells, key=lambda c: (c.row, c.column)) for w in fold(c.text).split()]
    seen: list[str] = []
    for n, line in enumerate(lines, start=1):
        seen += fold(line).split()
        if seen != words[: len(seen)]:
            return 0
        if len(seen) == len(words):
            return n if words else 0
    return 0


def _paragraph(cell: Cell, line: str, offset: int) -> Block:
    end = offset + len(line)
    marks = tuple(
        Mark(kind=m.kind, start=max(m.start - offset, 0), end=min(m.end, end) - offset, colour=m.colour, text=m.text)
        for m in cell.marks
        if m.start < end and m.end > offset
    )
    is_bold = any(m.kind is MarkKind.BOLD and m.start == 0 and m.end >= len(line) for m in marks)
    kind = BlockKind.HEADING if is_bold and len(line) <= MAX_HEADING and not line.endswith((".", ":")) else BlockKind.PARAGRAPH
    return Block(position=-1, kind=kind, text=line, level=1 if kind is BlockKind.HEADING else None, marks=marks, boxes=cell.boxes)
