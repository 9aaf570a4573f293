"""ogp-etl init."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path, file_okay=False), default=Path())
def command(folder: Path) -> None:
    """Lay out raw/, staged/, curated/ and expectations/, with the suites and an example report.

    What is there already stays as it is.

    Example:

    \b
        ogp-etl init my-reports
    """
    from importlib import resources

    from pipeline.validation.texts import shipped_texts

    for name in ("raw", "staged", "curated", "expectations"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    suites = {f"expectations/{name}": text.encode() for name, text in shipped_texts().items()}
    example = resources.files("pipeline") / "example"
    reports = {f"raw/{f.name}": f.read_bytes() for f in example.iterdir() if not f.name.startswith("_")} if example.is_dir() else {}
    for name, data in sorted({**suites, **reports}.items()):
        if not (folder / name).exists():
            (folder / name).write_bytes(data)
            click.echo(f"wrote {folder / name}")
    click.echo(f"Now: ogp-etl run{'' if folder == Path() else f' --root {folder}'}", err=True)
