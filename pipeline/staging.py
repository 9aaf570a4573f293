"""A document as two Arrow tables, and back: what it says, before any meaning.

Nothing is lost on the way: `restore(stage(document)) == document`. Facts of the whole document and of its grids travel in
the schema metadata of `blocks`, under the key `document`.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import accumulate, chain
from operator import attrgetter
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.model import Block, BlockKind, Box, Cell, CellPlace, Document, Grid, Mark, MarkKind

FORMAT = "1"  # raised when the staged columns change: older folders are then read anew


@dataclass(frozen=True, slots=True)
class Staged:
    """A document's blocks and cells as Arrow tables."""

    blocks: pa.Table
    cells: pa.Table


_CODE = pa.dictionary(pa.int32(), pa.string())
_MARKS = pa.struct([("kind", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("colour", pa.string()), ("text", pa.string())])
_BOXES = pa.struct([("page", pa.int32()), ("x0", pa.float64()), ("top", pa.float64()), ("x1", pa.float64()), ("bottom", pa.float64())])
_PLACE = pa.struct([("table", pa.int32()), ("row", pa.int32()), ("column", pa.int32())])


def _field(name: str, type_: pa.DataType, doc: str) -> pa.Field:
    return pa.field(name, type_, metadata={"description": doc})


BLOCKS = pa.schema(
    [
        _field("position", pa.int32(), "Order in the document, from 0."),
        _field("kind", _CODE, "heading, paragraph, list_item, caption, footnote, text_box, page_header, page_footer, table or balloon."),
        _field("text", pa.string(), "The text, verbatim."),
        _field("level", pa.int32(), "A heading's level, from 1."),
        _field("list_level", pa.int32(), "A list item's level, from 0."),
        _field("table", pa.int32(), "Which table stands here, from 0."),
        _field("marks", pa.list_(_MARKS), "Formatting that means something, by characters of the text."),
        _field("pages", pa.list_(pa.int32()), "The pages it stands on, from 1; null where the format has none."),
        _field("bbox", pa.list_(_BOXES), "Where on them, in points from the top left."),
        _field("author", pa.string(), "Who wrote a comment balloon."),
        _field("date", pa.string(), "When a comment balloon was written, ISO 8601."),
        _field("anchor", _PLACE, "The cell a balloon or footnote points to."),
        _field("anchor_position", pa.int32(), "The block a balloon or footnote points to."),
    ]
)
CELLS = pa.schema(
    [
        _field("table", pa.int32(), "The table, from 0; nested tables after the others."),
        _field("row", pa.int32(), "The cell's first row, from 0."),
        _field("column", pa.int32(), "The cell's first column, from 0."),
        _field("row_span", pa.int32(), "Rows it covers."),
        _field("column_span", pa.int32(), "Columns it covers."),
        _field("text", pa.string(), "The text, verbatim."),
        _field("fill", pa.string(), "The colour behind the cell, RRGGBB."),
        _field("marks", pa.list_(_MARKS), "Formatting that means something, by characters of the text."),
        _field("pages", pa.list_(pa.int32()), "The pages it stands on, from 1; null where the format has none."),
        _field("bbox", pa.list_(_BOXES), "Where on them, in points from the top left."),
    ]
)


def stage(document: Document) -> Staged:
    """Return the document as Arrow tables of blocks and cells."""
    facts = {"staged_format": FORMAT, **_facts(document)}
    metadata = {"document": json.dumps(facts, ensure_ascii=False, sort_keys=True)}
    blocks = document.blocks
    block_columns: dict[str, Any] = {name: [getattr(b, name) for b in blocks] for name in ("position", "text", "level", "list_level", "table")}
    block_columns |= {
        "kind": [b.kind.value for b in blocks],
        "author": [b.author for b in blocks],
        "date": [b.date.isoformat() if b.date else None for b in blocks],
        "anchor": [_place(b.anchor) for b in blocks],
        "anchor_position": [b.anchor_position for b in blocks],
        **_nested(blocks),
    }
    placed = [(grid.table, cell) for grid in document.grids for cell in grid.cells]
    cells = [cell for _, cell in placed]
    cell_columns: dict[str, Any] = {name: [getattr(c, name) for c in cells] for name in ("row", "column", "row_span", "column_span", "text", "fill")}
    cell_columns |= {"table": [table for table, _ in placed], **_nested(cells)}
    return Staged(_table(block_columns, BLOCKS.with_metadata(metadata)), _table(cell_columns, CELLS))


def restore(staged: Staged) -> Document:
    """Return the document that was staged.

    Raises:
        ValueError: The tables were staged in another format than this version's.
    """
    facts = json.loads((staged.blocks.schema.metadata or {}).get(b"document", b"{}"))
    if facts.pop("staged_format", None) != FORMAT:
        raise ValueError(f"staged in another format than {FORMAT}")
    cells: dict[int, list[Cell]] = {}
    for row in staged.cells.to_pylist():
        cells.setdefault(row["table"], []).append(_cell(row))
    grids = tuple(
        Grid(**{**grid, "parent": CellPlace(*grid["parent"]) if grid["parent"] else None, "cells": tuple(cells.get(grid["table"], ()))})
        for grid in facts.pop("grids")
    )
    blocks = tuple(_block(row) for row in staged.blocks.to_pylist())
    return Document(**{**facts, "doubts": tuple(facts["doubts"])}, blocks=blocks, grids=grids)


def to_parquet(table: pa.Table) -> bytes:
    """Return the table as the bytes of a Parquet file; the same table gives the same bytes."""
    sink = BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def from_parquet(blocks: bytes, cells: bytes) -> Staged:
    """Return the staged tables that the two files hold."""
    return Staged(*(pq.ParquetFile(pa.BufferReader(data)).read(use_threads=False) for data in (blocks, cells)))


def _facts(document: Document) -> dict[str, Any]:
    return {
        "document_id": document.document_id,
        "format": document.format,
        "file_name": document.file_name,
        "n_pages": document.n_pages,
        "title": document.title,
        "language": document.language,
        "doubts": document.doubts,
        "grids": [
            {
                "table": g.table,
                "n_rows": g.n_rows,
                "n_columns": g.n_columns,
                "header_rows": g.header_rows,
                "parent": [g.parent.table, g.parent.row, g.parent.column] if g.parent else None,
            }
            for g in document.grids
        ],
    }


def _table(columns: dict[str, Any], schema: pa.Schema) -> pa.Table:
    arrays = [values if isinstance(values, pa.Array) else pa.array(values, field.type) for field, values in ((f, columns[f.name]) for f in schema)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _nested(parts: Sequence[Block] | Sequence[Cell]) -> dict[str, Any]:
    marks: list[tuple[Mark, ...]] = [p.marks for p in parts]
    boxes: list[tuple[Box, ...]] = [p.boxes for p in parts]
    return {
        "marks": _lists(marks, _MARKS),
        "pages": [p.pages for p in parts],
        "bbox": _lists(boxes, _BOXES),
    }


def _lists(groups: Sequence[Sequence[Any]], struct: pa.StructType) -> pa.ListArray:
    """Return a list column of structs; built flat, as a dict per value costs ten times as much."""
    flat = list(chain.from_iterable(groups))
    fields = [struct.field(i) for i in range(struct.num_fields)]
    arrays = [pa.array(list(map(attrgetter(f.name), flat)), f.type) for f in fields]
    offsets = pa.array(accumulate(map(len, groups), initial=0), pa.int32())
    return pa.ListArray.from_arrays(offsets, pa.StructArray.from_arrays(arrays, fields=fields))


def _place(place: CellPlace | None) -> dict[str, int] | None:
    return None if place is None else {"table": place.table, "row": place.row, "column": place.column}


def _marks(values: Iterable[dict[str, Any]]) -> tuple[Mark, ...]:
    return tuple(Mark(**{**v, "kind": MarkKind(v["kind"])}) for v in values)


def _cell(row: dict[str, Any]) -> Cell:
    del row["table"], row["pages"]
    boxes = tuple(Box(**b) for b in row.pop("bbox"))
    return Cell(**{**row, "marks": _marks(row["marks"]), "boxes": boxes})


def _block(row: dict[str, Any]) -> Block:
    del row["pages"]
    boxes = tuple(Box(**b) for b in row.pop("bbox"))
    return Block(
        **{
            **row,
            "kind": BlockKind(row["kind"]),
            "marks": _marks(row["marks"]),
            "boxes": boxes,
            "date": datetime.fromisoformat(row["date"]) if row["date"] else None,
            "anchor": CellPlace(**row["anchor"]) if row["anchor"] else None,
        }
    )
