"""ogp-etl schema."""

import click


@click.command()
@click.argument("table", required=False)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Text, or the datapackage.json.")
def command(table: str | None, format_: str) -> None:
    """Print the data dictionary: every table, or the columns of one.

    Example:

    \b
        ogp-etl schema
        ogp-etl schema milestones
    """
    from pipeline.errors import UsageError
    from pipeline.storage.datapackage import describe
    from pipeline.tables import TABLES

    if table and table not in TABLES:
        raise UsageError(f"There is no table {table!r}.", f"The tables are {', '.join(TABLES)}.")
    if format_ == "json":
        click.echo(describe().decode().rstrip())
        return
    if not table:
        width = max(map(len, TABLES))
        for found in TABLES.values():
            click.echo(f"{found.name:{width}}  {found.grain}")
        return
    found = TABLES[table]
    click.echo(f"{found.name}: {found.grain}. Key: {', '.join(found.key)}.\n")
    names, types = max(len(c.name) for c in found.columns), max(len(c.type) for c in found.columns)
    for column in found.columns:
        terms = f" One of {', '.join(column.terms)}." if column.terms else ""
        click.echo(f"{column.name:{names}}  {column.type:{types}}  {column.doc}{terms}")
