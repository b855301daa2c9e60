"""Work that must not hold up the window: a serial lane for the library, a free lane for the rest,
and a quick lane for what somebody waits for.

A task is a plain function `task(progress, cancelled) -> value`. It never sees a widget; what it
returns or raises reaches the caller through the signals of a `Job`, on the thread of the window.
"""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer
from PySide6.QtCore import Signal as QtSignal
from shiboken6 import isValid

from curator.domain.errors import CuratorError
from curator.workspace.stopping import Stop

Progress = Callable[[int, int, str], None]
Cancelled = Callable[[], bool]
Task = Callable[[Progress, Cancelled], object]

BUSY_AFTER = 400
"""Milliseconds before a running job is worth a sign: shorter ones only flicker."""

LANE_WIDTH = 2
"""Tasks that run beside each other on the free lane, and on the quick one."""

PATIENCE = 60
"""Milliseconds that the window stands still for an answer that is nearly always there by then.
That is too short to be felt, and what follows can be done in the same turn: a list that came
later would be seen to change a second time, and the next key would meet the old one."""


def task_of(deed: Callable[[], object]) -> Task:
    """A task that tells no progress and can't be stopped half way."""

    def run(_progress: Progress, _cancelled: Cancelled) -> object:
        return deed()

    return run


class Job(QObject):
    """One running task, held by whoever waits for it; its signals arrive on the main thread.

    One of `succeeded`, `failed` and `crashed` is emitted, then `ended`; a job that was cancelled
    before it began only ends. `failed` carries a known error, `crashed` a bug. `became_long`
    comes once, when the task still runs after 0.4 s. `stop` reaches the question to the library
    that the task asks, so that cancelling ends it at once.
    """

    progressed = QtSignal(int, int, str)
    became_long = QtSignal()
    succeeded = QtSignal(object)
    failed = QtSignal(object)
    crashed = QtSignal(object)
    ended = QtSignal()
    _reported = QtSignal()

    def __init__(self, parent: QObject | None = None, stop: Stop | None = None) -> None:
        super().__init__(parent)
        self._stop = stop or Stop()
        self._outcome: tuple[str, object] = ("dropped", None)
        self._is_over = False
        self._is_reported = Event()
        self._last = (0, 0, "")
        self._patience = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._patience.timeout.connect(self._say_it_takes_long)
        self.progressed.connect(self._remember, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._patience.start()

    @property
    def last_progress(self) -> tuple[int, int, str]:
        """Done, total and what, as last reported; total 0 where it is not known."""
        return self._last

    def cancel(self) -> None:
        """Ask the task to stop at its next safe point; what was done until then is its report."""
        self._stop.now()

    def is_cancelled(self) -> bool:
        """Whether somebody asked for it; read by the task, on its own thread."""
        return self._stop.is_asked

    def report(self, outcome: str, value: object) -> None:
        """Tell how it ended; called once, from the thread of the task."""
        self._outcome = outcome, value
        self._reported.emit()
        self._is_reported.set()  # the last thing: whoever waits may let go of the job

    def wait(self, milliseconds: int) -> None:
        """Stand still until the task has ended, but no longer than that; its signals are emitted
        now where it has, and in a later turn where it has not."""
        if self._is_reported.wait(milliseconds / 1000):
            self._finish()

    def _remember(self, done: int, total: int, what: str) -> None:
        self._last = (done, total, what)

    def _say_it_takes_long(self) -> None:
        self.became_long.emit()

    def _finish(self) -> None:
        if self._is_over:
            return
        self._is_over = True
        outcome, value = self._outcome
        self._patience.stop()
        told = {"value": self.succeeded, "known": self.failed, "bug": self.crashed}
        if outcome in told:
            told[outcome].emit(value)
        self.ended.emit()


class _Run(QRunnable):
    """Carries a task to a thread; it owns nothing but the reference to the caller's job."""

    def __init__(self, job: Job, task: Task) -> None:
        super().__init__()
        self._job = job
        self._task = task

    def run(self) -> None:
        job = self._job
        if job.is_cancelled():
            job.report("dropped", None)
            return
        try:
            value = self._task(job.progressed.emit, job.is_cancelled)
        except CuratorError as error:
            job.report("known", error)
        except BaseException as bug:  # noqa: BLE001  the one funnel out of a thread: nothing may vanish
            job.report("bug", bug)
        else:
            job.report("value", value)


class Background(QObject):
    """The lanes of one window.

    Tasks on the serial lane run one after the other, so that two long writes never fight for the
    library; tasks on the free lane run beside each other and only read. On the quick lane are
    questions that a newer one stops, so that none stands behind long work.
    """

    idled = QtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serial = QThreadPool(self, maxThreadCount=1)
        self._free = QThreadPool(self, maxThreadCount=LANE_WIDTH)
        self._quick = QThreadPool(self, maxThreadCount=LANE_WIDTH)
        self._jobs: list[Job] = []
        self._stopped = False

    def run(
        self, task: Task, *, serial: bool = False, quick: bool = False, stop: Stop | None = None
    ) -> Job:
        """Start `task` and return its job; connect to the job's signals before control returns
        to the event loop. Cancelling also stops what `stop` was handed to."""
        job = Job(self, stop)
        if self._stopped:  # what a timer still wants of a window that is closed
            job.cancel()
            return job
        self._jobs.append(job)
        job.ended.connect(self._let_go)
        lane = self._serial if serial else self._quick if quick else self._free
        lane.start(_Run(job, task))
        return job

    @property
    def is_busy(self) -> bool:
        """Whether any task has not reported yet."""
        return bool(self._jobs)

    def stop(self) -> None:
        """Cancel everything, wait for the threads, drop what they would still report, and begin
        nothing any more."""
        self._stopped = True
        for job in self._jobs:
            job.cancel()
        self._serial.waitForDone()
        self._free.waitForDone()
        self._quick.waitForDone()
        for job in self._jobs:
            job.blockSignals(True)
            job.deleteLater()
        self._jobs.clear()

    def _let_go(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._jobs:
            self._jobs.remove(job)
            job.deleteLater()
        if not self._jobs:
            self.idled.emit()


class Latest(QObject):
    """A question that is asked again and again, of which only the newest answer counts.

    Signals:
        answered(object): what the newest task returned.
        failed(object): the exception that it raised.
    """

    answered = QtSignal(object)
    failed = QtSignal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._job: Job | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the answer to what was asked last is still to come."""
        return self._job is not None

    def ask(self, task: Task, stop: Stop | None = None, *, patience: int = 0) -> None:
        """Ask on the free lane; forget what was asked before, and stop it where it can be.

        `stop` is what the task hands to the library. With `patience` the task takes the quick
        lane, and for so many milliseconds the window waits for the answer, so that one that comes
        soon is delivered before this returns; see PATIENCE.
        """
        self.forget()
        job = self._background.run(task, quick=patience > 0, stop=stop)
        job.succeeded.connect(self._take)
        job.failed.connect(self._tell)
        job.crashed.connect(self._tell)
        self._job = job
        if patience:
            job.wait(patience)

    def answer(self, task: Task) -> None:
        """Ask right here, where the answer is there sooner than a thread has started."""
        self.forget()
        try:
            value = task(_untold, _never)
        except CuratorError as error:
            self.failed.emit(error)
        else:
            self.answered.emit(value)

    def forget(self) -> None:
        """Take no answer to what was asked last, and stop it where it can be."""
        job, self._job = self._job, None
        if job is not None and isValid(job):
            job.cancel()

    def _take(self, value: object) -> None:
        if self.sender() is self._job:
            self._job = None
            self.answered.emit(value)

    def _tell(self, error: object) -> None:
        if self.sender() is self._job:
            self._job = None
            self.failed.emit(error)


def _untold(_done: int, _total: int, _what: str) -> None:
    """Progress that nobody looks at."""


def _never() -> bool:
    return False
