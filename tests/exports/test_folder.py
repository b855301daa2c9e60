"""An export folder never loses what somebody else wrote into it."""

from pathlib import Path

import pytest

from curator.domain.errors import CuratorError
from curator.exports.folder import CONFLICT, MANIFEST, SAME, WRITTEN, ExportFolder


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


def test_a_file_that_was_changed_since_is_left_alone(tmp_path: Path) -> None:
    exported(tmp_path, "a.md", b"one")
    (tmp_path / "a.md").write_bytes(b"changed by hand")
    assert exported(tmp_path, "a.md", b"two") == CONFLICT
    assert (tmp_path / "a.md").read_bytes() == b"changed by hand"


def test_after_a_crash_between_files_the_rest_is_still_ours(tmp_path: Path) -> None:
    exported(tmp_path, "a.md", b"one")
    crashed = ExportFolder(tmp_path)
    crashed.announce([("a.md", b"two"), ("b.md", b"new")])
    assert crashed.put("a.md", b"two") == WRITTEN
    assert exported(tmp_path, "a.md", b"three") == WRITTEN
    assert exported(tmp_path, "b.md", b"new") == WRITTEN


def test_a_link_to_elsewhere_is_not_followed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "out", tmp_path / "secret.txt"
    folder.mkdir()
    elsewhere.write_bytes(b"secret")
    (folder / "a.md").symlink_to(elsewhere)
    assert exported(folder, "a.md", b"text") == CONFLICT
    assert elsewhere.read_bytes() == b"secret"


@pytest.mark.parametrize("name", ["../a.md", "sub/a.md", "/a.md", ".."])
def test_a_name_that_leaves_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    assert exported(folder, name, b"text") == CONFLICT
    assert sorted(path.name for path in tmp_path.rglob("*")) == [MANIFEST, "out"]


@pytest.mark.parametrize("damage", [b"", b"[]", b"{}", b"\xff", b'{"files": 3}'])
def test_a_damaged_manifest_is_named_and_nothing_is_written(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / MANIFEST).write_bytes(damage)
    with pytest.raises(CuratorError, match=MANIFEST):
        ExportFolder(tmp_path)


def test_a_place_that_is_no_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(CuratorError, match="can't be made"):
        ExportFolder(tmp_path / "out")
