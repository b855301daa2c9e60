"""Rows of the ledger that `curator search --rows` finds, printed."""

import click

from curator.cli.output import print_json
from curator.domain.text import visible
from curator.workspace.row_search import RowHit

_FIELDS = ("kind", "name", "change", "horizon", "driving_force")


def print_rows(hits: list[RowHit], *, as_json: bool) -> None:
    """Print rows: the key and title of the digest, the row, and the field that holds the hit."""
    if as_json:
        print_json([_row(hit) for hit in hits])
        return
    for hit in hits:
        row = hit.row.signal
        said = getattr(row, hit.field, "") if hit.field not in ("", "name", "extra") else ""
        told = f"\n    {hit.field}: {' '.join(said.split())}" if said else ""
        name = row.name or row.description or f"empty {row.kind}"
        click.echo(visible(f"{hit.row.digest.key}  {row.kind}: {' '.join(name.split())}{told}"))


def _row(hit: RowHit) -> dict[str, str]:
    digest = {"key": hit.row.digest.key, "title": hit.row.digest.title}
    row = {name: str(getattr(hit.row.signal, name)) for name in _FIELDS}
    return digest | row | {"field": hit.field}
