"""`curator history`: what was done, by whom and when."""

from dataclasses import asdict
from pathlib import Path

import click

from curator.cli.options import WORDS, library_options, opened_to_read
from curator.cli.output import print_json
from curator.domain.text import visible
from curator.workspace.history import steps
from curator.workspace.reading import digest_by_key


@click.command("history")
@click.argument("key", required=False, type=WORDS)
@click.option(
    "--limit",
    type=click.IntRange(1, 100_000),
    default=200,
    show_default=True,
    help="How many at most.",
)
@library_options
def history(key: str | None, limit: int, library: Path | None, as_json: bool) -> None:
    """List the steps of the history, newest first; of one digest, or of the whole library.

    \b
    Examples:
      curator history
      curator history 6860a1a22c22dc8bdb8a95d66320925b --json
    """
    with opened_to_read(library) as workspace:
        digest_id = digest_by_key(workspace, key).id if key else 0
        found = steps(workspace, digest_id=digest_id, limit=limit)
    if as_json:
        listed = [asdict(step) for step in found]
        print_json([{k: v for k, v in step.items() if k != "items"} for step in listed])
        return
    for step in found:
        state = "" if step.state == "applied" else f"  ({step.state})"
        click.echo(visible(f"{step.id:>6}  {step.at}  {step.actor}  {step.label}{state}"))
