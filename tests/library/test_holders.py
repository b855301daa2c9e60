"""Who has a library open, and who died with it open."""

import json
import platform
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from curator.domain.errors import Busy
from curator.library import holders
from curator.library.library import Library
from tests.library.deeds import arriving

STAY = """
import sys
from pathlib import Path
from curator.library.library import Library
library = Library.open(Path(sys.argv[1]), role="the window of Curator")
print("open", flush=True)
sys.stdin.read()
library.close()
"""


@contextmanager
def opened_elsewhere(path: Path, repository: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the library open until the end of the story."""
    with subprocess.Popen(
        [sys.executable, "-c", STAY, str(path)],
        cwd=repository,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield other
        other.kill()


@pytest.mark.fault("F8")
def test_another_process_is_named_until_it_closes(path: Path, repository: Path) -> None:
    with opened_elsewhere(path, repository) as other:
        (holder,) = holders.others(path)
        assert holder.pid == other.pid
        assert holder.words.startswith(f"the window of Curator (process {other.pid}, since ")
        other.communicate("")
        assert holders.others(path) == []
        assert holders.left_behind(path) == []


@pytest.mark.fault("F8")
def test_who_waits_in_vain_is_told_for_whom(path: Path, repository: Path) -> None:
    with (
        opened_elsewhere(path, repository) as other,
        closing(Library.open(path, patience=0.01)) as library,
        closing(sqlite3.connect(path)) as writer,
    ):
        writer.execute("BEGIN IMMEDIATE")
        holder = rf"the window of Curator \(process {other.pid}, since .*\)"
        words = rf"Another program is writing to scan.curator; {holder} has it open"
        with pytest.raises(Busy, match=words):
            library.write(arriving())


@pytest.mark.fault("F9")
def test_a_process_that_was_killed_is_known_as_such(path: Path, repository: Path) -> None:
    with opened_elsewhere(path, repository) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert holders.others(path) == []
        (mark,) = holders.left_behind(path)
        with closing(Library.open(path)) as library:
            assert library.file.ended_badly
            assert not mark.exists()
        with closing(Library.open(path)) as library:
            assert not library.file.ended_badly


def test_ones_own_process_is_no_other(path: Path) -> None:
    with closing(Library.open(path)):
        assert holders.others(path) == []
        assert holders.left_behind(path) == []


def test_a_mark_of_a_recycled_process_number_is_stale(path: Path) -> None:
    presence = holders.enter(path, holders.COMMAND)
    (mark,) = path.parent.glob(".*.open")
    mark.write_text(json.dumps(json.loads(mark.read_text()) | {"started": 1.0}))
    assert holders.left_behind(path) == [mark]
    presence.leave()


def test_a_process_on_another_host_counts_for_a_day(path: Path) -> None:
    presence = holders.enter(path, holders.WINDOW)
    (mark,) = path.parent.glob(".*.open")
    told = json.loads(mark.read_text()) | {"host": "elsewhere", "pid": 1, "since": "early"}
    mark.write_text(json.dumps(told))
    assert [other.words for other in holders.others(path)] == [
        "the window of Curator on elsewhere (process 1)"
    ]
    presence.leave()
    assert platform.node() != "elsewhere"


def test_a_mark_of_yesterday_from_another_host_is_forgotten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    presence = holders.enter(path, holders.WINDOW)
    (mark,) = path.parent.glob(".*.open")
    mark.write_text(json.dumps(json.loads(mark.read_text()) | {"host": "elsewhere", "pid": 1}))
    monkeypatch.setattr(holders, "FORGOTTEN", -1)
    assert holders.others(path) == []
    assert holders.left_behind(path) == []
    presence.leave()


def test_a_mark_that_was_never_written_to_its_end_counts_once_its_process_is_gone(
    path: Path,
) -> None:
    half = path.with_name(f".{path.name}.1-abc.open")
    half.write_text("{")
    gone = path.with_name(f".{path.name}.4999999-abc.open")
    gone.write_text("{")
    assert holders.left_behind(path) == [gone]
    assert holders.others(path) == []


def test_a_folder_that_takes_no_mark_has_none(tmp_path: Path) -> None:
    nowhere = tmp_path / "gone" / "scan.curator"
    holders.enter(nowhere, holders.COMMAND).leave()
    assert holders.others(nowhere) == []
    assert holders.left_behind(nowhere) == []


def test_several_who_have_it_open_are_all_named(path: Path, repository: Path) -> None:
    with (
        opened_elsewhere(path, repository),
        opened_elsewhere(path, repository),
        closing(Library.open(path, patience=0.01)) as library,
        closing(sqlite3.connect(path)) as writer,
    ):
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match=r"\) and the window .* have it open"):
            library.write(arriving())
