"""`curator restore`: bring a copy back, or say which there are."""

import sys
from dataclasses import asdict
from datetime import UTC
from pathlib import Path

import click

from curator.cli.options import NamedPath, library_options, library_path
from curator.cli.output import print_json, say
from curator.domain.measures import counted, size_words
from curator.workspace.backups import Copy, RestorePlan, restore_plan, steps_behind
from curator.workspace.backups import restore as restore_library


@click.command("restore")
@click.argument("file", required=False, type=NamedPath(dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Say what would be lost, and change nothing.")
@library_options
def restore(file: Path | None, dry_run: bool, library: Path | None, as_json: bool) -> None:
    """Put the copy FILE in the place of the library, which is kept beside it under another name.

    Before that it says what the copy lacks, and on a terminal it asks. Without FILE it lists the
    copies there are: how far each is behind, its time, its size and why it was made.

    \b
    Examples:
      curator restore
      curator restore --dry-run backups/library-20261122-101500.curator
      curator restore copy.curator --library watch.curator --json
    """
    if file is None:
        _list(library_path(library), as_json=as_json)
        return
    plan = restore_plan(library_path(library), file)
    lost = {"lost": {"steps": plan.lost, "from": plan.first_at, "to": plan.last_at}}
    if not as_json:
        _say(plan)
    if dry_run:
        if as_json:
            names = {"library": str(plan.library), "backup": str(file), "previous": ""}
            print_json(names | lost)
        return
    if not as_json and sys.stdin.isatty():
        click.confirm("Bring this copy back?", abort=True, err=True)
    report = restore_library(plan.library, file)
    if as_json:
        print_json(asdict(report) | lost)
    else:
        kept = f"; what was there is now {report.previous}" if report.previous else ""
        click.echo(f"{report.library} is now the copy {report.backup}{kept}.")


def _say(plan: RestorePlan) -> None:
    say(plan.words)
    for label in plan.labels:
        say(f"  {label}")


def _list(library: Path, *, as_json: bool) -> None:
    found = steps_behind(library)
    if as_json:
        print_json([_copy_json(copy, behind) for copy, behind in found])
        return
    if not found:
        click.echo(f"There are no copies of {library.name}. “curator backup” makes one.", err=True)
    for copy, behind in found:
        ago = "can’t be compared" if behind is None else f"{counted(behind, 'step')} behind"
        when, why = f"{copy.at.astimezone():%Y-%m-%d %H:%M}", copy.reason or "made by hand"
        click.echo(f"{copy.path}  {when}  {size_words(copy.bytes)}  {ago}  {why}")


def _copy_json(copy: Copy, behind: int | None) -> dict[str, object]:
    return {
        "path": str(copy.path),
        "at": copy.at.astimezone(UTC).isoformat(timespec="seconds"),
        "bytes": copy.bytes,
        "reason": copy.reason,
        "behind": behind,
    }
