"""ogp-etl query."""

import csv
import os
import sys
from typing import TYPE_CHECKING

import click

from pipeline.commands._options import location_options

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.text import Text

    from pipeline.storage.intake import Store

_SHOWN = 1000  # rows of a table on the terminal


@click.command()
@click.argument("sql")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on stdout, every row.")
@location_options("curated")
def command(sql: str, as_csv: bool, store: "Store") -> None:
    """Answer a question in SQL (DuckDB) from the curated tables.

    Every table of `ogp-etl schema` is there under its name, all of one snapshot. Queries only read, and reach no file and no network.

    Example:

    \b
        ogp-etl query "SELECT rating, count(*) AS milestones FROM milestones GROUP BY rating ORDER BY rating"
        ogp-etl query --csv "SELECT milestone_id, next_steps FROM milestones" > next-steps.csv
    """
    from pipeline.errors import UsageError
    from pipeline.exports.queries import ask
    from pipeline.storage.snapshots import newest

    with newest(store.curated) as snapshot:
        if not snapshot.number:
            raise UsageError(f"There are no curated tables at {store.curated.url}.", "Run `ogp-etl run` first.")
        answer = ask(snapshot, sql)
    try:
        _write_csv(answer) if as_csv else _print_table(answer)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has enough: `… | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_csv(answer: "pa.Table") -> None:
    from pipeline.exports.rows import field, rows

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.column_names)
    for row in rows(answer):
        writer.writerow([field(value) for value in row])


def _print_table(answer: "pa.Table") -> None:
    """Print a table; off a terminal it is as wide as it has to be."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from pipeline.exports.rows import rows

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in answer.schema:
        table.add_column(column.name, justify="right" if _is_number(column.type) else "left", overflow="fold")
    for row in rows(answer.slice(0, _SHOWN)):
        table.add_row(*(_cell(value) for value in row))
    console = Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=_width(answer))
    console.print(table)
    click.echo(f"{answer.num_rows} {'row' if answer.num_rows == 1 else 'rows'}{_rest(answer.num_rows)}", err=True)


def _rest(count: int) -> str:
    return f", {_SHOWN} of them shown: add LIMIT, or --csv for all" if count > _SHOWN else ""


def _is_number(type_: "pa.DataType") -> bool:
    import pyarrow as pa

    return bool(pa.types.is_integer(type_) or pa.types.is_floating(type_) or pa.types.is_decimal(type_))


def _cell(value: object) -> "Text":
    """Return a value for the terminal: missing as a faint null, nothing that a terminal would obey."""
    from rich.text import Text

    from pipeline.exports.rows import field

    text = field(value)
    if text is None:
        return Text("null", style="dim")
    return Text("".join(c for c in text if c.isprintable() or c in "\n\t"))


def _width(answer: "pa.Table") -> int:
    from pipeline.exports.rows import field, rows

    widths = [len(name) for name in answer.column_names]
    for row in rows(answer.slice(0, _SHOWN)):
        lines = [(field(value) or "null").split("\n") for value in row]
        widths = [max(w, *(2 * len(line) for line in cell)) for w, cell in zip(widths, lines, strict=True)]
    return max(sum(widths) + 3 * len(widths), 20)
