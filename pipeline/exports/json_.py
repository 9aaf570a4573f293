"""One JSON file: every table, a row a line."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.exports.rows import plain, rows
from pipeline.tables import TABLES

if TYPE_CHECKING:
    from pipeline.storage.snapshots import Snapshot


def write(snapshot: "Snapshot", path: Path) -> tuple[str, ...]:
    """Write {"snapshot": n, "tables": {name: [row, …]}}."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"snapshot": {snapshot.number}, "tables": {{')
        for n, name in enumerate(TABLES):
            table = snapshot.arrow(name)
            file.write(f"{',' if n else ''}\n{json.dumps(name)}: [")
            for m, row in enumerate(rows(table)):
                record = dict(zip(table.column_names, row, strict=True))
                file.write(f"{',' if m else ''}\n{json.dumps(record, ensure_ascii=False, default=plain)}")
            file.write("]")
        file.write("}}\n")
    return ()
