"""`curator redo`: do again what was undone."""

from pathlib import Path

import click

from curator.cli.options import library_options, opened
from curator.cli.output import print_changes


@click.command("redo")
@library_options
def redo(library: Path | None, as_json: bool) -> None:
    """Do the step again that was undone last.

    \b
    Examples:
      curator redo
      curator redo --json
    """
    with opened(library) as workspace:
        print_changes(workspace.redo(), as_json=as_json, verb="Done again: ")
