"""Which file is a library, and how a new one gets its name."""

import errno
import os
import sqlite3
import sys
import tempfile
from pathlib import Path

import pytest

from curator.domain.errors import LibraryError, NoSpace, NotALibrary, ReadOnly
from curator.library import sqlite_file
from tests.library import damage


def test_a_header_that_is_cut_off_is_no_library(path: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.curator"
    cut.write_bytes(path.read_bytes()[:50])
    with pytest.raises(NotALibrary):
        sqlite_file.require_library(cut)
    sqlite_file.require_library(path)
    with sqlite_file.looking(path) as connection:
        assert sqlite_file.version_in(connection) == sqlite_file.VERSION


def test_what_may_not_be_read_or_written_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sqlite_file.require_writable(path)
    # The one who runs the tests may be root, who may read and write everything.
    monkeypatch.setattr(os, "access", lambda place, _mode: place != path.parent)
    with pytest.raises(ReadOnly, match=f"{path.parent} can’t be written"):
        sqlite_file.require_writable(path)
    monkeypatch.setattr(os, "access", lambda _place, mode: mode != os.R_OK)
    with pytest.raises(ReadOnly, match="may not be read"):
        sqlite_file.require_library(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.curator")
    with pytest.raises(NotALibrary, match="is no file"):
        sqlite_file.require_library(tmp_path / "pipe.curator")


def test_a_folder_that_takes_no_file_is_named(path: Path) -> None:
    with pytest.raises(ReadOnly, match="takes no new file"):
        sqlite_file.private_file(path / "in a file" / "scan.curator")


def test_a_full_disk_and_a_long_name_are_not_called_permissions(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(LibraryError, match="is too long"):
        sqlite_file.private_file(path.with_name(f"{'n' * 250}.curator"))

    def full(**_wishes: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    with pytest.raises(NoSpace, match=r"no space left for scan\.curator"):
        sqlite_file.private_file(path)


def test_a_library_is_where_the_link_to_it_leads(path: Path) -> None:
    link = path.parent / "links" / "mine.curator"
    link.parent.mkdir()
    link.symlink_to(path)
    assert sqlite_file.real_path(link) == path
    assert sqlite_file.real_path(path) == path


def test_who_a_library_is_can_be_unknown(path: Path, tmp_path: Path) -> None:
    assert len(sqlite_file.library_id(path, frozen=True)) == 32
    damage.rewritten(path, "DELETE FROM setting WHERE name = 'library_id'")
    assert not sqlite_file.library_id(path, frozen=True)
    damage.rewritten(path, "DROP TABLE setting")
    assert not sqlite_file.library_id(path, frozen=True)
    with pytest.raises(sqlite3.OperationalError):
        sqlite_file.library_id(tmp_path / "gone.curator", frozen=False)


@pytest.mark.parametrize("links", [True, False])
def test_a_finished_file_never_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("this stick knows no links")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "scan.curator"
    for content in ("first", "second"):
        finished = sqlite_file.private_file(target)
        finished.write_text(content)
        assert sqlite_file.publish(finished, target) is (content == "first")
        assert finished.exists() is (content == "second")
    assert target.read_text() == "first"
