"""Findings on their way out: to stdout, to files, to the summary of a CI job."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline.errors import UsageError
from pipeline.sinks import known_ids, new_only, render, summary
from pipeline.storage.snapshots import Snapshot
from pipeline.tables import Severity
from pipeline.validation import ValidationResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How findings are to be reported."""

    fail_on: str
    format_: str
    outputs: Sequence[str]
    new_only: str | None

    @property
    def least(self) -> Severity | None:
        """The least severity that fails; None: none does."""
        return None if self.fail_on == "never" else Severity(self.fail_on)


def report(result: ValidationResult, snapshot: Snapshot, wishes: Wishes) -> int:
    """Print and write the findings; return 1 where an open one is at or above --fail-on, 4 where a check could not run."""
    outputs = [_part(output) for output in wishes.outputs]
    if wishes.new_only:
        result = new_only(result, known_ids(_read(wishes.new_only)))
    rows = snapshot.arrow("submissions", columns=["document_id", "source_path"]).to_pylist()
    files = {row["document_id"]: row["source_path"] for row in reversed(rows)}
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(render(wishes.format_, result, files=files, fail_on=wishes.least, colour=colour).rstrip("\n"))
    for format_, file in outputs:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(render(format_, result, files=files, fail_on=wishes.least), encoding="utf-8")
    if wishes.format_ == "github" and (job := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(job).open("a", encoding="utf-8") as page:
            page.write(summary(result))
    for sentence in result.not_run:
        click.echo(f"Could not be checked: {sentence}", err=True)
    return 4 if result.not_run else int(_fails(result.worst_open, wishes.least))


def _fails(worst: Severity | None, least: Severity | None) -> bool:
    order = list(Severity)
    return worst is not None and least is not None and order.index(worst) <= order.index(least)


def _part(output: str) -> tuple[str, Path]:
    from pipeline.sinks import FORMATS

    format_, _, file = output.partition("=")
    if format_ not in FORMATS or not file:
        raise UsageError(f"--output {output!r} is not FORMAT=FILE.", f"Write one of {', '.join(FORMATS)}, an equals sign and a file.")
    return format_, Path(file)


def _read(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"--new-only: {file} can't be read ({error.strerror}).", "Name a findings.parquet of an earlier run.") from error
