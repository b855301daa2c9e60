"""An export folder never loses what somebody else wrote into it."""

import hashlib
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from curator.domain.errors import CuratorError
from curator.exports.folder import ANNOUNCED, CONFLICT, MANIFEST, SAME, WRITTEN, ExportFolder

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def exported(folder: Path, name: str, data: bytes) -> str:
    """What becomes of one file in a whole export."""
    target = ExportFolder(folder)
    target.announce([(name, data)])
    verdict = target.put(name, data)
    target.finish()
    return verdict


def test_a_second_export_writes_only_what_differs(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    assert exported(folder, "a.md", b"one") == WRITTEN
    assert exported(folder, "a.md", b"one") == SAME
    assert exported(folder, "a.md", b"two") == WRITTEN
    assert (folder / "a.md").read_bytes() == b"two"


def test_a_foreign_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"mine")
    assert exported(tmp_path, "a.md", b"theirs") == CONFLICT
    assert exported(tmp_path, "a.md", b"theirs") == CONFLICT
    assert (tmp_path / "a.md").read_bytes() == b"mine"


def test_a_foreign_file_that_says_the_same_is_taken_as_ours(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"text")
    assert exported(tmp_path, "a.md", b"text") == SAME
    assert exported(tmp_path, "a.md", b"text, edited") == WRITTEN


@pytest.mark.fault("F45")
def test_a_file_that_was_changed_since_is_left_alone(tmp_path: Path) -> None:
    exported(tmp_path, "a.md", b"one")
    (tmp_path / "a.md").write_bytes(b"changed by hand")
    assert exported(tmp_path, "a.md", b"two") == CONFLICT
    assert (tmp_path / "a.md").read_bytes() == b"changed by hand"


def test_after_a_crash_between_files_the_rest_is_still_ours(tmp_path: Path) -> None:
    exported(tmp_path, "a.md", b"one")
    crashed = ExportFolder(tmp_path)
    crashed.announce([("a.md", b"two")])
    crashed.announce([("a.md", b"two"), ("b.md", b"new")])
    assert crashed.put("a.md", b"two") == WRITTEN
    assert len((tmp_path / ANNOUNCED).read_bytes().splitlines()) == 2
    assert exported(tmp_path, "a.md", b"three") == WRITTEN
    assert exported(tmp_path, "b.md", b"new") == WRITTEN
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "a.md", "b.md"]


def test_an_announcement_that_was_cut_off_counts_for_nothing(tmp_path: Path) -> None:
    ExportFolder(tmp_path).announce([("a.md", b"one"), ("b.md", b"two")])
    announced = (tmp_path / ANNOUNCED).read_bytes()
    (tmp_path / ANNOUNCED).write_bytes(announced[:-2])
    for name, data, verdict in (("a.md", b"one", WRITTEN), ("b.md", b"two", CONFLICT)):
        (tmp_path / name).write_bytes(data)
        assert exported(tmp_path, name, b"three") == verdict


@pytest.mark.fault("F27")
@pytest.mark.parametrize("damage", [b"one\n", b"ab [\n", b'\xff "a.md"\n'])
def test_damaged_announcements_are_named_and_nothing_is_written(
    tmp_path: Path, damage: bytes
) -> None:
    (tmp_path / ANNOUNCED).write_bytes(damage)
    with pytest.raises(CuratorError, match=ANNOUNCED):
        ExportFolder(tmp_path)


@on_posix
@pytest.mark.fault("F28")
def test_announcements_go_nowhere_else(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    target = ExportFolder(folder)
    (folder / ANNOUNCED).symlink_to(elsewhere)
    with pytest.raises(OSError, match="symbolic links"):
        target.announce([("a.md", b"one")])
    assert not elsewhere.exists()
    with pytest.raises(CuratorError, match=ANNOUNCED):
        ExportFolder(folder)


@pytest.mark.fault("F28")
@pytest.mark.fault("F28")
def test_a_link_to_elsewhere_is_not_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "secret.txt"
    folder.mkdir()
    elsewhere.write_bytes(b"secret")
    (folder / "a.md").symlink_to(elsewhere)
    assert exported(folder, "a.md", b"text") == CONFLICT
    assert elsewhere.read_bytes() == b"secret"


@pytest.mark.fault("F27")
@pytest.mark.parametrize("name", ["../a.md", "sub/a.md", "/a.md", ".."])
@pytest.mark.fault("F27")
def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    assert exported(folder, name, b"text") == CONFLICT
    assert sorted(path.name for path in tmp_path.rglob("*")) == [MANIFEST, "out"]


@pytest.mark.fault("F27")
@pytest.mark.parametrize(
    "damage",
    [
        *(b"", b"[]", b"{}", b"\xff", b'{"files": 3}', b'{"files": {"a.md": 3}}', b"7"),
        b'{"files": ' + b"[" * 100_000,
    ],
    ids=lambda damage: damage[:20].decode("latin-1"),
)
def test_a_damaged_manifest_is_named_and_nothing_is_written(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(damage)
    with pytest.raises(CuratorError, match=MANIFEST):
        ExportFolder(tmp_path)


@pytest.mark.fault("F27")
def test_a_manifest_can_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "out", tmp_path / "outside.md"
    folder.mkdir()
    outside.write_bytes(b"mine")
    known = {
        name: [hashlib.sha256(b"mine").hexdigest()] for name in ("../outside.md", str(outside))
    }
    (folder / MANIFEST).write_text(json.dumps({"curator": 1, "files": known}))
    for name in known:
        assert exported(folder, name, b"theirs") == CONFLICT
    assert exported(folder, "a.md", b"text") == WRITTEN
    assert outside.read_bytes() == b"mine"
    assert sorted(path.name for path in folder.iterdir()) == [MANIFEST, "a.md"]


@pytest.mark.fault("F27")
def test_a_manifest_without_end_is_not_read_into_memory(tmp_path: Path) -> None:
    with (tmp_path / MANIFEST).open("wb") as stream:
        stream.truncate(1 << 40)
    with pytest.raises(CuratorError, match="can't be read"):
        ExportFolder(tmp_path)


def test_a_huge_foreign_file_is_left_alone_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as stream:
        stream.truncate(1 << 40)
    assert exported(tmp_path, "a.md", b"text") == CONFLICT
    assert (tmp_path / "a.md").stat().st_size == 1 << 40


@on_posix
@pytest.mark.fault("F28")
@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "dangling link", "circle"])
def test_what_is_no_file_is_neither_opened_nor_replaced(tmp_path: Path, kind: str) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    for name in ("a.md", MANIFEST):
        folder.mkdir(exist_ok=True)
        place = folder / name
        if kind == "pipe":
            os.mkfifo(place)
        elif kind == "folder":
            place.mkdir()
        else:
            place.symlink_to(place if kind == "circle" else elsewhere)
        if kind == "link":
            elsewhere.write_bytes(b'{"files": {}}')
    with pytest.raises(CuratorError, match="can't be read"):
        ExportFolder(folder)
    shutil.rmtree(folder / MANIFEST) if kind == "folder" else (folder / MANIFEST).unlink()
    before = (folder / "a.md").lstat()
    assert exported(folder, "a.md", b"text") == CONFLICT
    assert (folder / "a.md").lstat() == before
    assert elsewhere.exists() == (kind == "link")


@on_posix
def test_a_folder_that_is_chosen_through_a_link_gets_the_files(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "way").symlink_to(tmp_path / "real")
    assert exported(tmp_path / "way", "a.md", b"text") == WRITTEN
    assert (tmp_path / "real" / "a.md").read_bytes() == b"text"


def test_a_place_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(CuratorError, match="can't be made"):
        ExportFolder(tmp_path / "out")
