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
from curator.cli.list_searches import searches
from curator.cli.options import NamedPath
from curator.cli.output import say
from curator.cli.redo_step import redo
from curator.cli.repair_library import repair
from curator.cli.restore_library import restore
from curator.cli.search_digests import search
from curator.cli.set_field import set_
from curator.cli.show_digest import show
from curator.cli.show_history import history
from curator.cli.undo_step import undo
from curator.domain.errors import CuratorError
from curator.logbook import Reports, log_path

USAGE = 2


class Commands(click.Group):
    """Commands by name; what can only be meant as a file that is not there is told as that."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named."""
        named = args[0] if args else ""
        if named not in self.commands and (os.sep in named or Path(named).suffix):
            raise click.UsageError(f"There is no file, folder or command “{named}”", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--library",
    type=NamedPath(dir_okay=False),
    help="The library file; otherwise CURATOR_LIBRARY, otherwise the one in your data folder.",
)
@click.version_option(package_name="signal-curator", prog_name="curator")
@click.pass_context
def curator(context: click.Context, library: Path | None) -> None:
    """Curate digests of articles: import, correct, judge and export them.

    Without arguments, or with files and folders to import, the window opens. Data goes to stdout,
    messages to stderr; every command prints one JSON value with --json.

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
    searches,
    history,
    undo,
    redo,
    check,
    repair,
    backup,
    restore,
):
    curator.add_command(command)


def is_for_window(arguments: Sequence[str]) -> bool:
    """Whether they name what a window is to be opened with, and no command."""
    first = arguments[0]
    if first.startswith("-") or first in curator.commands:
        return False
    try:
        return Path(first).expanduser().exists()
    except (OSError, RuntimeError):  # no name that a file could have
        return False


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; an error is one line on stderr."""
    try:
        code = curator.main(list(arguments), prog_name="curator", standalone_mode=False)
        sys.stdout.flush()
    except (click.ClickException, click.Abort, CuratorError) as error:
        return _failed(_sentence(error))
    except OSError as error:
        if error.filename is not None:
            return _failed(f"{error.filename} can’t be used: {error.strerror}.")
        _forget_output()
        return _failed(f"The answer can't be written: {error.strerror}.")
    except Exception as bug:  # noqa: BLE001  the one funnel out of the commands
        report = Reports().take(bug)
        return _failed(
            f"A mistake of Curator stopped this ({report.summary}). Nothing is half written;"
            f" the log says more: {log_path()}"
        )
    return code if isinstance(code, int) else 0


def _sentence(error: Exception) -> str:
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else ""
        command = path.removeprefix("curator").strip()  # its own name goes before all that it says
        where = f"{command}: " if command else ""
        return f"{where}{error.format_message().rstrip('.')}. See “--help”."
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, click.Abort):
        return "Stopped; nothing was changed."
    return str(error)


def _forget_output() -> None:
    """Keep Python from complaining at exit that what is left can't be written either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failed(message: str) -> int:
    say(f"curator: {' '.join(message.split())}")
    return USAGE
