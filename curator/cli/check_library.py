"""`curator check`: is the library whole, and is the work in it safe?"""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from curator.cli.import_digests import INCOMPLETE
from curator.cli.options import library_options, opened_to_read
from curator.cli.output import print_json, say
from curator.domain.measures import counted
from curator.workspace.backups import Copy
from curator.workspace.checking import check as check_library
from curator.workspace.checking import rebuild_index
from curator.workspace.standing import Standing
from curator.workspace.trust import Trust, trust
from curator.workspace.trust_facts import BAD, GOOD, NOTE, Fact

SIGNS = {GOOD: "  ", NOTE: "? ", BAD: "! "}
"""What stands before a fact: worth a look, or in need of somebody."""


@click.command("check")
@click.option("--rebuild", is_flag=True, help="Build the search index anew before the check.")
@library_options
def check(library: Path | None, as_json: bool, rebuild: bool) -> int:
    """Check the file, the history against the rows, and the search index against the texts.

    Then tell whether the work is safe: the last backup, the place of the library, what waits for
    a decision. A library that is damaged or can't be written is checked too.

    \b
    Examples:
      curator check
      curator check --rebuild
      curator check --library old.curator --json
    """
    with opened_to_read(library) as workspace:
        if rebuild:
            rebuild_index(workspace)
        report = check_library(workspace)
        found = trust(workspace)
    if as_json:
        told = {"verdict": found.verdict, "facts": [_fact_json(fact) for fact in found.facts]}
        print_json(asdict(report) | {"ok": report.ok} | standing_json(found.standing) | told)
        return 0 if report.ok else INCOMPLETE
    sizes = f"{counted(report.digests, 'digest')}, {counted(report.steps, 'step')}"
    click.echo(f"{report.library}: {sizes}.")
    for problem in report.problems:
        say(problem)
    _print_facts(found)
    found_words = f"{counted(len(report.problems), 'problem')} found."
    click.echo("All is well." if report.ok else found_words)
    return 0 if report.ok else INCOMPLETE


def standing_json(found: Standing) -> dict[str, object]:
    """What was measured, under the names that scripts rely on; times are UTC in ISO 8601."""
    place = found.place
    return {
        "last_backup": _copy_json(found.copy),
        "backups": {"count": found.copies, "bytes": found.copies_bytes},
        "steps_since_backup": found.steps_since,
        "last_check": _time(found.checked_at),
        "place": {
            "path": str(found.library),
            "kind": place.kind,
            "name": place.name,
            "safe": place.is_safe,
        },
        "open_conflicts": found.conflicts,
        "trash": found.trash,
        "drafts": found.drafts,
        "schema": ".".join(map(str, found.schema)),
        "journal": asdict(found.journal),
        "read_only": found.only_reads,
    }


def _copy_json(copy: Copy | None) -> dict[str, object] | None:
    if copy is None:
        return None
    made = _time(copy.at)  # a copy gets its name only after it was verified
    return {"path": str(copy.path), "at": made, "bytes": copy.bytes, "verified_at": made}


def _fact_json(fact: Fact) -> dict[str, str]:
    return {"id": fact.id, "title": fact.title, "state": fact.state, "words": fact.words}


def _time(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else ""


def _print_facts(found: Trust) -> None:
    width = max(len(fact.title) for fact in found.facts) + 2
    click.echo(found.verdict)
    for fact in found.facts:
        click.echo(f"{SIGNS[fact.state]}{fact.title:<{width}}{' '.join(fact.words.split())}")
