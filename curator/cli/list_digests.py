"""`curator list`: the digests of a library."""

from pathlib import Path

import click

from curator.cli.options import library_options, opened_to_read
from curator.cli.output import print_json
from curator.domain.listing import VIEWS, Listing
from curator.domain.text import visible
from curator.workspace.reading import cards, digest_ids


@click.command("list")
@click.option(
    "--view", type=click.Choice(VIEWS), default=VIEWS[0], show_default=True, help="Which of them."
)
@library_options
def list_(view: str, library: Path | None, as_json: bool) -> None:
    """List the digests, newest first.

    \b
    Examples:
      curator list
      curator list --view "to do" --json
    """
    with opened_to_read(library) as workspace:
        found = cards(workspace, digest_ids(workspace, Listing(view)))
    if as_json:
        print_json(
            [
                {
                    "key": card.key,
                    "title": card.title,
                    "date": card.date,
                    "review": card.review,
                    "signals": card.signals,
                    "themes": list(card.themes),
                }
                for card in found
            ]
        )
        return
    for card in found:
        line = f"{card.key}  {card.date:<10}  {card.review:<11}  {card.title}"
        click.echo(visible(line))
