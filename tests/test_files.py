"""Files are the old ones or the new ones, never half."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from curator import files
from curator.failpoints import VARIABLE
from curator.files import sweep, synced, write_behind, write_whole


def test_a_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    synced(tmp_path)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_was_there_stays_when_the_new_text_can_not_be_put(tmp_path: Path) -> None:
    folder_in_the_way = tmp_path / "digest.md"
    folder_in_the_way.mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(folder_in_the_way, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["digest.md"]


def test_what_a_killed_process_left_is_swept_and_nothing_else(
    tmp_path: Path, repository: Path
) -> None:
    path = tmp_path / "digest.md"
    path.write_bytes(b"old")
    writing = f"import pathlib, curator.files as f; f.write_whole(pathlib.Path({str(path)!r}), b'')"
    struck = dict(os.environ) | {VARIABLE: "file.written=kill"}
    child = subprocess.run([sys.executable, "-c", writing], cwd=repository, env=struck, check=False)
    assert child.returncode == -signal.SIGKILL
    (left,) = tmp_path.glob(".curator-*.part")
    own = left.name.split("-")
    at_work = "-".join((*own[:2], str(os.getpid()), own[3]))
    elsewhere = "-".join((own[0], "elsewhere", *own[2:]))
    for name in (at_work, elsewhere):
        (tmp_path / name).touch()
    assert sweep(tmp_path) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"digest.md", at_work, elsewhere}
    assert path.read_bytes() == b"old"


def test_what_is_added_stands_behind_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "list"
    write_behind(path, b"one\n")
    write_behind(path, b"two\n")
    assert path.read_bytes() == b"one\ntwo\n"
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_can_not_be_added_whole_is_not_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list"
    write_behind(path, b"one\n")
    monkeypatch.setenv(VARIABLE, "file.written=full")
    with pytest.raises(OSError, match="space"):
        write_behind(path, b"two\n")
    assert path.read_bytes() == b"one\n"


def test_a_folder_is_not_synced_where_that_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(os, "open", lambda place, _flags: opened.append(place))
    monkeypatch.setattr(files, "ON_WINDOWS", True)
    files.synced(tmp_path)
    assert opened == []
