"""What the pages are made of: the curated rows of one snapshot, report by report."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipeline.storage.snapshots import Snapshot

Row = Mapping[str, Any]

_TABLES = ("reports", "commitments", "milestones", "ratings", "comments", "claims", "narrative", "unmapped", "findings", "changes", "disagreements")
_SEVERITIES = ("critical", "warning", "info")


@dataclass(frozen=True, slots=True)
class ReportRows:
    """The rows of one report, by table, each in its order."""

    report_id: str
    tables: Mapping[str, list[Row]]

    @property
    def report(self) -> Row:
        """The report's own row."""
        return self.tables["reports"][0]

    def __getitem__(self, table: str) -> list[Row]:
        """Return the rows of a table."""
        return self.tables[table]

    def findings_of(self) -> dict[str, list[Row]]:
        """Return the findings by row, worst first."""
        found: dict[str, list[Row]] = {}
        for finding in self["findings"]:
            found.setdefault(finding["row_id"] or self.report_id, []).append(finding)
        return found


class Archive:
    """The tables of a snapshot, sorted by report so that one report's rows are a slice."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.number = snapshot.number
        self.submissions: list[Row] = snapshot.arrow("submissions").to_pylist()
        self._tables = {name: _Sorted(snapshot.arrow(name)) for name in _TABLES}
        self.unplaced_findings: list[Row] = list(self._tables["findings"].rows(None))

    @property
    def report_ids(self) -> list[str]:
        """The reports, by id."""
        return sorted(self._tables["reports"].ids)

    def report(self, report_id: str) -> ReportRows:
        """Return the rows of one report."""
        tables: dict[str, list[Row]] = {name: list(table.rows(report_id)) for name, table in self._tables.items()}
        tables["findings"].sort(key=_urgency)
        for name in ("commitments", "milestones", "comments", "narrative", "unmapped"):
            tables[name].sort(key=lambda row: row["position"])
        return ReportRows(report_id, tables)

    def reports(self) -> Iterator[ReportRows]:
        """Yield every report's rows, one report at a time."""
        for report_id in self.report_ids:
            yield self.report(report_id)

    def read_submissions(self) -> Iterator[Row]:
        """Yield the submissions that the tables are made of or checked against."""
        seen: set[str] = set()
        for row in sorted(self.submissions, key=lambda s: (s["document_id"], s["source_path"])):
            if row["status"] in ("current", "rendition") and row["document_id"] not in seen:
                seen.add(row["document_id"])
                yield row


def _urgency(finding: Row) -> tuple[bool, int, str, str, str]:
    rank = _SEVERITIES.index(finding["severity"])
    return finding["status"] != "open", rank, finding["rule"], finding["row_id"] or "", finding["finding_id"]


class _Sorted:
    """A table with its rows by report, and where each report's begin."""

    def __init__(self, table: pa.Table) -> None:
        ids = [i or "" for i in table["report_id"].to_pylist()]
        order = sorted(range(len(ids)), key=ids.__getitem__)
        self._ids = [ids[n] for n in order]
        self._table = table.take(order) if ids != self._ids else table

    @property
    def ids(self) -> set[str]:
        """The reports it has rows of."""
        return set(self._ids) - {""}

    def rows(self, report_id: str | None) -> list[dict[str, Any]]:
        """Return the rows of a report; of none at all for None."""
        key = report_id or ""
        first, last = bisect_left(self._ids, key), bisect_right(self._ids, key)
        found: list[dict[str, Any]] = self._table.slice(first, last - first).to_pylist()
        return found
