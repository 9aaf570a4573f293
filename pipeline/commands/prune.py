"""ogp-etl prune."""

from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options

if TYPE_CHECKING:
    from pipeline.storage.intake import Store


@click.command()
@click.option("--keep", type=click.IntRange(min=1), required=True, help="How many of the newest snapshots stay.")
@click.option("--grace", type=click.FloatRange(min=0), default=60.0, show_default=True, help="Minutes that a superseded snapshot stays anyway.")
@location_options("curated")
def command(store: "Store", keep: int, grace: float) -> None:
    """Remove old snapshots, never one that a reader may hold.

    One stays that was superseded less than --grace minutes ago, or that a reader holds by a lease.

    Example:

    \b
        ogp-etl prune --keep 10
    """
    from datetime import UTC, datetime, timedelta

    from pipeline.storage.snapshots import prune

    gone = prune(store.curated, keep, datetime.now(UTC), timedelta(minutes=grace))
    click.echo(f"Removed {len(gone)} snapshots{': ' if gone else ''}{', '.join(map(str, gone))}.")
