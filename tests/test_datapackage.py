"""The curated tables describe themselves, and each library reads them as they are declared."""

import json
from datetime import date

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Package, Resource, Schema

import pipeline
from pipeline import open_store, run
from pipeline.batch import Options
from pipeline.tables import TABLES, Type
from tests.archives import lay_out

DUCKDB = {
    Type.STR: "VARCHAR",
    Type.CODE: "VARCHAR",
    Type.INT16: "SMALLINT",
    Type.INT32: "INTEGER",
    Type.INT64: "BIGINT",
    Type.FLOAT64: "DOUBLE",
    Type.BOOL: "BOOLEAN",
    Type.DATE: "DATE",
    Type.TIMESTAMP: "TIMESTAMP WITH TIME ZONE",
    Type.STRINGS: "VARCHAR[]",
    Type.INTS: "INTEGER[]",
}
POLARS = {
    Type.STR: pl.String,
    Type.INT16: pl.Int16,
    Type.INT32: pl.Int32,
    Type.INT64: pl.Int64,
    Type.FLOAT64: pl.Float64,
    Type.BOOL: pl.Boolean,
    Type.DATE: pl.Date,
    Type.TIMESTAMP: pl.Datetime("us", "UTC"),
    Type.STRINGS: pl.List(pl.String),
    Type.INTS: pl.List(pl.Int32),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("archive")
    lay_out(root)
    run(open_store(str(root)), options=Options(workers=1))
    return root


@pytest.fixture(scope="module")
def curated(root):
    return root / "curated"


@pytest.fixture(scope="module")
def described(curated):
    return {r["name"]: r for r in json.loads((curated / "datapackage.json").read_text(encoding="utf-8"))["resources"]}


def test_the_description_is_a_valid_data_package(curated):
    report = Package.validate_descriptor(str(curated / "datapackage.json"))

    assert report.valid, report.flatten(["message"])


def test_every_table_has_rows_to_be_read(curated):
    empty = {name for name in TABLES if not pq.read_metadata(curated / f"{name}.parquet").num_rows}

    assert empty <= {"ratings", "disagreements"}


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_are_as_described(curated, described, name):
    schema = described[name]["schema"]
    if any(key not in schema["primaryKey"] for key in TABLES[name].key):
        del schema["primaryKey"]  # part of the key may be null, which a primary key of the standard can't be

    rows = pq.read_table(curated / f"{name}.parquet").to_pylist()
    report = Resource(data=rows, schema=Schema.from_descriptor(schema)).validate() if rows else None

    assert report is None or report.valid, report.flatten(["rowNumber", "fieldName", "message"])


@pytest.mark.parametrize("name", TABLES)
def test_the_description_names_every_column_and_what_it_means(described, name):
    fields = {f["name"]: f["description"] for f in described[name]["schema"]["fields"]}

    assert fields == {c.name: c.doc for c in TABLES[name].columns}


@pytest.mark.parametrize("name", TABLES)
def test_arrow_reads_types_and_meanings(curated, name):
    schema = pq.read_schema(curated / f"{name}.parquet")

    expected = pipeline.tables.arrow_schema(name)
    assert [(f.name, f.type) for f in schema] == [(f.name, f.type) for f in expected]
    assert [f.metadata[b"description"].decode() for f in schema] == [c.doc for c in TABLES[name].columns]
    assert schema.metadata[b"snapshot"].isdigit()


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_reads_types(curated, name):
    columns = duckdb.sql(f"DESCRIBE SELECT * FROM '{curated / name}.parquet'").fetchall()

    assert [(c[0], c[1]) for c in columns] == [(c.name, DUCKDB[c.type]) for c in TABLES[name].columns]


@pytest.mark.parametrize("name", TABLES)
def test_polars_reads_types(curated, name):
    schema = pl.read_parquet(curated / f"{name}.parquet").schema

    for column in TABLES[name].columns:
        assert schema[column.name] in ((pl.Categorical, pl.String) if column.type is Type.CODE else (POLARS[column.type],)), column.name


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_types_and_keeps_what_is_missing_missing(curated, name):
    frame = pd.read_parquet(curated / f"{name}.parquet", dtype_backend="pyarrow")

    nulls = dict(zip(frame.columns, frame.isna().sum(), strict=True))
    table = pq.read_table(curated / f"{name}.parquet")
    assert nulls == {c: table[c].null_count for c in table.column_names}
    assert {c.name: frame[c.name].dtype.pyarrow_dtype for c in TABLES[name].columns if c.type is Type.DATE} == {
        c.name: pa.date32() for c in TABLES[name].columns if c.type is Type.DATE
    }


def test_a_snapshot_opens_in_a_line_for_each_library(root):
    snapshot = pipeline.open_snapshot(str(root))

    frames = snapshot.arrow("reports").num_rows, len(snapshot.pandas("reports")), snapshot.polars("reports").height
    assert {*frames, snapshot.duckdb().execute("SELECT count(*) FROM reports").fetchall()[0][0]} == {3}


def test_a_snapshot_has_dates_as_dates_and_null_as_null(root):
    snapshot = pipeline.open_snapshot(str(root))

    prepared = dict(snapshot.duckdb().sql("SELECT report_id, date_prepared FROM reports").fetchall())
    assert prepared["gha-2021-2023-end_of_term"] == date(2023, 10, 31)
    assert snapshot.polars("milestones")["percent_complete"].null_count() == snapshot.polars("milestones").height
    assert snapshot.pandas("milestones")["percent_complete"].isna().all()
