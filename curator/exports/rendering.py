"""The preview, made in a process of its own that can be stopped at any moment.

No text may freeze the window or fill the memory, and Markdown is slow on hostile text. So a child
process renders: it has a clock, a limit of memory, no open file of ours, and while it renders it
can open none. What it can't do in time is shown as it is written.
"""

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import NamedTuple

from curator.exports.html import LONGEST, TOO_LONG, as_written, to_html

if sys.platform != "win32":  # which has no such limits; there the clock has to do
    import resource

LIMIT = 2.0
"""Seconds that one text may take."""
START = 30.0
"""Seconds that a child may take to begin, on a machine that is busy with other things."""
MEMORY = 1 << 30
"""Bytes of addresses for the child; a large digest needs an eighth of it."""
_SAMPLE = "# a\n\n| b | c |\n|:--|--:|\n| [d](e) | *f* &amp; `g` |\n\n1. h\n\n> i\n\n    j\n"
"""Renders with every part of the renderer, so that nothing has to be loaded later."""
_READY = b"ready"

TOO_SLOW = "The text takes too long to be shown as a page."
TOO_HUNGRY = "The text takes too much memory to be shown as a page."
GAVE_UP = "The text could not be made into a page."
NO_CHILD = "The text can't be shown as a page now; the program that makes pages did not start."


class _Child(NamedTuple):
    pid: int
    process: SpawnProcess
    line: Connection


class Renderer:
    """Renders one text after the other in one child process, from any thread.

    The child is started by the first call, which so takes longer; call from a background lane.
    After a text that it could not do, the next call gets a new one.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._child: _Child | None = None
        self._closed = False

    def render(self, text: str) -> str:
        """HTML that is safe to show, within two seconds: the page, or the text as it is written
        with a note that says why."""
        if len(text) > LONGEST:
            return as_written(text, TOO_LONG)
        with self._turn:
            self._drop_dead()
            note = GAVE_UP
            try:
                line = self._line()
                if line is None:
                    return as_written(text, NO_CHILD)
                line.send_bytes(text.encode("utf-8", "replace"))
                if line.poll(LIMIT):
                    return line.recv_bytes().decode("utf-8")
                note = TOO_SLOW
            except (OSError, EOFError):
                pass  # the child is gone: the text was too much for it, or it was closed
            self._end()
            return as_written(text, note)

    def close(self) -> None:
        """End the child at once, also in the middle of a text; no other is started."""
        self._closed = True
        child = self._child
        if child is not None:
            with suppress(ValueError):  # it ended meanwhile
                child.process.kill()
        with self._turn:
            self._end()

    @property
    def pid(self) -> int:
        """The process that renders, or 0 while there is none."""
        child = self._child
        return 0 if child is None else child.pid

    def _line(self) -> Connection | None:
        """The line to a child that waits for work; None where none can be had."""
        if self._child is None and not self._closed:
            self._start()
        if self._child is None or self._closed:
            self._end()
            return None
        return self._child.line

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), name="preview", daemon=True)
        try:
            process.start()
        except OSError:  # no more processes, or no memory for one
            ours.close()
            return
        finally:
            theirs.close()
        self._child = _Child(process.pid or 0, process, ours)
        with suppress(OSError, EOFError):
            if not self._closed and ours.poll(START) and ours.recv_bytes() == _READY:
                return
        self._end()

    def _drop_dead(self) -> None:
        if self._child is not None and not self._child.process.is_alive():
            self._end()

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.process.kill()
            child.process.join()
            child.process.close()
            child.line.close()


def serve(line: Connection) -> None:
    """What the child does: answer texts until the other end of the line is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for the program that asks
    to_html(_SAMPLE)
    _limit_memory()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, suppress(EOFError, OSError):
        line.send_bytes(_READY)
        while True:
            text = line.recv_bytes().decode("utf-8")
            # The one who asks may be killed while he waits; then nobody else ends a long text.
            faulthandler.dump_traceback_later(2 * LIMIT, exit=True, file=nowhere)
            with _no_new_files():
                page = _rendered(text)
            line.send_bytes(page.encode("utf-8"))
            faulthandler.cancel_dump_traceback_later()


def _rendered(text: str) -> str:
    try:
        return to_html(text)
    except MemoryError:
        return as_written(text, TOO_HUNGRY)


def _limit_memory() -> None:
    if sys.platform != "win32":
        with suppress(ValueError, OSError):  # macOS knows the limit and refuses to set it
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@contextmanager
def _no_new_files() -> Iterator[None]:
    """Whatever the renderer might be talked into, it opens neither a file nor a connection."""
    if sys.platform == "win32":
        yield
        return
    before, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (before, most))
