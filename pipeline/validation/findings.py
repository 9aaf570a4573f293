"""A rule and the rows that break it → rows of `findings`."""

import hashlib
import re
from collections.abc import Sequence
from itertools import repeat

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from pipeline.tables import TABLES, FindingStatus, Row, Value
from pipeline.validation.columns import ROW_ID
from pipeline.validation.derive import array_of
from pipeline.validation.naming import NAMERS, place, shortened
from pipeline.validation.rules import PLACEHOLDER, SPOKEN, Rule

SOURCE = ("document_id", "source_table", "source_row", "source_pages")
LONGEST_OBSERVED = 500  # characters
LONGEST_SPOKEN = 120  # characters of one value in a message
END = re.compile(r"[.!?…]$")


def finding_id(*parts: str | None) -> str:
    """Return an id that is the same as long as the parts are."""
    return hashlib.sha256("\x00".join(p or "" for p in parts).encode()).hexdigest()[:16]


def found(rule: Rule, frame: pd.DataFrame, positions: npt.NDArray[np.int64], notes: Sequence[str] | None) -> list[Row]:
    """Return a finding for each position; ids, status and first_seen come with the ledger."""
    rows = _rows(rule, frame, positions)
    return [_finding(rule, row, note) for row, note in zip(rows, notes if notes is not None else repeat(None, len(rows)), strict=True)]


def about_table(rule: Rule) -> Row:
    """Return the finding of a check that names no rows."""
    nothing: dict[str, object] = {"report_id": None}
    return _finding(rule, nothing, None)


def _rows(rule: Rule, frame: pd.DataFrame, positions: npt.NDArray[np.int64]) -> list[dict[str, object]]:
    """Return what findings need of the rows, as plain values."""
    spoken = {name for name in PLACEHOLDER.findall(rule.message + rule.remedy + rule.expected) if name not in SPOKEN}
    wanted = {"report_id", *SOURCE, ROW_ID[rule.table], *NAMERS[rule.table][0], *spoken, *observed_columns(rule)}
    if rule.table == "disagreements":
        wanted |= {"table", "column"}
    columns = [c for c in frame.columns if c in wanted]
    values = [array_of(frame[c]).take(pa.array(positions)).to_pylist() for c in columns]
    return [dict(zip(columns, row, strict=True)) for row in zip(*values, strict=True)]


def observed_columns(rule: Rule) -> tuple[str, ...]:
    """Return the columns that hold what a rule objects to: the one it names, else the one it judges."""
    of_table = {c.name for c in TABLES[rule.table].columns}
    judged = rule.kwargs.get("column", rule.kwargs.get("column_A"))
    named = [rule.column] if rule.column in of_table else []
    return tuple(str(c) for c in (*named, judged) if c is not None)[:1]


def _finding(rule: Rule, row: dict[str, object], note: str | None) -> Row:
    per_report = rule.per_report
    where = "" if per_report else _place(row)
    spoken = {**row, "name": NAMERS[rule.table][1](row) if ROW_ID[rule.table] in row else "The table", "place": where, "note": note or ""}
    return {
        "report_id": _text(row.get("report_id")),
        "rule": rule.name,
        "severity": rule.severity.value,
        "table": _text(row.get("table")) if rule.table == "disagreements" else rule.table,
        "row_id": _text(row.get("report_id" if per_report else ROW_ID[rule.table])),
        "column": _text(row.get("column")) if rule.table == "disagreements" else rule.column,
        "message": sentence(_filled(rule.message, spoken), where, _filled(rule.remedy, spoken)),
        "observed": note or _observed(rule, row),
        "expected": _filled(rule.expected, spoken),
        "document_id": _text(row.get("document_id")),
        **{c: None if per_report else _source(row, c) for c in SOURCE[1:]},
        "suite": rule.suite,
        "status": FindingStatus.OPEN.value,
        "accepted_reason": None,
    }


def _place(row: dict[str, object]) -> str:
    """Return where the row stands in the document; where its anchors don't say, what the row itself says of its place."""
    pages, table, number = row.get("source_pages"), row.get("source_table"), row.get("source_row")
    found = place(
        [p for p in pages if isinstance(p, int)] if isinstance(pages, list) else None,
        table if isinstance(table, int) else None,
        number if isinstance(number, int) else None,
    )
    return found or str(row.get("where") or "")


def sentence(what: str, where: str, remedy: str) -> str:
    """Return what is wrong, where, and what to do, as sentences."""
    told = END.sub("", what) if where else what
    placed = f"{told} ({where})." if where else (what if END.search(what) else f"{what}.")
    return f"{placed} {remedy}"


def _filled(template: str, spoken: dict[str, object]) -> str:
    return PLACEHOLDER.sub(lambda m: _said(spoken.get(m["name"])), template)


def _said(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, float):
        return f"{value:.3g}"
    return shortened(value, LONGEST_SPOKEN)


def _source(row: dict[str, object], column: str) -> Value:
    value = row.get(column)
    return tuple(value) if isinstance(value, list) else value if isinstance(value, int) else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _observed(rule: Rule, row: dict[str, object]) -> str | None:
    values = [row.get(c) for c in observed_columns(rule)]
    return None if not values or values[0] is None else str(values[0])[:LONGEST_OBSERVED]
