"""Work beside the window: values, errors and cancelling come back on the thread of the window."""

from collections.abc import Callable
from functools import partial
from threading import Event, get_ident

from pytestqt.qtbot import QtBot

from curator.domain.errors import Busy
from curator.gui.background import BUSY_AFTER, Background, Cancelled, Latest, Progress, task_of


def test_a_value_comes_back_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    background, seen = Background(), []
    job = background.run(lambda _progress, _cancelled: get_ident())
    job.succeeded.connect(lambda value: seen.append((value, get_ident())))
    with qtbot.waitSignal(job.ended):
        pass
    worker, here = seen[0]
    assert worker != here == get_ident()
    assert not background.is_busy


def test_a_known_error_and_a_bug_are_told_apart(qtbot: QtBot) -> None:
    background, told = Background(), []
    for error in (Busy("Somebody writes."), ZeroDivisionError("a bug")):
        job = background.run(_raising(error))
        job.failed.connect(lambda found: told.append(("known", found)))
        job.crashed.connect(lambda found: told.append(("bug", found)))
        with qtbot.waitSignal(job.ended):
            pass
    assert [(kind, str(error)) for kind, error in told] == [
        ("known", "Somebody writes."),
        ("bug", "a bug"),
    ]


def test_progress_arrives_and_is_remembered(qtbot: QtBot) -> None:
    background = Background()

    def count(progress: Progress, cancelled: Cancelled) -> None:
        for number in range(3):
            progress(number, 3, f"file {number}")

    job = background.run(count)
    with qtbot.waitSignal(job.ended):
        pass
    assert job.last_progress == (2, 3, "file 2")


def test_a_task_that_takes_long_says_so_once(qtbot: QtBot) -> None:
    background, gate = Background(), Event()
    job = background.run(lambda _progress, _cancelled: gate.wait(5))
    with qtbot.waitSignal(job.became_long, timeout=10 * BUSY_AFTER):
        pass
    gate.set()
    with qtbot.waitSignal(job.ended):
        pass


def test_tasks_of_the_serial_lane_run_one_after_the_other(qtbot: QtBot) -> None:
    background, order, gate = Background(), [], Event()

    def first(progress: Progress, cancelled: Cancelled) -> None:
        gate.wait(5)
        order.append("first")

    background.run(first, serial=True)
    last = background.run(lambda _progress, _cancelled: order.append("second"), serial=True)
    gate.set()
    with qtbot.waitSignal(last.ended):
        pass
    assert order == ["first", "second"]


def test_stopping_cancels_and_waits(qtbot: QtBot) -> None:
    background, started = Background(), Event()
    noticed: list[object] = []

    def wait(progress: Progress, cancelled: Cancelled) -> None:
        started.set()
        while not cancelled():
            pass
        noticed.append(True)

    job = background.run(wait)
    job.ended.connect(lambda: noticed.append("told"))
    assert started.wait(5)
    background.stop()
    assert noticed == [True]
    assert not background.is_busy


def test_only_the_newest_answer_counts(qtbot: QtBot) -> None:
    background = Background()
    latest, gate = Latest(background), Event()
    answers: list[object] = []
    latest.answered.connect(answers.append)
    latest.ask(lambda _progress, _cancelled: gate.wait(5) and "old")
    latest.ask(lambda _progress, _cancelled: "new")
    gate.set()
    with qtbot.waitSignal(background.idled):
        pass
    assert answers == ["new"]


def test_an_answer_that_nobody_waits_for_any_more_is_dropped(qtbot: QtBot) -> None:
    background = Background()
    latest = Latest(background)
    answers: list[object] = []
    latest.answered.connect(answers.append)
    latest.ask(lambda _progress, _cancelled: "late")
    latest.forget()
    with qtbot.waitSignal(background.idled):
        pass
    assert answers == []


def test_the_error_of_a_question_is_told(qtbot: QtBot) -> None:
    latest = Latest(Background())
    with qtbot.waitSignal(latest.failed) as told:
        latest.ask(_raising(Busy("Somebody writes.")))
    assert str(told.args[0]) == "Somebody writes."


def _raising(error: Exception) -> Callable[[Progress, Cancelled], None]:
    def task(progress: Progress, cancelled: Cancelled) -> None:
        raise error

    return task


def test_a_deed_that_knows_nothing_of_lanes_runs_on_them(qtbot: QtBot) -> None:
    background = Background()
    job = background.run(task_of(partial(sum, (1, 2))))
    with qtbot.waitSignal(job.succeeded) as told:
        assert background.is_busy
    assert told.args == [3]
