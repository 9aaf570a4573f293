"""The command `ogp-etl`: arguments, messages, exit codes. Each command is a module of `pipeline.commands`, loaded on use."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import click

from pipeline import __version__, commands


class Commands(click.Group):
    """Finds a command in the module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return sorted(m.name.removesuffix("_") for m in iter_modules(commands.__path__) if not m.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"pipeline.commands.{cmd_name}")
        command = module.command
        return command if isinstance(command, click.Command) else None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="ogp-etl")
def cli() -> None:
    """Read government self-assessment reports into tidy tables, and say what is wrong with them.

    Example:

    \b
        ogp-etl init my-reports && cd my-reports
        ogp-etl run
        ogp-etl show mng-2021-2023-end_of_term

    Exit codes: 0 done; 1 done, with findings at or above --fail-on; 2 the call is wrong; 3 a document could not be read;
    4 a fault of the pipeline. The highest that applies.
    """


def main() -> None:
    """Run the command and end with its exit code."""
    sys.exit(call())


def call(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code; every error becomes a sentence and a code."""
    from pipeline.errors import PipelineError

    try:
        code = cli.main(arguments, prog_name="ogp-etl", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 130
    except PipelineError as error:
        _complain(str(error), error.hint)
        return error.exit_code
    except Exception as error:  # noqa: BLE001  # the last one to know: a trace for the report, a code for the caller
        import traceback

        traceback.print_exc()
        _complain(f"A fault of the pipeline itself: {type(error).__name__}: {error}", PipelineError.hint)
        return PipelineError.exit_code
    return code if isinstance(code, int) else 0


def _complain(what: str, hint: str) -> None:
    click.echo(f"Error: {what}", err=True)
    if hint and hint not in what:
        click.echo(hint, err=True)


if __name__ == "__main__":
    main()
