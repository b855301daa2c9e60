"""`curator import`: bring files and folders in."""

from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

import click

from curator.cli.options import library_options, opened, opened_or_scratch
from curator.cli.output import print_json, progress_bar, say
from curator.domain.measures import counted
from curator.workspace.importing import ImportReport, import_paths

INCOMPLETE = 1


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@library_options
def import_(paths: tuple[Path, ...], dry_run: bool, library: Path | None, as_json: bool) -> int:
    """Import digests from files, or from folders with all their *.md, *.markdown and *.txt files.

    The same files again change nothing. A file that changed updates its digest, unless that was
    edited here too: then the library keeps its own, and the conflict is listed for you to settle
    in the window. Files that are no digests are named, and the rest goes on.

    \b
    Examples:
      curator import ~/digests
      curator import --dry-run inbox/*.md
      curator import ~/digests --json
    """
    with ExitStack() as stack:
        if dry_run or not any(path.exists() for path in paths):
            workspace = stack.enter_context(opened_or_scratch(library))
        else:
            workspace = stack.enter_context(opened(library, create=True))
        progress = stack.enter_context(progress_bar("Importing"))
        report = import_paths(workspace, paths, dry_run=dry_run, progress=progress)
    if as_json:
        print_json(_as_json(report))
    else:
        _print(report, dry_run=dry_run)
    return INCOMPLETE if report.conflict or report.broken else 0


def _as_json(report: ImportReport) -> dict[str, object]:
    return {
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "conflict": list(report.conflict),
        "broken": [asdict(file) for file in report.broken],
        "findings": report.findings,
    }


def _print(report: ImportReport, *, dry_run: bool) -> None:
    would = "Would import" if dry_run else "Imported"
    click.echo(
        f"{would}: {report.new:,} new, {report.changed:,} changed, {report.same:,} same, "
        f"{len(report.conflict):,} in conflict, {len(report.broken):,} broken; "
        f"{counted(report.findings, 'finding')}."
    )
    for key in report.conflict:
        say(f"{key}: edited here and changed outside; kept as it is here.")
    for file in report.broken:
        say(f"{file.path}:{file.line}: {file.reason}")
