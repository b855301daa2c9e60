"""Questions that are given up when nobody waits for their answer any more."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from curator.domain.errors import Interrupted

_STEPS = 100_000
"""Steps of SQLite's machine, about a millisecond of them, after which it looks up from its work."""


class Stop:
    """Stops the questions that were handed it, from any thread: each raises `Interrupted`.

    SQLite's own interrupt reaches only a statement that runs at that moment, and one that comes
    between two of them is lost. So the question also looks itself: before it begins, while a
    statement runs, and when it ends. Once it has ended nothing reaches its connection any more,
    which is somebody else's then.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._is_asked = False
        self._at_work: list[sqlite3.Connection] = []

    @property
    def is_asked(self) -> bool:
        """Whether somebody has stopped it; that is for good."""
        return self._is_asked

    def now(self) -> None:
        """Stop what is at work, and all that would begin later."""
        with self._turn:
            self._is_asked = True
            for driver in self._at_work:
                driver.interrupt()

    def check(self) -> None:
        """What long work outside SQLite calls now and then.

        Raises:
            Interrupted: somebody has stopped it.
        """
        if self._is_asked:
            raise Interrupted("The question was given up.", "Ask it again.")

    @contextmanager
    def reaching(self, driver: sqlite3.Connection) -> Iterator[None]:
        """While this lasts, stopping reaches a connection.

        Raises:
            Interrupted: it was stopped before this began, or before it ended.
        """
        self.check()
        with self._turn:
            self._at_work.append(driver)
        driver.set_progress_handler(self._looks, _STEPS)
        try:
            yield
        finally:
            driver.set_progress_handler(None, 0)
            with self._turn:
                self._at_work.remove(driver)
        self.check()

    def _looks(self) -> bool:
        return self._is_asked
