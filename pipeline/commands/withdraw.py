"""ogp-etl withdraw."""

from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options

if TYPE_CHECKING:
    from pipeline.storage.intake import Store


@click.command()
@click.argument("document")
@click.option("--undo", is_flag=True, help="Let the document count again.")
@location_options("raw", "staged", "curated", "expectations")
def command(document: str, undo: bool, store: "Store") -> None:
    """Take a document out of the tables; it stays in the ledger and in raw/.

    DOCUMENT is its path below raw/, or the beginning of its document_id (8 characters at least). If an earlier submission
    of the report is there, that one counts again.

    Example:

    \b
        ogp-etl withdraw draft/report.docx
    """
    from pipeline.batch import withdraw
    from pipeline.errors import UsageError
    from pipeline.storage.ledger import read_ledger
    from pipeline.storage.snapshots import newest

    ledger = read_ledger(newest(store.curated).arrow("_ledger")).values()
    path = document.removeprefix("raw/")
    found = sorted((s for s in ledger if s.source_path == path), key=lambda s: s.received_at)[-1:]
    found = found or [s for s in ledger if len(document) >= 8 and s.document_id.startswith(document)]
    ids = {s.document_id for s in found}
    if len(ids) != 1:
        raise UsageError(f"{document!r} names {len(ids) or 'no'} documents.", "Give the path below raw/, as in the table submissions.")
    withdraw(store, ids, undo=undo)
    click.echo(f"{found[0].source_path} {'counts again' if undo else 'is withdrawn'}.")
