"""`curator undo`: take the last step back."""

from pathlib import Path

import click

from curator.cli.options import library_options, opened
from curator.cli.output import print_changes


@click.command("undo")
@library_options
def undo(library: Path | None, as_json: bool) -> None:
    """Take the last step back, whichever process did it and however long ago.

    \b
    Examples:
      curator undo
      curator undo --json
    """
    with opened(library) as workspace:
        print_changes(workspace.undo(), as_json=as_json, verb="Undone: ")
