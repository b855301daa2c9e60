"""The same for all that is more than one file: exports, backups, repairs, upgrades, drafts."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from curator.exports.folder import MANIFEST
from curator.failpoints import KILL
from curator.library import sqlite_file
from curator.workspace import backups
from curator.workspace.workspace import Workspace
from tests.faults.children import KILLED, Nursery
from tests.faults.states import is_sound_copy, seen_again, take_all_back
from tests.faults.stories import LIBRARY
from tests.faults.test_matrix import (
    EVERY_ACTION,
    Model,
    every,
    named,
    require_known_end,
    require_tidy,
)
from tests.library.deeds import break_page

PUBLISHING = [
    *((name, 1) for name in named("export", "file")),
    *((name, 3) for name in named("file")),
    ("export.placed", 3),
]
OLD_LIBRARY = Path(__file__).parent.parent / "library" / "old_files" / "0001.curator"
BEFORE_THE_MOVE = ("restore.checked", "restore.copied", "repair.copied", "repair.salvaged",
                   "repair.checked")  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    """What was published in a folder."""
    if not folder.exists():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == ".md"}


def strays(folder: Path) -> list[str]:
    """Hidden files, which only unfinished work leaves."""
    return [path.name for path in folder.rglob(".*") if path.name != MANIFEST]


@pytest.mark.fault("F3")
@EVERY_ACTION
@pytest.mark.parametrize("older", [False, True], ids=["empty folder", "older export"])
@pytest.mark.parametrize(("name", "turn"), PUBLISHING)
def test_an_export(  # noqa: PLR0917  # three of them are its table
    name: str,
    turn: int,
    older: bool,
    action: str,
    stock: Path,
    published: Path,
    tmp_path: Path,
    nursery: Nursery,
    model: Model,
) -> None:
    desk = Path(shutil.copytree(published if older else stock, tmp_path / "desk"))
    old = contents(desk / "out")
    ending = nursery.live("publish", desk, failpoint=f"{name}={action}@{turn}")
    require_known_end(ending, action)
    half = contents(desk / "out")
    again = nursery.live("publish", desk)
    new = contents(desk / "out")
    assert again.code == 0
    assert again.all("done")[0][2] == []
    assert all(data in (old.get(file), new[file]) for file, data in half.items())
    assert half.keys() >= old.keys()
    assert len(new) == 12
    assert sorted(json.loads((desk / "out" / MANIFEST).read_bytes())["files"]) == sorted(new)
    assert seen_again(desk / LIBRARY) == model("edit")[-1 if older else 0]
    assert strays(desk / "out") == []
    require_tidy(desk, nursery, "out")


@pytest.mark.fault("F6")
@EVERY_ACTION
@every("backup")
def test_a_backup(name: str, action: str, desk: Path, nursery: Nursery, model: Model) -> None:
    first = Path(nursery.live("back_up", desk).all("done")[0][0])
    good = first.read_bytes()
    nursery.live("do_deeds", desk, deeds="edit")
    ending = nursery.live("back_up", desk, failpoint=f"{name}={action}")
    if name == "backup.thinned" and action != KILL:
        assert (ending.code, ending.done) == (0, 1)  # the copy is made; old ones can go next time
    else:
        require_known_end(ending, action)
    assert first.read_bytes() == good
    assert seen_again(desk / LIBRARY) == model("edit")[-1]
    copies = backups.copies(desk / LIBRARY)
    assert first in [copy.path for copy in copies]
    assert all(is_sound_copy(copy.path) for copy in copies)
    again = nursery.live("back_up", desk)
    newest = Path(again.all("done")[0][0])
    assert seen_again(Path(shutil.copy(newest, desk / "proof.curator"))) == model("edit")[-1]
    assert first.read_bytes() == good
    assert strays(first.parent) == []
    require_tidy(desk, nursery, "proof.curator")


@EVERY_ACTION
@every("restore")
def test_bringing_a_copy_back(
    name: str, action: str, desk: Path, nursery: Nursery, model: Model
) -> None:
    copy = nursery.live("back_up", desk).all("done")[0][0]
    nursery.live("do_deeds", desk, deeds="edit")
    older, newer = model("edit")[0], model("edit")[-1]
    ending = nursery.live("restore", desk, failpoint=f"{name}={action}", copy=copy)
    require_known_end(ending, action)
    Workspace.open(desk / LIBRARY).close()  # as the window does: it would make a missing one
    found = seen_again(desk / LIBRARY)
    assert found in ((newer,) if name in BEFORE_THE_MOVE else (older, newer))
    again = nursery.live("restore", desk, copy=copy)
    assert (again.code, again.said) == (0, "")
    assert seen_again(desk / LIBRARY) == older
    others = [path for path in desk.rglob("*.curator") if path.name != LIBRARY]
    assert newer in [seen_again(Path(shutil.copy(path, desk / "proof"))) for path in others]
    assert strays(desk) == []


@EVERY_ACTION
@every("repair")
def test_a_repair(name: str, action: str, desk: Path, nursery: Nursery) -> None:
    path = desk / LIBRARY
    break_page(path, "link")
    damaged = path.read_bytes()
    ending = nursery.live("repair", desk, failpoint=f"{name}={action}")
    require_known_end(ending, action)
    if name in BEFORE_THE_MOVE:
        assert path.read_bytes() == damaged
    assert path.read_bytes() == damaged or is_sound_copy(path)
    again = nursery.live("repair", desk)
    assert (again.code, again.said) == (0, "")
    state = seen_again(path)
    assert len(state.records[0]) == 12
    kept = [other for other in desk.rglob("*.curator*") if other != path]
    assert damaged in [other.read_bytes() for other in kept]
    assert strays(desk) == []
    take_all_back(path)


@pytest.mark.fault("F4")
@EVERY_ACTION
@every("migration")
def test_an_upgrade(name: str, action: str, tmp_path: Path, nursery: Nursery) -> None:
    path = Path(shutil.copy(OLD_LIBRARY, tmp_path / LIBRARY))
    model = seen_again(Path(shutil.copy(OLD_LIBRARY, tmp_path / "model.curator")))
    ending = nursery.live("do_deeds", tmp_path, failpoint=f"{name}={action}", deeds="undo")
    require_known_end(ending, action)
    assert ending.all("opened") == []
    assert version(path) in (1 << 16, sqlite_file.VERSION)
    copies = [copy.path for copy in backups.copies(path)]
    assert len(copies) == 1
    assert is_sound_copy(copies[0])
    assert version(copies[0]) == 1 << 16
    assert seen_again(path) == model
    take_all_back(path)
    assert strays(tmp_path) == []


def version(path: Path) -> int:
    """What a file says that it is, asked by nobody who would bring it up to date."""
    connection = sqlite3.connect(path)
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(number)


@EVERY_ACTION
@every("draft")
def test_a_draft(name: str, action: str, desk: Path, nursery: Nursery, model: Model) -> None:
    ending = nursery.live("keep_draft", desk, failpoint=f"{name}={action}@2")
    if action == KILL:
        assert ending.code == KILLED
    assert ending.said == ""
    left = nursery.live("drafts_left", desk)
    assert (left.code, left.said) == (0, "")
    assert left.all("draft") in ([["first words"]], [["second words"]])
    assert seen_again(desk / LIBRARY) == model("edit")[0]
