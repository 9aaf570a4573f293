"""One SQLite file. Dates are ISO text, lists JSON arrays, truth values 0 and 1; what a column means stands in its table's SQL."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.exports.rows import instant, rows
from pipeline.tables import TABLES, Table, Type

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.storage.snapshots import Snapshot

_TYPES = {Type.INT16: "INTEGER", Type.INT32: "INTEGER", Type.INT64: "INTEGER", Type.FLOAT64: "REAL", Type.BOOL: "INTEGER"}


def write(snapshot: "Snapshot", path: Path) -> tuple[str, ...]:
    """Write the tables, with an index of each one's key and report."""
    with closing(sqlite3.connect(path)) as connection:
        for table in TABLES.values():
            connection.execute(_sql(table))
            places = ", ".join("?" * len(table.columns))
            connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', _values(snapshot.arrow(table.name)))
            for name in dict.fromkeys((*table.key[:1], "report_id")):
                if any(c.name == name for c in table.columns):
                    connection.execute(f'CREATE INDEX "{table.name}_{name}" ON "{table.name}" ("{name}")')
        connection.commit()
    return ()


def _sql(table: Table) -> str:
    lines = []
    for n, column in enumerate(table.columns, 1):
        comma = "," if n < len(table.columns) else ""
        lines.append(f'  "{column.name}" {_TYPES.get(column.type, "TEXT")}{comma} -- {column.doc}')
    return f'CREATE TABLE "{table.name}" ( -- {table.grain}\n' + "\n".join(lines) + "\n)"


def _values(table: "pa.Table") -> Iterator[tuple[str | int | float | None, ...]]:
    for row in rows(table):
        yield tuple(_value(value) for value in row)


def _value(value: object) -> str | int | float | None:
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
