"""A library with enough in it to be damaged in part: imported texts, edits, an undone step."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from curator.codec.reader import read
from curator.domain.conflict import Conflict
from curator.domain.listing import Listing
from curator.domain.whole import WholeDigest
from curator.library import history, integrity, queries
from curator.library.creation import create_library
from curator.library.library import Library
from curator.library.write import Write
from tests.builders import a_theme
from tests.digests import KEY_B, LAYOUT_A
from tests.library.deeds import listed, putting, removing, setting, whole_of

DIGESTS = 60


def text_of(number: int) -> str:
    """An imported text; each has its own title, words and closest link."""
    text = LAYOUT_A.replace("Harbours Learn to Charge Ships", f"Harbour {number}")
    text = text.replace("Charging arms at quay", f"Charging arm {number}").replace("ports", "quays")
    link = f"[Harbour {number + 1}]({key_of(number + 1)})"
    return text.replace(f"[Ferries on Batteries]({KEY_B})", link)


def key_of(number: int) -> str:
    """The key of that digest; it can't be told from its text."""
    return f"harbour{number:03}"


def stocked_file(folder: Path) -> Path:
    """A closed library: 60 digests of one import, then edits of some, and one that was undone."""
    path = folder / "scan.curator"
    create_library(path)
    with closing(Library.open(path)) as library:
        library.write(_arriving)
        for number in range(1, 11):
            digest = whole_of(library, number).digest
            library.write(setting(digest, f"Edit {number}", title=f"Mine {number}"))
        third = whole_of(library, 3)
        library.write(removing(third.signals[0], label="Delete a signal"))
        library.write(putting(a_theme("tides", digest_id=4), label="Add a theme"))
        library.write(_asking)
        library.write(setting(whole_of(library, 20).signals[0], "Undone", name="Not for long"))
        library.undo()
    return path


def _arriving(write: Write) -> str:
    pairs = []
    for number in range(1, DIGESTS + 1):
        text, key = text_of(number), key_of(number)
        whole = read(text, key=key).whole
        pairs.append((replace(whole, digest=replace(whole.digest, file_name=f"{key}.md")), text))
    write.arrive_many(pairs)
    return "Import 60 digests"


def _asking(write: Write) -> str:
    original_id = write.add_original(5, text_of(5) + "\nmore")
    write.put(Conflict(digest_id=5, original_id=original_id, path="in/harbour005.md"))
    return "Note 1 conflict of an import"


@pytest.fixture(scope="session")
def stocked_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library, to be copied."""
    return stocked_file(tmp_path_factory.mktemp("stock"))


@pytest.fixture
def stocked(tmp_path: Path, stocked_once: Path) -> Path:
    """A library of one's own to damage."""
    return Path(shutil.copyfile(stocked_once, tmp_path / "scan.curator"))


def contents(path: Path) -> dict[int, WholeDigest]:
    """All digests of a library, looked at without writing."""
    with closing(Library.view(path, "looked at")) as library, library.reading() as connection:
        ids = listed(connection, Listing())
        return {digest_id: queries.whole(connection, digest_id) for digest_id in ids}


def words(path: Path) -> dict[int, WholeDigest]:
    """The same without the ids of rows, which a row has anew where nothing knew its old one."""
    return {id_: _without_ids(whole) for id_, whole in contents(path).items()}


def _without_ids(whole: WholeDigest) -> WholeDigest:
    parts = ("themes", "keywords", "signals", "closest")
    rows: dict[str, Any] = {
        part: tuple(replace(row, id=0, position=0) for row in getattr(whole, part))
        for part in parts
    }
    return replace(whole, **rows)


def problems(path: Path) -> list[str]:
    """What the full check says of a library that can still be looked at."""
    with closing(Library.view(path, "looked at")) as library, library.reading() as connection:
        return integrity.check(connection)


def labels(path: Path) -> list[tuple[str, str]]:
    """The history, newest first: names of steps and whether they hold."""
    with closing(Library.view(path, "looked at")) as library, library.reading() as connection:
        return [(step.label, step.state) for step in history.steps(connection)]
