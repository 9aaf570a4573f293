"""A folder of CSV files, with a description of every column and a note on how to open them."""

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.exports.rows import FORMULA, field, rows
from pipeline.storage.datapackage import describe
from pipeline.tables import TABLES, Table, Type

if TYPE_CHECKING:
    import pyarrow as pa

    from pipeline.storage.snapshots import Snapshot

_LISTS = {c.type for t in TABLES.values() for c in t.columns} & {Type.STRINGS, Type.INTS}
_NOTE = """\
Self-assessment reports as CSV, snapshot {number}.

One file a table. UTF-8, comma, double quotes, a heading line; texts may hold line ends. Columns: datapackage.json.
A field with nothing in it is missing. "NA" and "N/A" are text: in pandas read with keep_default_na=False, na_values=[""].
Lists have an item a line. Dates are 2023-08-15, times 2023-08-15T12:00:00Z, truth values true and false.

Formulas. The texts are what the reports say, unchanged: {dangerous} fields begin with =, +, - or @, and a spreadsheet that opens
these files by a double click may take such a field for a formula and run it. Open them with its import dialogue and
choose "text" for the columns, or use the XLSX, where every text is text.
"""


def write(snapshot: "Snapshot", folder: Path) -> tuple[str, ...]:
    """Write a CSV a table, their description and the note."""
    folder.mkdir()
    dangerous = sum(_write_table(snapshot.arrow(name), folder / f"{name}.csv") for name in TABLES)
    (folder / "datapackage.json").write_bytes(_description())
    (folder / "READ-ME.txt").write_text(_NOTE.format(number=snapshot.number, dangerous=dangerous), encoding="utf-8")
    if not dangerous:
        return ()
    return (f"{dangerous} fields begin with =, +, - or @: import them into a spreadsheet as text (READ-ME.txt), or use --format xlsx.",)


def _write_table(table: "pa.Table", path: Path) -> int:
    """Write a table and return how many of its fields a spreadsheet might take for a formula."""
    dangerous = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.column_names)
        for row in rows(table):
            writer.writerow([field(value) for value in row])
            dangerous += sum(isinstance(value, str) and value.startswith(FORMULA) for value in row)
    return dangerous


def _description() -> bytes:
    package = json.loads(describe())
    for resource in package["resources"]:
        _retype(resource, TABLES[resource["name"]])
    return (json.dumps(package, indent=1, ensure_ascii=False) + "\n").encode()


def _retype(resource: dict[str, object], table: Table) -> None:
    """Describe a CSV in place of a Parquet file: its path, and lists as the text they are there."""
    resource |= {"path": f"{table.name}.csv", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    schema = resource["schema"]
    if isinstance(schema, dict):
        for described in schema["fields"]:
            if table.column(described["name"]).type in _LISTS:
                described |= {"type": "string", "description": f"{described['description']} One a line."}
