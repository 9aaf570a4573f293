"""ogp-etl letter."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options

if TYPE_CHECKING:
    from pipeline.storage.intake import Store


@click.command()
@click.argument("report_id")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), show_default="here", help="Folder for the letter.")
@location_options("curated")
def command(report_id: str, folder: Path, store: "Store") -> None:
    """Write the letter that asks a report's author for what is missing or contradictory, as DOCX and Markdown.

    It holds the open findings, in the report's order; accepted ones aren't in it.

    Example:

    \b
        ogp-etl letter mng-2021-2023-end_of_term --to letters
    """
    from pipeline.commands._reports import require
    from pipeline.errors import UsageError
    from pipeline.sinks.letter import ORDER, letter
    from pipeline.storage.snapshots import newest

    with newest(store.curated) as snapshot:
        require(snapshot, report_id)
        written = letter(report_id, {table: snapshot.arrow(table, ids=[report_id]) for table in ORDER}, snapshot.arrow("findings", ids=[report_id]))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for suffix, content in (("docx", written.docx), ("md", written.markdown.encode())):
            place = folder / f"{report_id}-letter.{suffix}"
            place.write_bytes(content)
            click.echo(place)
    except OSError as error:
        raise UsageError(f"The letter can't be written to {folder} ({error.strerror}).", "Name a folder with --to that can be.") from error
