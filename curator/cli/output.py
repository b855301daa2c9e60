"""How answers are printed: JSON for programs, plain lines for people."""

import json
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from curator.domain.changes import Changes
from curator.domain.pace import Pace
from curator.domain.text import visible
from curator.workspace.history import step_lines
from curator.workspace.importing import Progress as Report

_LINE_BREAKS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def print_json(value: object) -> None:
    """Print one JSON value."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def for_eyes(text: str) -> str:
    """Text for standard output: as it is for programs and files; on a terminal with the marks
    by name that nobody sees, and that could write over what stands there."""
    if not sys.stdout.isatty():
        return text
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))


def say(message: str) -> None:
    """Print a message on stderr, as one line: names and labels of strangers may hold marks that
    nobody sees, or that write over what stands there."""
    click.echo(visible(_LINE_BREAKS.sub(" ", message)), err=True)


def changes_json(changes: Changes) -> dict[str, object]:
    """`Changes` as JSON: the step, its name, and each record before and after."""
    return {
        "step": changes.step_id,
        "label": changes.label,
        "changes": [
            {
                "kind": item.kind,
                "id": item.id,
                "digest": item.digest_id,
                "before": asdict(item.before) if item.before else None,
                "after": asdict(item.after) if item.after else None,
            }
            for item in changes.items
        ],
    }


def print_changes(changes: Changes, *, as_json: bool, verb: str = "") -> None:
    """Print what a deed changed, cell by cell; `verb` says that it was undone or done again."""
    if as_json:
        print_json(changes_json(changes))
        return
    if changes.is_empty:
        click.echo("Nothing changed.")
        return
    click.echo(visible(f"{verb}{changes.label} ({changes.summary()})"))
    lines = step_lines(tuple(item for item in changes.items if not item.wholesale))
    for line in lines[:20]:
        click.echo(f"  {line.what}: {_cell(line.before)} → {_cell(line.after)}")
    if len(lines) > 20:
        click.echo(f"  … and {len(lines) - 20:,} more")


def _cell(text: str) -> str:
    return visible(" ".join(text.split())) or "—"


@contextmanager
def progress_bar(title: str) -> Iterator[Report | None]:
    """A progress bar on stderr; None where that is no terminal, so that nothing is drawn."""
    console = Console(stderr=True)
    if not console.is_terminal or not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn(title), BarColumn(), TextColumn("{task.description}"))
    pace = Pace()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def report(done: int, total: int, _what: str) -> None:
            words = pace.words(done, total)
            bar.update(task, completed=done, total=total, description=words)

        yield report
