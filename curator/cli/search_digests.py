"""`curator search`: questions in the language of the search box."""

from pathlib import Path

import click

from curator.cli.options import WORDS, library_options, opened_to_read
from curator.cli.output import print_json, say
from curator.domain.text import visible
from curator.workspace.findings import settle_for
from curator.workspace.reading import question
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
    """Find digests by QUERY, best first; the last word may be a beginning.

    Words stand anywhere in a digest, "phrases" as they are, and field:word in one field: title,
    summary, theme, keyword, signal, change, horizon, force, tag and more. There are also date,
    review, kind, relation, has:, links: and is:trashed; and, or, not and ( ) join them, and
    field:="words" asks for all that a field says.

    \b
    Examples:
      curator search "land robots"
      curator search 'force:"battery prices" date:2024-08..2025-01 -review:done'
      curator search '(theme:energy or keyword:hydrogen) links:dangling' --limit 5 --json
    """
    asked = question(query)
    for mistake in asked.mistakes:
        say(f"curator: {mistake.words}")
    with opened_to_read(library) as workspace:
        settle_for(workspace, asked.query)
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
