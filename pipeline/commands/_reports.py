"""Reports by their ids."""

from difflib import get_close_matches
from typing import Any

from pipeline.errors import UsageError
from pipeline.storage.snapshots import Snapshot


def require(snapshot: Snapshot, report_id: str) -> dict[str, Any]:
    """Return the row of a report.

    Raises:
        UsageError: There is no such report; the message names those that are near.
    """
    found: list[dict[str, Any]] = snapshot.arrow("reports", ids=[report_id]).to_pylist()
    if found:
        return found[0]
    known = [row["report_id"] for row in snapshot.arrow("reports", columns=["report_id"]).to_pylist()]
    near = get_close_matches(report_id, known, 3, 0.4) or known[:3]
    raise UsageError(f"There is no report {report_id!r}.", f"There is {', '.join(near)}." if near else "Run `ogp-etl run` first.")
