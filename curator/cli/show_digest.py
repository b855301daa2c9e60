"""`curator show`: one digest with all its rows."""

from pathlib import Path

import click

from curator.cli.options import WORDS, library_options, opened_to_read
from curator.cli.output import for_eyes, print_json
from curator.domain.text import visible
from curator.domain.whole import WholeDigest
from curator.workspace.reading import digest_by_key, findings, markdown, targets, whole
from curator.workspace.workspace import Workspace


@click.command("show")
@click.argument("key", type=WORDS)
@library_options
def show(key: str, library: Path | None, as_json: bool) -> None:
    """Show one digest: as the Markdown that an export would write, or as JSON.

    \b
    Examples:
      curator show 6860a1a22c22dc8bdb8a95d66320925b
      curator show 6860a1a22c22dc8bdb8a95d66320925b --json
    """
    with opened_to_read(library) as workspace:
        digest = digest_by_key(workspace, key)
        if as_json:
            print_json(_as_json(workspace, whole(workspace, digest.id)))
            return
        click.echo(for_eyes(markdown(workspace, digest.id)))
        for finding in findings(workspace, digest.id):
            click.echo(visible(f"{key}:{finding.line}: {finding.message}"), err=True)


def _as_json(workspace: Workspace, record: WholeDigest) -> dict[str, object]:
    digest = record.digest
    found = targets(workspace, [link.target_key for link in record.closest])
    return {
        "key": digest.key,
        "title": digest.title,
        "origin": digest.origin,
        "origin_url": digest.origin_url,
        "source_url": digest.source_url,
        "date": digest.date,
        "category": digest.category,
        "type": digest.type,
        "summary": digest.summary,
        "keywords": [term.name for term in record.keywords],
        "themes": [term.name for term in record.themes],
        "signals": [
            {"kind": row.kind}
            | {name: getattr(row, name) for name in row.TEXT_FIELDS}
            | {"extra": dict(row.extra)}
            for row in record.signals
        ],
        "closest": [
            {
                "key": link.target_key,
                "title": link.title,
                "relation": link.relation,
                "tags": list(link.tags),
                "found": link.target_key in found,
            }
            for link in record.closest
        ],
        "review": digest.review,
        "findings": [
            {"line": finding.line, "message": finding.message}
            for finding in findings(workspace, digest.id)
        ],
    }
