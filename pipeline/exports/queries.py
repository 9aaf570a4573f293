"""SQL over the tables of one snapshot, in a database that can reach nothing else: no file, no network, no setting."""

import re
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from pipeline.errors import UsageError
from pipeline.tables import TABLES

if TYPE_CHECKING:
    from pipeline.storage.snapshots import Snapshot

_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "python_enable_replacements": False,  # a name in SQL is a table, never a variable of this program
    "temp_directory": "",
}
_ASKING = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
_HINT = "`ogp-etl schema` lists the tables, `ogp-etl schema TABLE` its columns."


def ask(snapshot: "Snapshot", sql: str) -> pa.Table:
    """Return what a query selects.

    Raises:
        UsageError: It isn't one statement that reads, or DuckDB refuses it.
    """
    with duckdb.connect(config=_CLOSED) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("SET lock_configuration = true")
        try:
            _check(connection, sql)
            return _answer(connection, snapshot, sql)
        except duckdb.Error as error:
            raise UsageError(str(error).strip(), _HINT) from error


def _check(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise UsageError(f"There are {len(statements) or 'no'} statements where one is asked for.", 'Write one: ogp-etl query "SELECT …".')
    if statements[0].type not in _ASKING:
        raise UsageError(f"{statements[0].type.name} is no question: queries only read.", "Begin with SELECT, FROM, WITH, DESCRIBE or SUMMARIZE.")


def _answer(connection: duckdb.DuckDBPyConnection, snapshot: "Snapshot", sql: str) -> pa.Table:
    """Read the tables that the query names and ask it; all of them where one it names isn't there, for the hint in DuckDB's message."""
    words = set(re.findall(r"\w+", sql.lower()))
    named = [table for table in TABLES if table in words]
    _register(connection, snapshot, named)
    try:
        return _result(connection, sql) if named else _with_all(connection, snapshot, sql)
    except duckdb.CatalogException:
        return _with_all(connection, snapshot, sql)


def _with_all(connection: duckdb.DuckDBPyConnection, snapshot: "Snapshot", sql: str) -> pa.Table:
    _register(connection, snapshot, list(TABLES))
    return _result(connection, sql)


def _register(connection: duckdb.DuckDBPyConnection, snapshot: "Snapshot", names: list[str]) -> None:
    for name in names:
        table = snapshot.arrow(name)
        strings = [pa.field(f.name, pa.string()) if pa.types.is_dictionary(f.type) else f for f in table.schema]
        connection.register(name, table.cast(pa.schema(strings)))


def _result(connection: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
    relation = connection.sql(sql)
    return pa.table({}) if relation is None else relation.to_arrow_table()
