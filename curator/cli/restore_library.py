"""`curator restore`: bring a copy back."""

from dataclasses import asdict
from pathlib import Path

import click

from curator.cli.options import library_options, library_path
from curator.cli.output import print_json
from curator.workspace.safety import restore as restore_library


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@library_options
def restore(file: Path, library: Path | None, as_json: bool) -> None:
    """Put the copy FILE in the place of the library, which is kept beside it under another name.

    \b
    Examples:
      curator restore backups/library-20261122T101500.curator
      curator restore copy.curator --library watch.curator --json
    """
    report = restore_library(library_path(library), file)
    if as_json:
        print_json(asdict(report))
    else:
        kept = f"; what was there is now {report.previous}" if report.previous else ""
        click.echo(f"{report.library} is now the copy {report.backup}{kept}.")
