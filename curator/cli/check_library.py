"""`curator check`: is the library whole?"""

from dataclasses import asdict
from pathlib import Path

import click

from curator.cli.import_digests import INCOMPLETE
from curator.cli.options import library_options, opened
from curator.cli.output import print_json
from curator.workspace.safety import check as check_library


@click.command("check")
@library_options
def check(library: Path | None, as_json: bool) -> int:
    """Check the file, the history against the rows, and the search index against the texts.

    \b
    Examples:
      curator check
      curator check --library old.curator --json
    """
    with opened(library) as workspace:
        report = check_library(workspace)
    if as_json:
        print_json(asdict(report) | {"ok": report.ok})
    else:
        click.echo(f"{report.library}: {report.digests:,} digests, {report.steps:,} steps.")
        for problem in report.problems:
            click.echo(problem, err=True)
        click.echo("All is well." if report.ok else f"{len(report.problems)} problems found.")
    return 0 if report.ok else INCOMPLETE
