"""Archives to look things up in: one out of rows, one out of documents."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from pipeline.storage.locations import locate
from pipeline.storage.snapshots import Commit, Snapshot, commit
from pipeline.storage.table_files import Change
from pipeline.tables import TABLES, arrow_schema, blank_row
from tests.hostile import packages

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
GHANA = "gha-2021-2023-end_of_term"
MONGOLIA = "mng-2021-2023-end_of_term"


def archive_of(root: Path, **rows) -> Snapshot:
    """Commit rows as they are, by table; columns not given are missing."""

    def as_table(name, given):
        full = [blank_row(TABLES[name], row) for row in given]
        return pa.Table.from_pylist([{k: list(v) if isinstance(v, tuple) else v for k, v in r.items()} for r in full], arrow_schema(name))

    changes = {name: Change(as_table(name, given)) for name, given in rows.items()}
    return commit(locate(str(root / "curated")), lambda base: Commit(changes), lambda: NOW)


def lay_out(root: Path) -> None:
    """Put reports into raw/: the example, two submissions of Ghana's, one of Mongolia's, a file that can't be read."""
    raw = root / "raw"
    raw.mkdir(parents=True)
    for file in (ROOT / "raw").iterdir():
        (raw / file.name).write_bytes(file.read_bytes())
    (raw / "ghana-draft.docx").write_bytes(small(prepared="15 September 2023", fills=("FFC000", "92D050", "FF0000")))
    (raw / "ghana-final.docx").write_bytes(small(prepared="31 October 2023", fills=("92D050", "92D050", "FF0000")))
    (raw / "mongolia.docx").write_bytes(small(country="Mongolia", fills=("92D050", "FFC000", "92D050")))
    (raw / "empty.docx").write_bytes(b"")


def small(*, country="Ghana", prepared="15 September 2023", fills=("92D050",)) -> bytes:
    """Return a report of a milestone for each fill."""
    body = packages.report(rows=[packages.milestone(n, fill=fill) for n, fill in enumerate(fills, 1)], prepared=prepared)
    return packages.package(packages.document_xml(body.replace("Ghana", country)))


def ogp_etl(*arguments, cwd: Path, env=None) -> subprocess.CompletedProcess[str]:
    """Call the command as a shell would."""
    return subprocess.run([sys.executable, "-m", "pipeline.cli", *map(str, arguments)], cwd=cwd, env=env, capture_output=True, text=True, check=False)
