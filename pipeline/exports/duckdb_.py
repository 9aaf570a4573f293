"""One DuckDB file: every table typed, with its description in the database."""

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from pipeline.tables import TABLES, Column, Table, Type

if TYPE_CHECKING:
    from pipeline.storage.snapshots import Snapshot

_TYPES = {
    Type.STR: "VARCHAR",
    Type.CODE: "VARCHAR",
    Type.INT16: "SMALLINT",
    Type.INT32: "INTEGER",
    Type.INT64: "BIGINT",
    Type.FLOAT64: "DOUBLE",
    Type.BOOL: "BOOLEAN",
    Type.DATE: "DATE",
    Type.TIMESTAMP: "TIMESTAMPTZ",
    Type.STRINGS: "VARCHAR[]",
    Type.INTS: "INTEGER[]",
}


def write(snapshot: "Snapshot", path: Path) -> tuple[str, ...]:
    """Write the tables, their rows in the snapshot's order.

    The rows are the same each time; the file isn't, byte by byte: DuckDB gives each an identifier of its own.
    """
    with duckdb.connect(str(path)) as connection:
        for table in TABLES.values():
            columns = ", ".join(f'"{c.name}" {_TYPES[c.type]}' for c in table.columns)
            connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
            connection.register("curated", snapshot.arrow(table.name))
            connection.execute(f'INSERT INTO "{table.name}" SELECT * FROM curated')
            connection.unregister("curated")
            _describe(connection, table)
    return ()


def _describe(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    connection.execute(f"COMMENT ON TABLE \"{table.name}\" IS '{_quoted(table.grain)}'")
    for column in table.columns:
        connection.execute(f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS \'{_quoted(meaning(column))}\'')


def meaning(column: Column) -> str:
    """Return what a column means, with the values that it may have."""
    return f"{column.doc} One of {', '.join(column.terms)}." if column.terms else column.doc


def _quoted(text: str) -> str:
    return text.replace("'", "''")
