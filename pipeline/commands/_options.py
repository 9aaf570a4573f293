"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

FORMATS = ("text", "json", "github", "junit", "sarif")


def location_options(*names: str) -> Decorator:
    """Add --root, and options that move single folders, as one argument `store`."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, root: str, **rest: Any) -> Any:
            from pipeline.storage.intake import open_store

            moved = {name: rest.pop(name, None) for name in names}
            return function(*args, store=open_store(root, **moved), **rest)

        call.__name__, call.__doc__ = function.__name__, function.__doc__
        call.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]  # where click keeps them
        decorated: Callable[..., Any] = call
        for name in reversed(names):
            decorated = click.option(f"--{name}", metavar="LOCATION", help=f"The {name} folder, where it isn't ROOT/{name}.")(decorated)
        text = "Folder or URL (s3://bucket/prefix) that holds raw/, staged/, curated/ and expectations/."
        return click.option("--root", metavar="LOCATION", default=".", show_default="here", help=text)(decorated)

    return add


def report_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --fail-on, --format, --output and --new-only."""
    for option in (
        click.option(
            "--new-only", metavar="BASELINE", help="Leave out findings of this findings.parquet, or of a file that --output json=FILE wrote."
        ),
        click.option("--output", "outputs", metavar="FORMAT=FILE", multiple=True, help="Write the findings to a file as well; may be given again."),
        click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How findings are printed."),
        click.option(
            "--fail-on",
            type=click.Choice(["critical", "warning", "never"]),
            default="critical",
            show_default=True,
            help="Least severity of an open finding that makes the command exit 1.",
        ),
    ):
        function = option(function)
    return function


def word_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --layouts and --vocabulary."""
    folder = click.Path(path_type=Path, file_okay=False, exists=True)
    function = click.option("--vocabulary", type=folder, help="Folder with words of your own, beside the shipped ones.")(function)
    return click.option("--layouts", type=folder, help="Folder with layouts of your own, beside the shipped ones.")(function)


def limit_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --timeout and --memory."""
    function = click.option(
        "--memory", type=click.IntRange(min=64), default=2048, show_default=True, help="Megabytes that reading one document may take."
    )(function)
    return click.option(
        "--timeout", type=click.FloatRange(min=0.1), default=120.0, show_default=True, help="Seconds that reading one document may take."
    )(function)
