"""A whole `ogp-etl run` of one report: how much of its CPU time is neither reading, nor curating, nor validating.

All of the command's processes count. What reading and curating take, imports included, is measured in a process of its own,
and so is what validating takes, Great Expectations included: the rest is start-up, children, the store, the commit.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from _measure import report, tell

UNDERSTAND = """
import time; start = time.process_time()
import sys
from pipeline.curation.curate import curate
from pipeline.readers import read_document
from pipeline.staging import stage
with open(sys.argv[1], "rb") as file: document = read_document(file.read(), sys.argv[1])
stage(document); curate(document)
print(time.process_time() - start)
"""
VALIDATE = """
import time; start = time.process_time()
import sys
from datetime import UTC, datetime
from pipeline.storage.snapshots import open_snapshot
from pipeline.tables import TABLES
from pipeline.validation import load_suites, validate
import pipeline.validation.engine
loaded = time.process_time() - start
snapshot = open_snapshot(sys.argv[1])
tables = {name: snapshot.arrow(name) for name in TABLES if name not in ("findings", "checks")}
start = time.process_time()
validate(tables, load_suites(None), now=datetime.now(UTC))
print(loaded + time.process_time() - start)
"""


def seconds_of(command: list[str]) -> float:
    """Return the CPU seconds of a command and all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def said(code: str, argument: Path) -> float:
    """Return what a piece of code prints."""
    done = subprocess.run([sys.executable, "-c", code, str(argument)], check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    """Measure and tell."""
    for ending in ("docx", "pdf"):
        data, name = report(ending)
        rows = []
        for _ in range(3):
            with tempfile.TemporaryDirectory() as folder:
                root = Path(folder)
                (root / "raw").mkdir()
                (root / "raw" / name).write_bytes(data)
                command = str(Path(sys.executable).with_name("ogp-etl"))
                run = seconds_of([command, "run", "--root", folder, "--fail-on", "never"])
                rows.append((run, said(UNDERSTAND, root / "raw" / name), said(VALIDATE, root)))
                shutil.rmtree(root / "curated")
        run, understood, validated = (statistics.median(column) for column in zip(*rows, strict=True))
        rest = statistics.median(1 - (u + v) / r for r, u, v in rows)
        print(f"{name}: CPU seconds {run:.2f} the run, {understood:.2f} reading and curating, {validated:.2f} validating")
        tell(f"share outside them, {ending}", rest, 0.25, unit="")


if __name__ == "__main__":
    main()
