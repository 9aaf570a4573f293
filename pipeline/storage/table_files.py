"""A curated table as one Parquet file, made from the one before at a cost that follows the change.

Rows are sorted by the id of what they belong to (`report_id`; `document_id` in the ledger's tables). The sorted ids fall into
row groups that begin wherever an id's hash says so: the cut depends on the ids alone, so the same rows give the same groups
whatever order they came in, and a changed report touches one group. The others are copied as bytes.
"""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.storage import footers

GROUP_IDS = 256  # ids in a row group, on average
_COPY = 8 << 20


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit does to one table: the rows of `ids` are replaced by `rows`; ids None: all rows."""

    rows: pa.Table
    ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A row group: its first and last id, and the entry in the footer of the file it lies in."""

    first: str
    last: str
    entry: footers.Struct


def starts_group(identifier: str) -> bool:
    """Return whether a row group begins at this id."""
    return int.from_bytes(hashlib.sha256(identifier.encode()).digest()[:4]) % GROUP_IDS == 0


def write_merged(sink: BinaryIO, before: BinaryIO | None, change: Change | None, column: str | None, schema: pa.Schema, facts: dict[str, str]) -> int:
    """Write the table with the change made, and return how many rows it has.

    Args:
        sink: Where the new file goes.
        before: The file as it was; None where there was none.
        change: None where the table stays as it is.
        column: The column of ids; None for a table that is always written whole.
        schema: The table's Arrow schema.
        facts: Metadata of the file.
    """
    whole = column is None or before is None or (change is not None and change.ids is None)
    old = None if whole or before is None else _read_groups(before, schema)
    if old is None and change is None and before is not None:
        change = Change(_read_all(before, schema))  # written by a version with other columns
    elif old is None and change is not None and change.ids is not None and before is not None and column is not None:
        kept = _without(_read_all(before, schema), column, change.ids)
        change = Change(pa.concat_tables([kept, change.rows.cast(schema)]))
    rows = change.rows.cast(schema) if change else schema.empty_table()
    if old is None or before is None or column is None:
        return _assemble(sink, [_encode(_chunks(rows, column), column, schema)], schema, facts)
    ids = change.ids if change and change.ids is not None else frozenset()
    return _assemble(sink, _replaced(before, old, rows, ids, column, schema), schema, facts)


def read_ids(file: BinaryIO, column: str, ids: Iterable[str], columns: Sequence[str] | None = None) -> pa.Table:
    """Return the rows of some ids, decoding only the row groups they lie in."""
    wanted = sorted(set(ids))
    parquet = pq.ParquetFile(file)
    spans = _spans(parquet.metadata.metadata or {})
    numbers = [n for n, (first, last) in enumerate(spans) if any(first <= i <= last for i in wanted)]
    if len(spans) != parquet.num_row_groups:
        numbers = list(range(parquet.num_row_groups))
    names = None if columns is None else [*columns, column]
    found = parquet.read_row_groups(numbers, columns=names)
    found = found.filter(_is_in(found, column, wanted))
    return found if columns is None else found.select(list(columns))


@dataclass(frozen=True, slots=True)
class _Part:
    """Bytes and the row groups that lie in them, in order."""

    file: BinaryIO
    groups: list[Group]


def _read_groups(file: BinaryIO, schema: pa.Schema) -> list[Group] | None:
    """Return the file's row groups; None where its columns aren't this version's."""
    file.seek(0)
    if not _read_schema(file).equals(_read_schema(_empty_file(schema)), check_metadata=True):
        return None
    footer = footers.read_footer(file)
    spans, entries = _spans(footers.key_values(footer)), footers.row_groups(footer)
    if len(spans) != len(entries):
        return None  # not written here
    return [Group(first, last, entry) for (first, last), entry in zip(spans, entries, strict=True)]


def _read_schema(file: BinaryIO) -> pa.Schema:
    return pq.read_schema(file).remove_metadata()


def _spans(metadata: dict[bytes, bytes]) -> list[tuple[str, str]]:
    return [(first, last) for first, last in json.loads(metadata.get(b"row_group_ids", b"[]"))]


def _read_all(file: BinaryIO, schema: pa.Schema) -> pa.Table:
    file.seek(0)
    return conform(pq.ParquetFile(file).read(), schema)


def conform(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return a table with the declared columns; those it lacks are null, those it has besides are dropped."""
    if table.schema.equals(schema):
        return table
    columns = [table[f.name].cast(f.type) if f.name in table.column_names else pa.nulls(table.num_rows, f.type) for f in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _is_in(table: pa.Table, column: str, ids: Iterable[str]) -> pa.ChunkedArray:
    return pc.is_in(_identifiers(table, column), pa.array(sorted(ids), pa.string()))


def _without(table: pa.Table, column: str, ids: Iterable[str]) -> pa.Table:
    return table.filter(pc.invert(_is_in(table, column, ids)))


def _identifiers(table: pa.Table, column: str) -> pa.ChunkedArray:
    """Return the ids as plain strings; a row that belongs to nothing has ""."""
    return pc.fill_null(table[column].cast(pa.string()), "")


def _empty_file(schema: pa.Schema) -> BytesIO:
    sink = BytesIO()
    pq.write_table(schema.empty_table(), sink, compression="zstd")
    return sink


def _chunks(rows: pa.Table, column: str | None) -> list[tuple[str, str, pa.Table]]:
    """Return the rows in their order, cut into row groups: first id, last id, rows."""
    if column is None:
        return [("", "", rows)] if rows.num_rows else []
    ids = _identifiers(rows, column)
    order = pc.sort_indices(pa.table({"id": ids, "n": pa.array(range(rows.num_rows), pa.int64())}), [("id", "ascending"), ("n", "ascending")])
    rows, runs = rows.take(order), pc.run_end_encode(ids.combine_chunks().take(order))
    ends, names = runs.run_ends.to_pylist(), runs.values.to_pylist()
    chunks, start, first = [], 0, 0
    for n in range(1, len(names) + 1):
        if n == len(names) or starts_group(names[n]):
            chunks.append((names[first], names[n - 1], rows.slice(start, ends[n - 1] - start)))
            start, first = ends[n - 1], n
    return chunks


def _encode(chunks: list[tuple[str, str, pa.Table]], column: str | None, schema: pa.Schema) -> _Part:
    """Return the chunks as a file of a row group each."""
    sink = BytesIO()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for _, _, rows in chunks:
            writer.write_table(_plain(rows), row_group_size=max(rows.num_rows, 1))
    entries = footers.row_groups(footers.read_footer(sink))
    groups = [Group(first, last, entry) for (first, last, _), entry in zip(chunks, entries, strict=True)]
    return _Part(sink, groups)


def _plain(rows: pa.Table) -> pa.Table:
    """Return the rows with dictionaries of their own, in order of appearance: the bytes then tell nothing of where they come from."""
    columns = [
        c.cast(pa.string()).combine_chunks().dictionary_encode().cast(f.type) if pa.types.is_dictionary(f.type) else c.combine_chunks()
        for c, f in zip(rows.columns, rows.schema, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=rows.schema)


def _replaced(before: BinaryIO, old: list[Group], rows: pa.Table, ids: frozenset[str], column: str, schema: pa.Schema) -> list[_Part]:
    """Return the parts of the new file in order: row groups as they were, and between them those made anew."""
    staying = set(pc.unique(_identifiers(rows, column)).to_pylist()) if rows.num_rows else set()
    ids = ids | staying
    marked = _touched(old, ids, staying)
    if marked:
        before.seek(0)
        kept = _without(pq.ParquetFile(before).read_row_groups(sorted(marked)).cast(schema), column, ids)
        rows = pa.concat_tables([kept, rows])
    new = _encode(_chunks(rows, column), column, schema)
    placed = [(g, before) for n, g in enumerate(old) if n not in marked] + [(g, new.file) for g in new.groups]
    return [_Part(file, [group]) for group, file in sorted(placed, key=lambda p: p[0].first)]


def _touched(old: list[Group], ids: Iterable[str], staying: set[str]) -> set[int]:
    """Return the numbers of the row groups that a change of these ids makes anew."""
    firsts, marked = [g.first for g in old], set()
    for identifier in ids:
        n = bisect_right(firsts, identifier) - 1
        if n < 0:
            if old and not starts_group(old[0].first):
                marked.add(0)
        elif identifier <= old[n].last:
            marked.add(n)
            if identifier == old[n].first and identifier not in staying and n:
                marked.add(n - 1)
        elif not starts_group(identifier):
            marked.add(n)
    return marked


def _assemble(sink: BinaryIO, parts: Sequence[_Part], schema: pa.Schema, facts: dict[str, str]) -> int:
    """Write the parts one after the other, with one footer for all."""
    sink.write(footers.MAGIC)
    at = len(footers.MAGIC)
    entries: list[footers.Struct] = []
    spans: list[tuple[str, str]] = []
    for part in parts:
        for group in part.groups:
            place = footers.stretch(group.entry)
            _copy(part.file, place, sink)
            footers.shift(group.entry, at - place.start, len(entries))
            at += place.end - place.start
            entries.append(group.entry)
            spans.append((group.first, group.last))
    metadata = {**(schema.metadata or {}), **facts, "row_group_ids": json.dumps(spans)}
    footer = footers.read_footer(_empty_file(schema.with_metadata(metadata)))
    footers.set_row_groups(footer, entries)
    data = footers.encode(footer)
    sink.write(data + len(data).to_bytes(4, "little") + footers.MAGIC)
    count = footer[footers.ROW_COUNT][1]
    return count if isinstance(count, int) else 0


def _copy(source: BinaryIO, place: footers.Stretch, sink: BinaryIO) -> None:
    source.seek(place.start)
    left = place.end - place.start
    while left:
        data = source.read(min(left, _COPY))
        if not data:
            raise ValueError("the file ends before its row groups do")
        sink.write(data)
        left -= len(data)
