"""`curator repair`: a damaged library made whole again."""

from dataclasses import asdict
from pathlib import Path

import click

from curator.cli.import_digests import INCOMPLETE
from curator.cli.options import library_options, library_path
from curator.cli.output import print_json, say
from curator.domain.measures import counted
from curator.workspace.checking import RepairReport
from curator.workspace.checking import repair as repair_library


@click.command("repair")
@library_options
def repair(library: Path | None, as_json: bool) -> int:
    """Save all that can be read of a damaged library into a new one that takes its place.

    The damaged file is kept beside it. A sound library is left as it is.

    \b
    Examples:
      curator repair
      curator repair --library watch.curator --json
    """
    report = repair_library(library_path(library))
    if as_json:
        print_json(_as_json(report))
    elif not report.needed:
        click.echo(f"{report.library} is sound: there is nothing to repair.")
    else:
        _print(report)
    return 0 if report.ok else INCOMPLETE


def _as_json(report: RepairReport) -> dict[str, object]:
    counts = {"saved": dict(report.saved), "lost": dict(report.lost)}
    return asdict(report) | counts | {"needed": report.needed, "ok": report.ok}


def _print(report: RepairReport) -> None:
    click.echo(f"Repaired {report.library}; the damaged file is now {report.damaged}.")
    click.echo(f"Saved: {_words(report.saved)}.")
    if report.put_back:
        click.echo(f"{report.put_back:,} of them from the history or from imported texts.")
    if report.lost:
        click.echo(f"Lost: {_words(report.lost)}.", err=True)
    for sentence in (*report.notes, *report.problems):
        say(sentence)
    if report.rest:
        click.echo(f"What no library can hold stands in {report.rest}.")
    if report.lost and report.backup:
        click.echo(f"The newest backup may have it: {report.backup}")
    left = counted(len(report.problems), "problem")
    click.echo(f"Checked again: {left} left." if report.problems else "Checked again: all is well.")


def _words(counts: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{count:,} {name}{'' if count == 1 else 's'}" for name, count in counts)
