"""What one new report costs in an archive of 10,000, against an empty one.

    python -m benchmarks.growth [REPORTS]

Builds the archive out of one real report's rows under other ids, straight into a snapshot; then runs the command, each time in
a process of its own, and prints wall clock, and CPU and peak memory of that process (its children read one document each time).
Texts of the copies are random, so that they take the room that real ones do.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from pipeline import __version__
from pipeline.executors.pool import Limits
from pipeline.storage.ledger import Submission, write_ledger
from pipeline.storage.locations import locate
from pipeline.storage.snapshots import Commit, commit, newest, schema_of
from pipeline.storage.table_files import Change
from pipeline.tables import Status
from tests.hostile import packages

TABLES = ("reports", "commitments", "milestones", "ratings", "comments", "claims", "narrative", "unmapped", "findings")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
MANY = 60  # milestones of the sample


def sample(country: str = "Ghana") -> bytes:
    """Return a report of the usual size."""
    text = "The register was published on 3 May 2023 and is used by 1,140 bodies every week, as the ministry has found. " * 4
    rows = [packages.milestone(n, text, ("92D050", "FFC000", "FF0000")[n % 3]) for n in range(1, MANY + 1)]
    prose = "".join(packages.paragraph(f"Paragraph {n}. {text}") for n in range(100))
    return packages.package(packages.document_xml(packages.report(prose, rows=rows).replace("Ghana", country)))


def run(root: Path, *more: str) -> tuple[float, float, int]:
    """Run the command; return wall clock, CPU seconds and peak memory in MB."""
    started = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", "run", "--root", str(root), *more], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss >> 10


def multiply(root: Path, count: int) -> None:
    """Give the archive of one report so many copies of it, under other ids."""
    curated = locate(str(root / "curated"))
    base = newest(curated)
    one = base.arrow("reports")["report_id"][0].as_py()
    changes = {}
    for table in TABLES:
        rows = base.arrow(table, ids=[one])
        copies = [_renamed(rows, one, f"c{n:05}-2021-2023-end_of_term") for n in range(count)]
        changes[table] = Change(pa.concat_tables([rows, *copies], promote_options="none").unify_dictionaries().cast(schema_of(table)))
    submissions, ledger = write_ledger(_submission(root, n) for n in range(count))
    kept = {t: base.arrow(t) for t in ("submissions", "_ledger")}
    for table, rows in (("submissions", submissions), ("_ledger", ledger)):
        changes[table] = Change(pa.concat_tables([kept[table].cast(rows.schema), rows]).unify_dictionaries())
    commit(curated, lambda _: Commit(changes), lambda: NOW)


def _renamed(rows: pa.Table, old: str, new: str) -> pa.Table:
    import pyarrow.compute as pc

    for n, field in enumerate(rows.schema):
        if field.name in ("evidence", "text"):
            rows = rows.set_column(n, field, pa.array([os.urandom(200).hex() for _ in range(rows.num_rows)], pa.string()))
        if field.name.endswith("_id") and field.name != "document_id":
            column = pc.replace_substring(rows[field.name].cast(pa.string()), old, new)
            rows = rows.set_column(n, field, column.cast(field.type))
    return rows


def _submission(root: Path, n: int) -> Submission:
    path = root / f"raw/{n:05}.docx"
    path.write_bytes(b"")
    facts = path.stat()
    return Submission(
        document_id=f"{n:064x}",
        source_path=path.name,
        file_name=path.name,
        format="docx",
        size_bytes=0,
        status=Status.CURRENT,
        report_id=f"c{n:05}-2021-2023-end_of_term",
        layout="milestone-grid",
        received_at=NOW,
        processed_at=NOW,
        pipeline_version=__version__,
        mark=f"{facts.st_size}-{facts.st_mtime_ns}",
        modified_at=NOW,
        limits=str(Limits()),
    )


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    if arguments[:1] == ["multiply"]:
        multiply(Path(arguments[1]), int(arguments[2]))
        return
    count = int(arguments[0]) if arguments else 10_000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "raw").mkdir()
        (root / "raw/first.docx").write_bytes(sample())
        empty = run(root)
        # In a process of its own: what a parent holds counts in its children's peak.
        subprocess.run([sys.executable, "-m", "benchmarks.growth", "multiply", str(root), str(count)], check=True)
        size = sum(f.stat().st_size for f in (root / "curated").glob("*.parquet")) >> 20
        nothing = run(root)
        (root / "raw/new.docx").write_bytes(sample("Kenya"))
        full = run(root)
    for what, (wall, cpu, memory) in (
        ("empty archive, one report", empty),
        (f"{count:,} reports, nothing new", nothing),
        (f"{count:,} reports, one new", full),
    ):
        print(f"{what:32} {wall:6.1f} s wall {cpu:6.1f} s CPU {memory:6} MB")
    print(
        f"tables {size} MB; one new report: {full[1] / empty[1]:.2f} times the CPU, {full[0] / empty[0]:.2f} times the wall clock of an empty archive"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
