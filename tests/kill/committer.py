"""A process that commits report after report until it is killed, and notes each commit that returned.

python -m tests.kill.committer CURATED NAME NOTES
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from pipeline.settlement import to_table
from pipeline.storage.locations import Location, locate
from pipeline.storage.snapshots import Commit, Snapshot, commit, mend
from pipeline.storage.table_files import Change


def put(curated: Location, report_id: str) -> None:
    """Commit a report, whose rows in three tables belong together."""
    tables = {
        "reports": [{"report_id": report_id, "document_id": report_id}],
        "milestones": [{"report_id": report_id, "milestone_id": f"{report_id}/m{n}", "position": n} for n in range(5)],
        "narrative": [{"report_id": report_id, "position": n, "text": "x" * 500} for n in range(20)],
    }

    def merge(base: Snapshot) -> Commit:
        return Commit({name: Change(to_table(name, rows), frozenset({report_id})) for name, rows in tables.items()})

    commit(curated, merge, lambda: datetime.now(UTC))


def main(curated: str, name: str, notes: str) -> None:
    """Commit until killed."""
    place = locate(curated)
    mend(place)
    with Path(notes).open("a") as done:
        for n in range(1_000_000):
            report_id = f"{name}-{os.getpid()}-{n}"
            put(place, report_id)
            print(report_id, file=done, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
