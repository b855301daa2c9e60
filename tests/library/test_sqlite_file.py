"""Which file is a library, and how a new one gets its name."""

import os
import sys
from pathlib import Path

import pytest

from curator.domain.errors import NotALibrary, ReadOnly
from curator.library import sqlite_file


def test_a_header_that_is_cut_off_is_no_library(path: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.curator"
    cut.write_bytes(path.read_bytes()[:50])
    with pytest.raises(NotALibrary):
        sqlite_file.require_library(cut)
    sqlite_file.require_library(path)
    assert sqlite_file.version_of(path) == sqlite_file.VERSION


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
