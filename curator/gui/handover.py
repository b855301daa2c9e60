"""One window per library: a second start hands its files to the first, which comes to the front.

Who shows a library holds a lock file that names its process; the system tells when that process is
gone, so a lock that was left behind is no obstacle. Beside it lies a socket that takes the paths of
files, for this account only. Whatever else comes through it is ignored.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from curator.domain.errors import Busy, CuratorError
from curator.files import private_folder
from curator.settings import account_name, state_folder

LARGEST = 64_000
"""Bytes of a message."""
PATIENCE = 1_000
"""Milliseconds for a connection, and for a message to come whole."""
ANSWER_WITHIN = 3_000
"""Milliseconds for the answer of a window, which may be drawing just then."""
START_WITHIN = 20_000
"""Milliseconds for a window to appear whose process has the lock and is about to open it."""

PRIVATE = 0o600
_TAKEN = b"taken\n"
_LONGEST_NAME = 100  # bytes; the system takes a little more for the path of a socket


class Handover(QObject):
    """The claim of this process to be the one that shows a library.

    Signals:
        files_arrived(list[Path]): another start wants the window in front, and these imported.
    """

    files_arrived = QtSignal(list)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = hashlib.sha256(f"{account_name()}\0{library.resolve()}".encode("utf-8", "replace"))
        stem = name.hexdigest()[:12]
        folder = state_folder() / "windows"
        self._folder = folder
        self._lock_path = folder / f"{stem}.lock"
        self._lock = QLockFile(str(self._lock_path))
        self._lock.setStaleLockTime(0)  # a window may be open for weeks
        socket = str(folder / f"{stem}.socket")
        fits = sys.platform != "win32" and len(socket.encode()) <= _LONGEST_NAME
        self._name = socket if fits else f"curator-{stem}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self, patience: int = 0) -> bool:
        """Whether this process is now the one; waits up to `patience` milliseconds.

        A folder that takes no lock file stops nobody: then each start has its own window.
        """
        if self._lock.isLocked():
            return True
        try:
            private_folder(self._folder)
        except OSError:
            return True
        if self._lock.tryLock(patience):
            with suppress(OSError):
                self._lock_path.chmod(PRIVATE)  # Qt makes it readable for everybody
            QLocalServer.removeServer(self._name)  # what a process left that was killed
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Take messages from now on; called when the window is there to answer."""
        self._server.listen(self._name)

    def leave(self) -> None:
        """Take no more messages; the next start has the library for itself."""
        self._server.close()
        for visit in self.findChildren(_Visit):
            visit.hang_up()
        self._lock.unlock()

    def passed_on(self, files: Sequence[Path]) -> bool:
        """Whether another window took the files; False where there is none, and the claim is ours.

        Raises:
            Busy: there is a window, and it does not answer.
            CuratorError: there are too many files for one message.
        """
        message = json.dumps({"files": [str(path) for path in files]}).encode() + b"\n"
        if len(message) > LARGEST:
            raise CuratorError("These are too many files at once.", "Import their folder instead.")
        deadline = QDeadlineTimer(START_WITHIN)
        while not self.claim(50):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(PATIENCE):
                if _is_taken(socket, message):
                    return True
                if self.claim(PATIENCE):  # it was just closing
                    return False
                raise self._refusal()
            if deadline.hasExpired():
                raise self._refusal()
        return False

    def _refusal(self) -> Busy:
        """Who has the library and does not answer, in words."""
        pid, *_ = self._lock.getLockInfo()
        whose = f" (process {pid})" if pid else ""
        return Busy(
            f"Curator shows this library already{whose}, but that window does not answer.",
            "Wait a moment and start again; if it still hangs, end that process first.",
        )

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self)


class _Visit(QObject):
    """One connection of another start, until its message came whole or it took too long.

    It owns its socket: one that is destroyed while it is open says so while it is half gone, and
    by then nobody may listen any more.
    """

    def __init__(self, socket: QLocalSocket, handover: Handover) -> None:
        super().__init__(handover)
        socket.setParent(self)
        self._socket = socket
        self._handover = handover
        self._heard = b""
        self._end = QTimer(self, singleShot=True, interval=PATIENCE)
        self._end.timeout.connect(self._give_up)
        self._end.start()
        socket.disconnected.connect(self.deleteLater)
        socket.readyRead.connect(self._read)
        self._read()

    def _read(self) -> None:
        self._heard += self._socket.read(LARGEST + 1 - len(self._heard)).data()
        line, end, _ = self._heard.partition(b"\n")
        if end:
            self._answer(line)
        elif len(self._heard) > LARGEST:
            self._socket.abort()

    def hang_up(self) -> None:
        """End now, whatever was said; a socket must not be destroyed while it is open."""
        self._end.stop()
        self._socket.abort()

    def _give_up(self) -> None:
        self._socket.abort()

    def _answer(self, line: bytes) -> None:
        self._socket.readyRead.disconnect(self._read)
        files = _files(line)
        if files is None:
            self._socket.abort()
            return
        self._socket.write(_TAKEN)
        self._socket.flush()  # the other side hangs up when it has read that
        self._handover.files_arrived.emit(files)


def _files(line: bytes) -> list[Path] | None:
    """The paths that a message names; None where it is no message of ours."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    names = told.get("files") if isinstance(told, dict) else None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    paths = [Path(name) for name in names if "\0" not in name]
    return [path for path in paths if path.is_absolute()]


def _is_taken(socket: QLocalSocket, message: bytes) -> bool:
    socket.write(message)
    socket.flush()
    heard = b""
    deadline = QDeadlineTimer(ANSWER_WITHIN)
    while not heard.endswith(b"\n") and socket.waitForReadyRead(max(1, deadline.remainingTime())):
        heard += socket.readAll().data()
    return heard == _TAKEN
