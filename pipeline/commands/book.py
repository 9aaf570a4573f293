"""ogp-etl book."""

from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options

if TYPE_CHECKING:
    from pipeline.storage.intake import Store


@click.command()
@click.option("--open", "open_", is_flag=True, help="Open it in the browser.")
@location_options("raw", "staged", "curated")
def command(store: "Store", open_: bool) -> None:
    """Write the curated tables as static HTML pages, in curated/book/.

    They open from disk and from any web server, without a network. Pages that are there already as they should be stay untouched.
    Prints the first page's place.

    Example:

    \b
        ogp-etl book --open
    """
    from pipeline.book.bookbinding import bind
    from pipeline.errors import UsageError
    from pipeline.storage.snapshots import newest

    snapshot = newest(store.curated)
    if not snapshot.number:
        raise UsageError(f"There are no curated tables at {store.curated.url}.", "Run `ogp-etl run` first.")
    with snapshot:
        bound = bind(store, snapshot)
    for path in bound.undrawn:
        click.echo(f"{path}: its pages could not be drawn; its tables are shown drawn again.", err=True)
    files = f"{bound.files} files, {bound.written} written, {bound.removed} removed"
    click.echo(f"{bound.reports} reports, snapshot {bound.snapshot}: {files}.", err=True)
    click.echo(bound.index)
    if open_:
        click.launch(bound.index)
