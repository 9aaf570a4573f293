"""ogp-etl export."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options

if TYPE_CHECKING:
    from pipeline.storage.intake import Store


@click.command()
@click.option("--format", "format_", type=click.Choice(["csv", "xlsx", "json", "duckdb", "sqlite"]), required=True, help="What to write.")
@click.option("--to", "target", type=click.Path(path_type=Path), help="File or folder to write.  [default: self-assessments.<format> here]")
@location_options("curated")
def command(format_: str, target: Path | None, store: "Store") -> None:
    """Write all curated tables as a workbook, a database, JSON or CSV files.

    xlsx: a sheet a table, filters on, ratings in their colours. csv: a folder. What is missing is null or an empty cell in each.

    Example:

    \b
        ogp-etl export --format xlsx
        ogp-etl export --format sqlite --to reports.sqlite
    """
    from pipeline.errors import UsageError
    from pipeline.exports import NAMES, export
    from pipeline.storage.snapshots import newest

    with newest(store.curated) as snapshot:
        if not snapshot.number:
            raise UsageError(f"There are no curated tables at {store.curated.url}.", "Run `ogp-etl run` first.")
        place, notes = export(snapshot, format_, target or Path(NAMES[format_]))
    click.echo(place)
    for note in notes:
        click.echo(f"Note: {note}", err=True)
