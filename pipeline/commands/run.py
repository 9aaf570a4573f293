"""ogp-etl run."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from pipeline.commands._options import limit_options, location_options, report_options, word_options

if TYPE_CHECKING:
    from pipeline.batch import Progress, Result
    from pipeline.storage.intake import Store


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@location_options("raw", "staged", "curated", "expectations")
@report_options
@word_options
@limit_options
@click.option("--retry", is_flag=True, help="Try quarantined documents again.")
@click.option("--executor", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Where documents are read.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler; without it, --executor dask starts workers here.")
@click.option("--workers", type=click.IntRange(min=1), help="Children that read at once.  [default: one a core]")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    store: "Store",
    fail_on: str,
    format_: str,
    outputs: tuple[str, ...],
    new_only: str | None,
    layouts: Path | None,
    vocabulary: Path | None,
    timeout: float,
    memory: int,
    retry: bool,
    executor: Literal["local", "dask"],
    scheduler: str | None,
    workers: int | None,
) -> None:
    """Take in every new or changed document: read, stage, curate, validate.

    SOURCE is a document or a folder; without one, all below raw/. A document from elsewhere is copied into raw/ first.
    Prints the findings of the reports in question; messages go to stderr.

    Example:

    \b
        ogp-etl run
        ogp-etl run --root s3://bucket/reports --format github --fail-on warning
        ogp-etl run ~/Downloads/report.docx --output sarif=findings.sarif
    """
    from pipeline.batch import Options, run
    from pipeline.executors.pool import Limits

    options = Options(
        layouts=layouts,
        vocabulary=vocabulary,
        limits=Limits(timeout, memory),
        retry=retry,
        executor=executor,
        scheduler=scheduler,
        workers=workers,
    )
    with _progress() as progress:
        result = run(store, sources, options, progress=progress)
    _tell(result)

    from pipeline.commands._findings import Wishes, report
    from pipeline.validation import ValidationResult

    wishes = Wishes(fail_on=fail_on, format_=format_, outputs=outputs, new_only=new_only)
    code = report(ValidationResult(result.findings, result.checks, result.not_run), result.snapshot, wishes)
    ctx.exit(max(code, result.exit_code(None if new_only else wishes.least)))


@contextmanager
def _progress() -> "Iterator[Progress | None]":
    """Show a bar where a person looks on."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")

        def show(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name[-40:])

        yield show


def _tell(result: "Result") -> None:
    """Say on stderr what became of the documents."""
    if not result.done:
        click.echo(f"Nothing new: snapshot {result.snapshot.number} stands.", err=True)
    for submission in result.took_in:
        what = submission.report_id if submission.status == "current" else submission.status_reason
        click.echo(f"{submission.source_path}: {submission.status}: {(what or '').removeprefix(f'{submission.status}: ')}", err=True)
    if result.done:
        click.echo(f"{result.done} {'document' if result.done == 1 else 'documents'} taken in; snapshot {result.snapshot.number}.", err=True)
    if sum(result.open_findings.values()) > result.findings.num_rows:
        counts = ", ".join(f"{count:,} {severity}" for severity, count in result.open_findings.items())
        click.echo(f"Findings of this run's reports are listed; open in all: {counts}. `ogp-etl validate` lists them.", err=True)
    for submission in result.quarantined:
        if submission not in result.took_in:
            click.echo(f"{submission.source_path}: still in quarantine: {submission.status_reason}", err=True)
