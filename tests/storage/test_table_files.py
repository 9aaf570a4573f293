"""A table file changes as a whole and costs what changed: the rest is copied as bytes."""

from io import BytesIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.storage import table_files
from pipeline.storage.table_files import Change, read_ids, write_merged

SCHEMA = pa.schema(
    [("report_id", pa.dictionary(pa.int32(), pa.string())), ("position", pa.int32()), ("text", pa.string()), ("pages", pa.list_(pa.int32()))]
)


@pytest.fixture(autouse=True)
def small_groups(monkeypatch):
    monkeypatch.setattr(table_files, "GROUP_IDS", 4)


def rows(reports):
    flat = [(r or None, n, f"{r} {v} {n}", [n, n + 1] if n else None) for r, (v, count) in sorted(reports.items()) for n in range(count)]
    columns = list(zip(*flat, strict=True)) if flat else [[], [], [], []]
    return pa.table([pa.array(list(c), f.type) for c, f in zip(columns, SCHEMA, strict=True)], schema=SCHEMA)


def written(before, change, facts=None, schema=SCHEMA):
    sink = BytesIO()
    write_merged(sink, before, change, "report_id", schema, facts or {"snapshot": "1"})
    return sink


ids = st.sampled_from(["", *(f"r{n:02}" for n in range(30))])
versions = st.tuples(st.integers(0, 3), st.integers(0, 3))
steps = st.lists(st.tuples(st.dictionaries(ids, versions, max_size=12), st.sets(ids, max_size=6)), min_size=1, max_size=6)


@settings(deadline=None, max_examples=200)
@given(steps)
def test_whatever_the_order_of_changes_the_same_rows_are_the_same_bytes(history):
    expected, file = {}, None
    for put, removed in history:
        expected = {r: v for r, v in expected.items() if r not in removed} | put
        file = written(file, Change(rows(put), frozenset(removed | set(put))))

    assert pq.read_table(file).to_pylist() == rows(expected).to_pylist()
    assert file.getvalue() == written(None, Change(rows(expected), frozenset(expected))).getvalue()


def test_other_readers_read_the_merged_file(tmp_path):
    first = written(None, Change(rows({f"r{n:02}": (0, 2) for n in range(30)})))

    path = tmp_path / "t.parquet"
    path.write_bytes(written(first, Change(rows({"r07": (1, 1)}), frozenset({"r07"}))).getvalue())

    count, texts = duckdb.sql(f"select count(*), list(text) filter (report_id = 'r07') from '{path}'").fetchall()[0]
    assert (count, texts) == (59, ["r07 1 0"])


def test_only_the_row_groups_of_the_change_are_made_anew(monkeypatch):
    first = written(None, Change(rows({f"r{n:02}": (0, 2) for n in range(30)})))
    decoded = []
    read = pq.ParquetFile.read_row_groups
    monkeypatch.setattr(pq.ParquetFile, "read_row_groups", lambda self, numbers, **more: decoded.extend(numbers) or read(self, numbers, **more))

    second = written(first, Change(rows({"r07": (1, 1)}), frozenset({"r07"})))

    assert len(decoded) == 1 < pq.ParquetFile(second).num_row_groups


def test_the_files_metadata_names_its_snapshot_and_keeps_what_columns_mean():
    schema = pa.schema([SCHEMA.field(0), SCHEMA.field(1), pa.field("text", pa.string(), metadata={"description": "What it says."}), SCHEMA.field(3)])
    first = written(None, Change(rows({"a": (0, 1)}).cast(schema)), {"snapshot": "1"}, schema)

    second = written(first, None, {"snapshot": "2"}, schema)

    read = pq.read_table(second).schema
    assert read.metadata[b"snapshot"] == b"2"
    assert read.field("text").metadata[b"description"] == b"What it says."


def test_a_file_with_other_columns_is_rewritten_with_this_versions():
    old = pa.schema([SCHEMA.field(0), SCHEMA.field(1), pa.field("gone", pa.string())])
    table = pa.table([pa.array(["a", "b"], old.field(0).type), pa.array([0, 0], pa.int32()), ["x", "y"]], schema=old)
    sink = BytesIO()
    write_merged(sink, None, Change(table), "report_id", old, {})

    merged = pq.read_table(written(sink, Change(rows({"b": (1, 1)}), frozenset({"b"}))))

    assert merged.select(["report_id", "text"]).to_pylist() == [{"report_id": "a", "text": None}, {"report_id": "b", "text": "b 1 0"}]


def test_the_rows_of_one_id_are_read_alone():
    file = written(None, Change(rows({f"r{n:02}": (0, 2) for n in range(30)})))

    assert read_ids(file, "report_id", ["r03"], ["text"]).to_pylist() == [{"text": "r03 0 0"}, {"text": "r03 0 1"}]
    assert read_ids(file, "report_id", ["zz"]).num_rows == 0
