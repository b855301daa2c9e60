"""`curator set`: one edit."""

from pathlib import Path

import click

from curator.cli.options import WORDS, library_options, opened
from curator.cli.output import print_changes
from curator.workspace.fields import set_field
from curator.workspace.reading import digest_by_key


@click.command("set", context_settings={"ignore_unknown_options": True})
@click.argument("key", type=WORDS)
@click.argument("field", type=WORDS)
@click.argument("value", type=WORDS)
@library_options
def set_(key: str, field: str, value: str, library: Path | None, as_json: bool) -> None:
    """Change one field of a digest; fields are named as in “show”, rows count from 0.

    \b
    Examples:
      curator set KEY title "Land robots"
      curator set KEY review done
      curator set KEY themes.1 "Defence industry"
      curator set KEY signals.0.change "Adoption of land robots"
      curator set KEY closest.2.relation supports
      curator set KEY closest.2.tags "drones, policy"
    """
    with opened(library) as workspace:
        digest = digest_by_key(workspace, key)
        changes = workspace.do(set_field, digest.id, field, value)
    print_changes(changes, as_json=as_json)
