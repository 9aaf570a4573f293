"""Documents in a line or two: grids and paragraphs as the readers would give them."""

from collections.abc import Sequence

from pipeline.model import Block, BlockKind, Cell, Document, Grid, Mark

CellText = str | tuple[str, str] | Cell | None
"""A text; a text and its fill; a whole cell; None where a merged cell covers the place."""


def grid(*rows: Sequence[CellText], table: int = 0, columns: int | None = None) -> Grid:
    """Return a grid of the rows given; a lone cell in a row spans it from side to side."""
    n_columns = columns or max(len(r) for r in rows)
    cells = [c for r, row in enumerate(rows) for c in _row(r, row, n_columns)]
    return Grid(table=table, n_rows=len(rows), n_columns=n_columns, cells=tuple(cells))


def _row(number: int, row: Sequence[CellText], n_columns: int) -> list[Cell]:
    alone = len(row) == 1 and n_columns > 1
    return [_cell(number, column, given, n_columns if alone else 1) for column, given in enumerate(row) if given is not None]


def _cell(row: int, column: int, given: CellText, span: int) -> Cell:
    if isinstance(given, Cell):
        return Cell(
            row=row, column=column, row_span=given.row_span, column_span=given.column_span, text=given.text, fill=given.fill, marks=given.marks
        )
    text, fill = given if isinstance(given, tuple) else (given or "", None)
    return Cell(row=row, column=column, column_span=span, text=text, fill=fill)


def cell(text: str = "", *, fill: str | None = None, rows: int = 1, columns: int = 1, marks: Sequence[Mark] = ()) -> Cell:
    """Return a cell to be placed by grid()."""
    return Cell(row=0, column=0, row_span=rows, column_span=columns, text=text, fill=fill, marks=tuple(marks))


def heading(text: str, level: int = 1) -> Block:
    """Return a heading, to be placed by document()."""
    return Block(position=0, kind=BlockKind.HEADING, text=text, level=level)


def document(*parts: Grid | Block | str, file_name: str = "report.docx", title: str | None = None) -> Document:
    """Return a document of the parts in their order; a text is a paragraph."""
    blocks: list[Block] = []
    grids: list[Grid] = []
    for part in parts:
        position = len(blocks)
        if isinstance(part, Grid):
            placed = Grid(table=len(grids), n_rows=part.n_rows, n_columns=part.n_columns, cells=part.cells, header_rows=part.header_rows)
            grids.append(placed)
            blocks.append(Block(position=position, kind=BlockKind.TABLE, table=placed.table))
        elif isinstance(part, Block):
            blocks.append(
                Block(position=position, kind=part.kind, text=part.text, level=part.level, list_level=part.list_level, marks=part.marks, author=part.author,
                      date=part.date, anchor=part.anchor, anchor_position=part.anchor_position)
            )  # fmt: skip
        else:
            blocks.append(Block(position=position, kind=BlockKind.PARAGRAPH, text=part))
    return Document(document_id="0" * 64, format="docx", file_name=file_name, n_pages=None, blocks=tuple(blocks), grids=tuple(grids), title=title)
