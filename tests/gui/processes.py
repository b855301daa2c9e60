"""The program with its window in a process of its own, as a desktop starts it."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from curator.gui.handover import Handover
from curator.settings import state_folder

MAIN = "import sys; from curator.gui.application import main; sys.exit(main(sys.argv[1:]))"
DEADLINE = 30
"""Seconds after which a process counts as hanging."""

ACTING = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from curator.gui.application import main
from curator.gui.main_window import MainWindow

app = QApplication(sys.argv[:1])

def say(words):
    print(words, flush=True)

def act():
    window = next(w for w in app.topLevelWidgets() if isinstance(w, MainWindow))
    {act}

QTimer.singleShot(0, act)
sys.exit(main(sys.argv[1:]))
"""
"""A start of the program that does something of its own as soon as its window is there."""


class Process(subprocess.Popen[str]):
    """A start of the program; what it says can be waited for."""

    def __init__(self, code: str, arguments: Sequence[object]) -> None:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        super().__init__(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def hear(self) -> str:
        """The next line that it says."""
        assert self.stdout is not None
        assert select.select([self.stdout], [], [], DEADLINE)[0], "it says nothing"
        return self.stdout.readline().rstrip("\n")

    def end(self) -> tuple[int, str]:
        """Wait for its end; its exit code, and what it said on stderr."""
        _, said = self.communicate(timeout=DEADLINE)
        return self.returncode, said

    def kill_it(self) -> None:
        """End it without letting it say anything."""
        self.send_signal(signal.SIGKILL)
        self.communicate()


class Starts:
    """Starts the program; whatever still runs at the end of the test is killed."""

    def __init__(self) -> None:
        self._processes: list[Process] = []

    def start(self, *arguments: object) -> Process:
        """Start the program with these arguments."""
        return self.run(MAIN, *arguments)

    def act(self, deed: str, *arguments: object) -> Process:
        """Start the program, and do something in its window when it is there."""
        return self.run(ACTING.format(act="\n    ".join(deed.strip().splitlines())), *arguments)

    def run(self, code: str, *arguments: object) -> Process:
        """Start Python."""
        process = Process(code, arguments)
        self._processes.append(process)
        return process

    def shown(self, library: Path, *arguments: object) -> Process:
        """Start the program on `library`, and wait until its window answers."""
        process = self.start(library, *arguments)
        locks = state_folder() / "windows"
        while not any(_is_held(lock, process.pid) for lock in locks.glob("*.lock")):
            with suppress(subprocess.TimeoutExpired):
                raise AssertionError(process.communicate(timeout=0.05))
        taken = Handover(library).passed_on([])
        assert taken, process.communicate()
        return process

    def kill_all(self) -> None:
        """Leave no process behind."""
        for process in self._processes:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGCONT)
                process.kill_it()
            for stream in (process.stdout, process.stderr):
                if stream is not None:
                    stream.close()


def _is_held(lock: Path, pid: int) -> bool:
    """Whether a lock file names a process; it may go while we look."""
    with suppress(OSError):
        return lock.read_text(encoding="utf-8").startswith(f"{pid}\n")
    return False


@pytest.fixture
def starts(home: Path) -> Iterator[Starts]:
    """Starts of the program in the home of this test."""
    starts = Starts()
    yield starts
    starts.kill_all()
