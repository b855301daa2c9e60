"""`curator search`: full text."""

from pathlib import Path

import click

from curator.cli.options import WORDS, library_options, opened_to_read
from curator.cli.output import print_json
from curator.domain.text import visible
from curator.workspace.reading import search as search_workspace


@click.command("search")
@click.argument("query", type=WORDS)
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    help="How many at most.",
)
@library_options
def search(query: str, limit: int, library: Path | None, as_json: bool) -> None:
    """Find digests that hold all words of QUERY, best first; the last word may be a beginning.

    \b
    Examples:
      curator search "land robots"
      curator search microsubscr --limit 5 --json
    """
    with opened_to_read(library) as workspace:
        hits = search_workspace(workspace, query, limit)
    if as_json:
        print_json(
            [
                {"key": hit.key, "title": hit.title, "field": hit.field, "snippet": hit.snippet}
                for hit in hits
            ]
        )
        return
    for hit in hits:
        line = f"{hit.key}  {hit.title}\n    {hit.field}: {' '.join(hit.snippet.split())}"
        click.echo(visible(line))
