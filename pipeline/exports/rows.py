"""Rows of Arrow tables as Python values, a batch at a time; lists and times as text where a format has no type for them."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 1000  # rows held as Python values at a time
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet may take a cell that begins so for a formula


def rows(table: "pa.Table") -> Iterator[tuple[Any, ...]]:
    """Give a table's rows as tuples in the order of its columns."""
    for batch in table.to_batches(max_chunksize=BATCH):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def instant(value: datetime) -> str:
    """Return a time as ISO 8601 in UTC.

    >>> instant(datetime(2026, 1, 1, 12, tzinfo=UTC))
    '2026-01-01T12:00:00Z'
    """
    return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z" if value.tzinfo else value.isoformat()


def field(value: object) -> str | None:
    """Return a value as one field of text: a list's items one a line, missing as None."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, list) and not any(isinstance(v, (list, dict)) for v in value):
        return "\n".join(field(v) or "" for v in value) or None
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=plain)
    return str(value)


def plain(value: object) -> object:
    """Return what JSON has for a value that it has no type for."""
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
