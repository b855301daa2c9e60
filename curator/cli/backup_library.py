"""`curator backup`: a verified copy."""

from dataclasses import asdict
from pathlib import Path

import click

from curator.cli.options import library_options, opened
from curator.cli.output import print_json
from curator.workspace.safety import backup as backup_workspace


@click.command("backup")
@library_options
def backup(library: Path | None, as_json: bool) -> None:
    """Make a copy of the library in the folder “backups” beside it, and verify the copy.

    \b
    Examples:
      curator backup
      curator backup --library watch.curator --json
    """
    with opened(library) as workspace:
        report = backup_workspace(workspace)
    if as_json:
        print_json(asdict(report))
    else:
        click.echo(f"Wrote {report.backup} ({report.bytes:,} bytes), opened and verified.")
