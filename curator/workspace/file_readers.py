"""Files read by processes of their own, so that an import uses all that the machine has.

A process that reads is started afresh ("spawn"), knows the library by nothing but the numbers of
its files, and ends when its line to the program does: also when that was killed. One that dies
costs nothing but time: its files are read here. Where none can be had, all are.
"""

import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue

from curator.workspace.inbox import Identity
from curator.workspace.incoming import Asked, Incoming, read_files

MANY = 300
"""Files from which on it pays to start processes."""
MOST = 4
"""Processes; the one that writes could not follow more."""
PART = 50
"""Files that a process reads before it answers."""
_AHEAD = 4
"""Parts for each process that are asked for before they are taken."""
_GLANCE = 0.1
"""Seconds between two looks at whether somebody wants to stop."""
_END = 2.0
"""Seconds that a process may take to end when it is told to."""
_MOST_DEATHS = 4
"""After as many no other process is started: here is something that none survives."""

Own = frozenset[Identity]
Look = Callable[[], None]
"""Called again and again while files are waited for; raises to stop."""


class _Reader:
    """One process that reads; `own` are the files that nobody may open."""

    def __init__(self, own: Own) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(
            target=serve, args=(theirs, own), name="reader", daemon=True
        )
        with theirs:
            self._process.start()

    def read(self, part: Sequence[Asked]) -> list[Incoming]:
        """What these files hold, or the first of them.

        Raises:
            OSError, EOFError: the process is gone.
        """
        self._line.send_bytes(pickle.dumps([tuple(asked) for asked in part], protocol=5))
        answer: list[Incoming] = pickle.loads(self._line.recv_bytes())  # noqa: S301  # our own child
        return answer

    def stop(self) -> None:
        """End the process at once; whoever waits for it learns that it is gone."""
        self._process.kill()

    def close(self) -> None:
        """Let the process end, and forget it."""
        self._line.close()
        self._process.join(_END)
        self._process.kill()
        self._process.join()
        self._process.close()


class _Readers:
    """Some processes that read, each with a thread that waits for it."""

    def __init__(self, count: int, own: Own) -> None:
        self.ahead = _AHEAD * count
        self._own = own
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reader")
        self._idle: SimpleQueue[_Reader | None] = SimpleQueue()
        for _ in range(count):
            self._idle.put(None)  # is started when there is something to read
        self._alive: set[_Reader] = set()
        self._deaths = 0
        self._closing = False

    def read(self, part: Sequence[Asked]) -> Future[list[Incoming]]:
        """What these files hold, or the first of them; nothing where nobody could read them."""
        return self._threads.submit(self._read, part)

    def close(self, *, at_once: bool) -> None:
        """End them all; `at_once` also in the middle of a part."""
        self._closing = True
        for reader in tuple(self._alive) if at_once else ():
            reader.stop()
        self._threads.shutdown(cancel_futures=True)
        for reader in self._alive:
            reader.close()

    def _read(self, part: Sequence[Asked]) -> list[Incoming]:
        reader = self._idle.get()
        try:
            reader = reader or self._started()
            return reader.read(part) if reader else []
        except (OSError, EOFError):
            self._deaths += 1
            self._forget(reader)
            reader = None
            return []
        finally:
            self._idle.put(reader)

    def _started(self) -> _Reader | None:
        if self._closing or self._deaths >= _MOST_DEATHS:
            return None
        reader = _Reader(self._own)
        self._alive.add(reader)
        return reader

    def _forget(self, reader: _Reader | None) -> None:
        if reader:
            self._alive.discard(reader)
            reader.close()


def read_in_order(
    asked: Iterable[Asked], own: Own, look: Look, processes: int
) -> Generator[list[Incoming], None, None]:
    """What the files hold, some at a time, in the order in which they are asked for."""
    if not processes:
        for one in asked:
            look()
            yield list(read_files([one], own))
        return
    readers = _Readers(processes, own)
    done = False
    try:
        yield from _read_ahead(readers, asked, own, look)
        done = True
    finally:
        readers.close(at_once=not done)


def processes_for(files: int) -> int:
    """How many processes are worth starting for so many files; 0 to read them here."""
    if files < MANY or multiprocessing.current_process().daemon:  # which may have no children
        return 0
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(cores, MOST) if cores > 1 else 0


def _read_ahead(
    readers: _Readers, asked: Iterable[Asked], own: Own, look: Look
) -> Iterator[list[Incoming]]:
    source = iter(asked)
    waiting: deque[tuple[list[Asked], Future[list[Incoming]]]] = deque()
    while True:
        while len(waiting) < readers.ahead and (part := list(islice(source, PART))):
            waiting.append((part, readers.read(part)))
        if not waiting:
            return
        part, answer = waiting.popleft()
        while not wait([answer], _GLANCE).done:
            look()
        look()
        found = answer.result() or list(read_files(part, own))
        if rest := part[len(found) :]:
            waiting.appendleft((rest, readers.read(rest)))
        yield found


def serve(line: Connection, own: Own) -> None:
    """What the process does: answer until the other end of the line is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for the program that asks
    with line, suppress(EOFError, OSError):
        while True:
            asked = [Asked(*one) for one in pickle.loads(line.recv_bytes())]  # noqa: S301
            line.send_bytes(pickle.dumps(_read(asked, own), protocol=5))


def _read(part: Sequence[Asked], own: Own) -> list[Incoming]:
    """As many as can be read; what is a mistake of ours, or too large, shows where it is asked."""
    found: list[Incoming] = []
    with suppress(Exception):
        found.extend(read_files(part, own))
    return found
