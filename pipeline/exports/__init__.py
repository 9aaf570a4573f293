"""Curated tables in the formats that others work with: CSV, XLSX, JSON, DuckDB, SQLite. Missing stays missing in each."""

import shutil
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.storage.snapshots import Snapshot

Writer = Callable[["Snapshot", Path], tuple[str, ...]]

NAMES = {
    "csv": "self-assessments-csv",
    "xlsx": "self-assessments.xlsx",
    "json": "self-assessments.json",
    "duckdb": "self-assessments.duckdb",
    "sqlite": "self-assessments.sqlite",
}
"""What each format writes where no name is given; csv is a folder, the others are files."""


def export(snapshot: "Snapshot", format_: str, target: Path) -> tuple[Path, tuple[str, ...]]:
    """Write all tables of a snapshot and return where they are, and what the reader has to know.

    A file replaces an older one of its name when it is complete. In a folder only files of the export's own names are replaced.

    Args:
        snapshot: The tables.
        format_: One of NAMES.
        target: A file to write; a folder gets a file of the usual name (for csv: is the folder).

    Raises:
        UsageError: The target can't be written.
    """
    write: Writer = import_module(f"pipeline.exports.{format_}_").write
    place = target / NAMES[format_] if format_ != "csv" and target.is_dir() else target
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".export-", dir=place.parent) as scratch:
            made = Path(scratch) / "made"
            notes = write(snapshot, made)
            _publish(made, place)
    except OSError as error:
        raise UsageError(f"{place} can't be written ({error.strerror or error}).", "Name a place with --to that can be.") from error
    return place, notes


def _publish(made: Path, place: Path) -> None:
    """Put what was made in its place, files whole."""
    if made.is_file():
        made.replace(place)
        return
    place.mkdir(exist_ok=True)
    for file in sorted(made.iterdir()):
        shutil.move(file, place / file.name)
