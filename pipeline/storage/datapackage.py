"""The description of the curated tables that stands beside them: `datapackage.json`.

Source: Data Package v1 (Frictionless), tabular resources.
"""

import json
from typing import Any

from pipeline.tables import TABLES, Column, Table, Type

_TYPES = {
    Type.STR: "string",
    Type.CODE: "string",
    Type.INT16: "integer",
    Type.INT32: "integer",
    Type.INT64: "integer",
    Type.FLOAT64: "number",
    Type.BOOL: "boolean",
    Type.DATE: "date",
    Type.TIMESTAMP: "datetime",
    Type.STRINGS: "array",
    Type.INTS: "array",
}


def describe() -> bytes:
    """Return datapackage.json: every table, its key and what each column means."""
    package = {
        "name": "ogp-self-assessments",
        "title": "Self-assessment reports of governments, as tables",
        "profile": "data-package",
        "resources": [_resource(table) for table in TABLES.values()],
    }
    return (json.dumps(package, indent=1, ensure_ascii=False) + "\n").encode()


def _resource(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": f"{table.grain[0].upper()}{table.grain[1:]}.",
        "schema": {"fields": [_field(table, c) for c in table.columns], "primaryKey": [k for k in table.key if k != "column"]},
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.name in table.key and column.name != "column":
        constraints["required"] = True
    if column.terms:
        constraints["enum"] = [term.value for term in column.terms]
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.doc}
    return field | ({"constraints": constraints} if constraints else {})
