"""ogp-etl validate."""

from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options, report_options

if TYPE_CHECKING:
    from pipeline.storage.intake import Store


@click.command()
@location_options("curated", "expectations")
@report_options
@click.pass_context
def command(ctx: click.Context, store: "Store", fail_on: str, format_: str, outputs: tuple[str, ...], new_only: str | None) -> None:
    """Hold the curated tables against the suites as both stand.

    Reads no document. Findings and checks are written where they differ from the last ones.

    Example:

    \b
        ogp-etl validate --fail-on warning
        ogp-etl validate --format junit > findings.xml
    """
    from pipeline.batch import validate
    from pipeline.commands._findings import Wishes, report
    from pipeline.errors import UsageError
    from pipeline.storage.snapshots import newest
    from pipeline.validation import ValidationResult

    if not newest(store.curated).number:
        raise UsageError(f"There are no curated tables at {store.curated.url}.", "Run `ogp-etl run` first.")
    verdict = validate(store)
    wishes = Wishes(fail_on=fail_on, format_=format_, outputs=outputs, new_only=new_only)
    ctx.exit(report(ValidationResult(verdict.findings, verdict.checks, verdict.not_run), newest(store.curated), wishes))
