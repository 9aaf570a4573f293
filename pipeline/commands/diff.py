"""ogp-etl diff."""

from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options

if TYPE_CHECKING:
    from pipeline.storage.intake import Store


@click.command()
@click.argument("report_id")
@location_options("curated")
def command(report_id: str, store: "Store") -> None:
    """Print what later submissions of a report changed: ratings, texts, rows added and removed.

    Example:

    \b
        ogp-etl diff gha-2021-2023-end_of_term
    """
    from rich.console import Console

    from pipeline.commands._reports import require
    from pipeline.show import show_changes
    from pipeline.storage.snapshots import newest

    snapshot = newest(store.curated)
    require(snapshot, report_id)
    files = {r["document_id"]: r["source_path"] for r in snapshot.arrow("submissions", columns=["document_id", "source_path"]).to_pylist()}
    Console(highlight=False, soft_wrap=True).print(show_changes(snapshot.arrow("changes", ids=[report_id]).to_pylist(), files))
