"""`curator backup`: a verified copy."""

from dataclasses import asdict
from pathlib import Path

import click

from curator.cli.options import library_options, opened
from curator.cli.output import print_json
from curator.domain.measures import counted, size_words
from curator.workspace.backups import back_up, copies


@click.command("backup")
@library_options
def backup(library: Path | None, as_json: bool) -> None:
    """Make a copy of the library in the folder “backups” beside it, and verify the copy.

    Copies that you make stay until you delete them. Those that Curator makes by itself are
    thinned: all of two days stay, then one for each of 7 days, 4 weeks and 12 months.

    \b
    Examples:
      curator backup
      curator backup --library watch.curator --json
    """
    with opened(library) as workspace:
        report = back_up(workspace)
        kept = copies(workspace.path)
    size = sum(copy.bytes for copy in kept)
    if as_json:
        print_json(asdict(report) | {"copies": len(kept), "copies_bytes": size})
    else:
        click.echo(f"Wrote {report.backup} ({report.bytes:,} bytes), opened and verified.")
        click.echo(f"There {'is' if len(kept) == 1 else 'are'} {counted(len(kept), 'copy')} now,"
                   f" {size_words(size)} in all.")  # fmt: skip
