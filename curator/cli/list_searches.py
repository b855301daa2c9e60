"""`curator searches`: the saved searches of a library."""

from pathlib import Path

import click

from curator.cli.options import library_options, opened_to_read
from curator.cli.output import print_json, say
from curator.domain.measures import counted
from curator.domain.saved_search import SIGNALS
from curator.domain.text import visible
from curator.workspace.findings import settle_for
from curator.workspace.reading import question
from curator.workspace.saved_searches import all_searches, count, mistakes


@click.command("searches")
@library_options
def searches(library: Path | None, as_json: bool) -> None:
    """List the saved searches, each with how many digests or rows it lists now.

    \b
    Examples:
      curator searches
      curator search --saved "To read"
    """
    with opened_to_read(library) as workspace:
        kept = all_searches(workspace)
        for search in kept:
            settle_for(workspace, question(search.text).query)
        found = [(search, count(workspace, search)) for search in kept]
    for search, _number in found:
        for mistake in mistakes(search):
            say(f"curator: {search.name}: {mistake.words}")
    if as_json:
        print_json(
            [
                {"name": s.name, "text": s.text, "page": s.page, "count": number}
                for s, number in found
            ]
        )
        return
    for search, number in found:
        noun = "row" if search.page == SIGNALS else "digest"
        click.echo(visible(f"{search.name}  ({counted(number, noun)})\n    {search.text}"))
