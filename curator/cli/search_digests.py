"""`curator search`: questions in the language of the search box."""

from pathlib import Path

import click

from curator.cli.options import WORDS, library_options, opened_to_read
from curator.cli.output import print_json, say
from curator.cli.search_rows import print_rows
from curator.domain.listing import SearchHit
from curator.domain.saved_search import SIGNALS
from curator.domain.text import visible
from curator.workspace.findings import settle_for
from curator.workspace.reading import question
from curator.workspace.reading import search as search_workspace
from curator.workspace.row_search import search_rows
from curator.workspace.saved_searches import search_named


@click.command("search")
@click.argument("query", type=WORDS, required=False)
@click.option("--saved", type=WORDS, help="The name of a saved search, in the place of QUERY.")
@click.option("--rows", is_flag=True, help="Find signals and other rows instead of digests.")
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    help="How many at most.",
)
@library_options
def search(
    query: str | None,
    saved: str | None,
    rows: bool,
    limit: int,
    library: Path | None,
    as_json: bool,
) -> None:
    """Find digests by QUERY, best first; the last word may be a beginning.

    Words stand anywhere in a digest, "phrases" as they are, and field:word in one field: title,
    summary, theme, keyword, signal, change, horizon, force, tag and more. There are also date,
    review, kind, relation, has:, links: and is:trashed; and, or, not and ( ) join them, and
    field:="words" asks for all that a field says. With --rows, words look at each row for itself,
    and the rows of the newest digests come first.

    \b
    Examples:
      curator search "land robots"
      curator search 'force:"battery prices" date:2024-08..2025-01 -review:done'
      curator search '(theme:energy or keyword:hydrogen) links:dangling' --limit 5 --json
      curator search --rows 'force:price kind:concern'
      curator search --saved "To read"
    """
    if (query is None) == (saved is None):
        raise click.UsageError("give either QUERY or --saved with the name of a search")
    with opened_to_read(library) as workspace:
        kept = search_named(workspace, saved) if saved is not None else None
        text = kept.text if kept else str(query)
        asked = question(text)
        for mistake in asked.mistakes:
            say(f"curator: {mistake.words}")
        settle_for(workspace, asked.query)
        if rows or (kept and kept.page == SIGNALS):
            print_rows(search_rows(workspace, text, limit), as_json=as_json)
        else:
            _print_digests(search_workspace(workspace, text, limit), as_json=as_json)


def _print_digests(hits: list[SearchHit], *, as_json: bool) -> None:
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
