"""Two starts on one library end in one window."""

import json
import signal
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from curator.domain.errors import CuratorError
from curator.domain.listing import Listing
from curator.gui.handover import LARGEST, Handover
from curator.settings import state_folder
from curator.workspace import reading
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, LAYOUT_A
from tests.gui.processes import Starts, starts

__all__ = ["starts"]  # a fixture


def count(library: Path) -> int:
    """How many digests a library has, asked while a window has it open."""
    workspace = Workspace.open(library, create=False)
    try:
        return len(reading.digest_ids(workspace, Listing()))
    finally:
        workspace.close()


def test_what_a_window_keeps_is_for_this_account_only(library: Path) -> None:
    handover = Handover(library)
    assert handover.claim()
    (lock,) = (state_folder() / "windows").iterdir()
    assert stat.S_IMODE(lock.stat().st_mode) == 0o600
    assert stat.S_IMODE(lock.parent.stat().st_mode) == 0o700
    handover.leave()


@pytest.mark.fault("F8")
def test_a_second_start_hands_its_files_to_the_first_window(
    starts: Starts, library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    third = tmp_path / "third.md"
    third.write_text(LAYOUT_A.replace("Harbours", "Third Harbours"), encoding="utf-8")
    first = starts.shown(library)
    assert starts.start(library, third).end() == (0, "")
    qtbot.waitUntil(lambda: count(library) == 3, timeout=20_000)
    first.send_signal(signal.SIGTERM)
    assert first.end()[0] == 0


@pytest.mark.fault("F8")
def test_two_starts_at_the_same_moment_end_in_one_window(
    starts: Starts, library: Path, qtbot: QtBot
) -> None:
    pair = [starts.start(library), starts.start(library)]
    qtbot.waitUntil(lambda: any(start.poll() is not None for start in pair), timeout=30_000)
    (window,) = [start for start in pair if start.poll() is None]
    (other,) = [start for start in pair if start is not window]
    assert other.end() == (0, "")
    assert Handover(library).passed_on([])
    window.send_signal(signal.SIGTERM)
    assert window.end()[0] == 0


@pytest.mark.fault("F9")
def test_what_a_killed_window_left_behind_is_no_obstacle(starts: Starts, library: Path) -> None:
    starts.shown(library).kill_it()
    left = {path.suffix for path in (state_folder() / "windows").iterdir()}
    assert left == {".lock", ".socket"}
    second = starts.shown(library)
    second.send_signal(signal.SIGTERM)
    assert second.end()[0] == 0


def test_a_window_that_hangs_is_named_by_its_process(starts: Starts, library: Path) -> None:
    first = starts.shown(library)
    first.send_signal(signal.SIGSTOP)
    code, said = starts.start(library).end()
    assert code == 2
    assert f"(process {first.pid})" in said
    assert len(said.strip().splitlines()) == 1


def test_one_library_by_two_names_has_one_window(starts: Starts, library: Path) -> None:
    link = library.parent / "link.curator"
    link.symlink_to(library)
    starts.shown(library)
    assert starts.start(link).end() == (0, "")
    assert starts.start(library.parent / "digests" / ".." / library.name).end() == (0, "")


def test_the_socket_is_for_its_owner_only(library: Path, qtbot: QtBot) -> None:
    first = Handover(library)
    assert first.claim()
    first.listen()
    (socket,) = (state_folder() / "windows").glob("*.socket")
    assert stat.S_IMODE(socket.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
    first.leave()
    assert not socket.exists()


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\n",
        b"\xff\xfe\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"[" * 50_000 + b"\n",
        b'{"files": "/etc/passwd"}\n',
        b'{"files": [1, null]}\n',
        b'{"paths": []}\n',
        b"x" * (LARGEST + 10),
        json.dumps({"files": ["/x"] * 20_000}).encode() + b"\n",
    ],
    ids=range(10),
)
def test_garbage_and_long_messages_are_ignored(library: Path, qtbot: QtBot, message: bytes) -> None:
    first = Handover(library)
    assert first.claim()
    first.listen()
    arrived: list[list[Path]] = []
    first.files_arrived.connect(arrived.append)
    (path,) = (state_folder() / "windows").glob("*.socket")
    socket = QLocalSocket()
    socket.connectToServer(str(path))
    assert socket.waitForConnected(5_000)
    with qtbot.waitSignal(socket.disconnected, timeout=5_000):
        socket.write(message)
        socket.flush()
    assert socket.readAll().data() == b""
    assert arrived == []
    first.leave()


def test_paths_that_are_not_whole_are_left_out(library: Path, qtbot: QtBot) -> None:
    first = Handover(library)
    assert first.claim()
    first.listen()
    (path,) = (state_folder() / "windows").glob("*.socket")
    socket = QLocalSocket()
    socket.connectToServer(str(path))
    assert socket.waitForConnected(5_000)
    with qtbot.waitSignal(first.files_arrived, timeout=5_000) as told:
        socket.write(json.dumps({"files": ["here.md", "/a/\0b", f"/{KEY_A}.md"]}).encode() + b"\n")
        socket.flush()
    assert told.args == [[Path(f"/{KEY_A}.md")]]
    qtbot.waitUntil(lambda: socket.readAll().data() == b"taken\n")
    first.leave()


def test_the_next_claim_holds_once_the_first_was_given_up(library: Path, qtbot: QtBot) -> None:
    first, second = Handover(library), Handover(library)
    assert first.claim()
    assert first.claim()  # it is its own already
    assert not second.claim()
    first.leave()
    assert not second.passed_on([])
    assert second.claim()
    second.leave()


def test_more_files_than_a_message_takes_are_refused_in_words(library: Path, qtbot: QtBot) -> None:
    with pytest.raises(CuratorError, match="Import their folder"):
        Handover(library).passed_on([Path(f"/digests/{number}.md") for number in range(9_000)])


def test_a_folder_that_takes_no_lock_stops_nobody(
    library: Path, home: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (home / "blocked").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("CURATOR_STATE", str(home / "blocked"))
    assert not Handover(library).passed_on([])


def test_where_the_path_is_too_long_for_a_socket_another_place_serves(
    library: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("CURATOR_STATE", str(home / ("long" * 30)))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = set(Path(QDir.tempPath()).glob("curator-*"))
    first = Handover(library)
    assert first.claim()
    first.listen()
    (path,) = set(Path(QDir.tempPath()).glob("curator-*")) - before
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    socket = QLocalSocket()
    socket.connectToServer(str(path))
    with qtbot.waitSignal(first.files_arrived, timeout=5_000):
        socket.write(b'{"files": []}\n')
        socket.flush()
    first.leave()
