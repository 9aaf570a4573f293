"""ogp-etl show."""

from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options

if TYPE_CHECKING:
    from pipeline.storage.intake import Store


@click.command()
@click.argument("report_id")
@location_options("curated")
def command(report_id: str, store: "Store") -> None:
    """Print one report: its rating matrix, comments, findings.

    Example:

    \b
        ogp-etl show mng-2021-2023-end_of_term
    """
    from rich.console import Console

    from pipeline.commands._reports import require
    from pipeline.show import show_report
    from pipeline.storage.snapshots import newest

    snapshot = newest(store.curated)
    report = require(snapshot, report_id)
    commitments, milestones, comments, findings = (
        snapshot.arrow(table, ids=[report_id]).to_pylist() for table in ("commitments", "milestones", "comments", "findings")
    )
    order = ["critical", "warning", "info"]
    findings.sort(key=lambda f: order.index(f["severity"]))
    Console(highlight=False).print(show_report(report, commitments, milestones, comments, findings))
