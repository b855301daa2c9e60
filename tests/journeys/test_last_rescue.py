"""When library and backups are gone, a curated export of everything is the second copy."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from curator.domain.link import RELATIONS
from curator.domain.listing import Listing
from curator.domain.review import REVIEWS
from curator.domain.whole import WholeDigest
from curator.library.write import Write
from curator.workspace.editing import set_digest_field, set_signal_field
from curator.workspace.reading import digest_ids, whole
from curator.workspace.reviewing import set_relation, set_review, set_tags
from curator.workspace.rows import add_signal, add_term, delete_links
from curator.workspace.workspace import Workspace


def curator(library: Path, *arguments: object) -> Any:
    """One call of the program, a process of its own; what it prints as JSON."""
    command = [sys.executable, "-m", "curator", *map(str, arguments), "--json"]
    environment = os.environ | {"CURATOR_LIBRARY": str(library)}
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def judge(write: Write, wholes: list[WholeDigest]) -> str:
    """Months of work: each digest judged, each link related and some tagged, many rows edited."""
    relations, states = cycle(("", *RELATIONS)), cycle(REVIEWS)
    for number, record in enumerate(wholes):
        digest_id = record.digest.id
        set_review(write, [digest_id], next(states))
        for place, link in enumerate(record.closest):
            set_relation(write, [link.id], next(relations))
            if (number + place) % 5 == 0:
                set_tags(write, link.id, f"robots, tag {place}, “quoted | piped”")
        if number % 3 == 0:
            set_digest_field(write, digest_id, "summary", f"Said anew, {number}: *a* | b\\c.")
            add_term(write, digest_id, "theme", f"theme of {number}")
            add_signal(write, digest_id, "signal", name=f"Signal {number} | piped")
        if number % 4 == 0 and record.signals:
            set_signal_field(write, record.signals[0].id, "change", "from a <b> to `c`")
        if number % 7 == 0 and len(record.closest) > 1:
            delete_links(write, [record.closest[-1].id])
    return "Months of work"


def contents(workspace: Workspace) -> dict[str, WholeDigest]:
    """Every digest by its key, without the numbers that only this file gave."""
    found = (whole(workspace, number) for number in digest_ids(workspace, Listing()))
    return {record.digest.key: _without_numbers(record) for record in found}


def _without_numbers(record: WholeDigest) -> WholeDigest:
    def bare(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(row, id=0, digest_id=0, position=0) for row in rows)

    return WholeDigest(
        replace(record.digest, id=0, original_id=0),
        themes=bare(record.themes),
        keywords=bare(record.keywords),
        signals=bare(record.signals),
        closest=bare(record.closest),
    )


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.md")}


@pytest.fixture
def worked(corpus: Path, tmp_path: Path) -> Path:
    """A library of all digests with months of work in it."""
    path = tmp_path / "lost" / "watch.curator"
    curator(path, "import", corpus / "digests")
    workspace = Workspace.open(path, create=False)
    wholes = [whole(workspace, number) for number in digest_ids(workspace, Listing())]
    workspace.do(judge, wholes)
    workspace.close()
    return path


def test_a_curated_export_brings_everything_back(worked: Path, tmp_path: Path) -> None:
    rescued, curated = tmp_path / "new" / "watch.curator", tmp_path / "curated"
    assert curator(worked, "export", "--layout", "curated", "--to", curated)["written"] == 104
    report = curator(rescued, "import", curated)
    assert (report["new"], report["conflict"], report["broken"]) == (104, [], [])

    before, after = (Workspace.open(path, create=False) for path in (worked, rescued))
    lost, found = contents(before), contents(after)
    before.close()
    after.close()
    assert found.keys() == lost.keys()
    assert [key for key in lost if found[key] != lost[key]] == []
    assert {record.digest.review for record in found.values()} == set(REVIEWS)

    for path, name in ((worked, "first"), (rescued, "second")):
        curator(path, "export", "--layout", "faithful", "--to", tmp_path / name)
    assert texts(tmp_path / "first") == texts(tmp_path / "second")
