"""The command `curator`: its commands, and how errors become one line and an exit code.

Exit 0: done. 1: done, with broken files or conflicts left. 2: usage, or a known error.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from curator.cli.backup_library import backup
from curator.cli.check_library import check
from curator.cli.export_digests import export
from curator.cli.import_digests import import_
from curator.cli.list_digests import list_
from curator.cli.options import NamedPath
from curator.cli.redo_step import redo
from curator.cli.repair_library import repair
from curator.cli.restore_library import restore
from curator.cli.search_digests import search
from curator.cli.set_field import set_
from curator.cli.show_digest import show
from curator.cli.show_history import history
from curator.cli.undo_step import undo
from curator.domain.errors import CuratorError

USAGE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--library",
    type=NamedPath(dir_okay=False),
    help="The library file; otherwise CURATOR_LIBRARY, otherwise the one in your data folder.",
)
@click.version_option(package_name="signal-curator", prog_name="curator")
@click.pass_context
def curator(context: click.Context, library: Path | None) -> None:
    """Curate digests of articles: import, correct, judge and export them.

    Without arguments the window opens. Data goes to stdout, messages to stderr; every command
    prints one JSON value with --json.

    \b
    Examples:
      curator import ~/digests
      curator show 6860a1a22c22dc8bdb8a95d66320925b
      curator set KEY signals.0.change "Adoption of land robots"
      curator undo
      curator export --to out
    """
    context.obj = library


for command in (
    import_,
    export,
    list_,
    show,
    set_,
    search,
    history,
    undo,
    redo,
    check,
    repair,
    backup,
    restore,
):
    curator.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; a known error is one line on stderr."""
    try:
        code = curator.main(list(arguments), prog_name="curator", standalone_mode=False)
        sys.stdout.flush()
    except (click.ClickException, click.Abort, CuratorError) as error:
        return _failed(_sentence(error))
    except OSError as error:
        if error.filename is not None:
            raise  # a file of ours and not the output: a bug
        _forget_output()
        return _failed(f"The answer can't be written: {error.strerror}.")
    return code if isinstance(code, int) else 0


def _sentence(error: Exception) -> str:
    if isinstance(error, click.UsageError):
        where = f"{error.ctx.command_path}: " if error.ctx else ""
        return f"{where}{error.format_message()} See “--help”."
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, click.Abort):
        return "Stopped; nothing was changed."
    return str(error)


def _forget_output() -> None:
    """Keep Python from complaining at exit that what is left can't be written either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failed(message: str) -> int:
    click.echo(f"curator: {' '.join(message.split())}", err=True)
    return USAGE
