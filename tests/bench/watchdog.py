"""Counts how often the window stood still, and where it was then.

A timer beats on the thread of the window. A second thread looks whether it still does: where a
beat is late by more than the limit, somebody at the keys would have noticed.
"""

import sys
import threading
import traceback
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

LIMIT = 0.1
"""Seconds without a beat that count as standing still."""
_BEAT = 5  # milliseconds
_LOOK = 0.02
_OURS = str(Path(__file__).resolve().parents[2] / "curator")


class Watchdog(QObject):
    """Watches from `begin` to `end`; `stalls` holds seconds and the innermost lines of ours."""

    def __init__(self, limit: float = LIMIT) -> None:
        super().__init__()
        self.stalls: list[tuple[float, str]] = []
        self._limit = limit
        self._where = ""
        self._last = perf_counter()
        self._window = threading.get_ident()
        self._ended = threading.Event()
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.timeout.connect(self._beat)
        self._looking = threading.Thread(target=self._look, daemon=True)

    def begin(self) -> None:
        """Watch from now on."""
        self._last = perf_counter()
        self._timer.start()
        self._looking.start()

    def end(self) -> None:
        """Watch no longer; what stands still right now counts."""
        self._beat()
        self._timer.stop()
        self._ended.set()
        self._looking.join()

    def words(self) -> str:
        """The longest, and where they were."""
        longest = sorted(self.stalls, reverse=True)[:5]
        return "; ".join(f"{seconds * 1_000:.0f} ms at {where}" for seconds, where in longest)

    def _beat(self) -> None:
        now = perf_counter()
        if now - self._last > self._limit:
            self.stalls.append((now - self._last, self._where or "a place that nobody saw"))
        self._where = ""
        self._last = now

    def _look(self) -> None:
        while not self._ended.wait(_LOOK):
            if perf_counter() - self._last > self._limit and not self._where:
                frame = sys._current_frames().get(self._window)  # noqa: SLF001  # there is no other way
                self._where = _ours(traceback.extract_stack(frame)) if frame else ""


def _ours(stack: Sequence[traceback.FrameSummary]) -> str:
    inner = [frame for frame in stack if frame.filename.startswith(_OURS)][-3:]
    return " > ".join(f"{Path(frame.filename).stem}.{frame.name}:{frame.lineno}" for frame in inner)
