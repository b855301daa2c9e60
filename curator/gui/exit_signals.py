"""SIGTERM, SIGINT and SIGHUP close the window as its own button does: what is typed is kept.

Python runs its handlers between two of its own lines, and while Qt waits there are none. So the
byte that the interpreter writes for each signal wakes Qt through a socket.
"""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtCore import Signal as QtSignal

NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class ExitSignals(QObject):
    """Listens from `install` to `remove`; a second signal ends the process at once.

    Signals:
        asked_to_end(): somebody wants this process to end.
    """

    asked_to_end = QtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ears, self._mouth = socket.socketpair()
        self._ears.setblocking(False)
        self._mouth.setblocking(False)
        self._notifier = QSocketNotifier(self._ears.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.setEnabled(False)
        self._notifier.activated.connect(self._wake)
        self._former_wakeup = -1
        self._former: dict[int, object] = {}

    def install(self) -> None:
        """Listen from now on; only the main thread may ask for it."""
        self._former_wakeup = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for name in NAMES:
            if number := getattr(signal, name, None):
                self._former[number] = signal.signal(number, _hear)
        self._notifier.setEnabled(True)

    def remove(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        for number, former in self._former.items():
            signal.signal(number, former)  # type: ignore[arg-type]  # what signal.signal returned
        self._former.clear()
        signal.set_wakeup_fd(self._former_wakeup)
        self._ears.close()
        self._mouth.close()

    def _wake(self) -> None:
        heard = self._ears.recv(64)
        if any(number in self._former for number in heard):
            for number in self._former:
                signal.signal(number, signal.SIG_DFL)
            self.asked_to_end.emit()


def _hear(_number: int, _frame: FrameType | None) -> None:
    """Nothing to do here: the byte in the socket does it."""
