"""ogp-etl inspect."""

from pathlib import Path

import click

from pipeline.commands._options import word_options


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@word_options
@click.pass_context
def command(ctx: click.Context, file: Path, layouts: Path | None, vocabulary: Path | None) -> None:
    """Show what would be read and how it is understood; write nothing.

    Tables, headings and their fields, the legend, counts, and what is left over. Exits 3 where the document can't be read.

    Example:

    \b
        ogp-etl inspect raw/report.docx
    """
    import tomllib

    from rich.console import Console

    from pipeline.curation.curate import CurateOptions, inspect
    from pipeline.curation.sidecar import read_sidecar
    from pipeline.errors import SidecarError
    from pipeline.readers import read_document
    from pipeline.show import show_inspection

    beside = file.with_name(f"{file.name}.toml")
    try:
        sidecar = read_sidecar(beside.name, tomllib.loads(beside.read_text(encoding="utf-8"))) if beside.exists() else None
    except tomllib.TOMLDecodeError as error:
        raise SidecarError(beside.name, f"it is no TOML ({error}).") from error
    data = file.read_bytes()
    document = read_document(data, file.name)
    found = inspect(document, CurateOptions(layouts=layouts, vocabulary=vocabulary, sidecar=sidecar))
    Console(highlight=False).print(show_inspection(found))
    if found.problem:
        ctx.exit(found.problem.exit_code)
