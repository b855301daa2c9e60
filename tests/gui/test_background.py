"""Work beside the window: values, errors and cancelling come back on the thread of the window."""

from collections.abc import Callable
from functools import partial
from threading import Event, get_ident

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from curator.domain.errors import Busy
from curator.gui.background import BUSY_AFTER, Background, Cancelled, Latest, Progress, task_of
from curator.workspace.stopping import Stop


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


def test_a_quick_answer_is_there_when_asking_returns(qtbot: QtBot) -> None:
    background = Background()
    latest, answers = Latest(background), list[object]()
    latest.answered.connect(answers.append)
    latest.ask(task_of(partial(sum, (1, 2))), patience=5_000)
    assert answers == [3]
    assert not latest.is_waiting
    assert not background.is_busy
    QCoreApplication.processEvents()
    assert answers == [3]


def test_a_slow_answer_comes_later_and_holds_nobody_up(qtbot: QtBot) -> None:
    latest, gate, answers = Latest(Background()), Event(), list[object]()
    latest.answered.connect(answers.append)
    latest.ask(lambda _progress, _cancelled: gate.wait(5), patience=1)
    assert answers == []
    assert latest.is_waiting
    gate.set()
    qtbot.waitUntil(lambda: answers == [True])
    assert not latest.is_waiting


def test_asking_again_stops_what_was_asked_before(qtbot: QtBot) -> None:
    background = Background()
    latest, stop, answers = Latest(background), Stop(), list[object]()
    latest.answered.connect(answers.append)
    latest.failed.connect(answers.append)
    latest.ask(partial(_works_until_stopped, stop), stop)
    with qtbot.waitSignal(background.idled):
        latest.ask(task_of(partial(sum, (1, 2))))
    assert answers == [3]
    assert stop.is_asked


def test_what_somebody_waits_for_does_not_stand_behind_long_work(qtbot: QtBot) -> None:
    background, gate, answers = Background(), Event(), list[object]()
    long = [background.run(lambda _progress, _cancelled: gate.wait(5)) for _ in range(9)]
    latest = Latest(background)
    latest.answered.connect(answers.append)
    latest.ask(task_of(partial(sum, (1, 2))), patience=5_000)
    assert answers == [3]
    gate.set()
    with qtbot.waitSignal(long[-1].ended):
        pass


def test_a_question_can_be_answered_right_here(qtbot: QtBot) -> None:
    latest, told = Latest(Background()), list[object]()
    latest.answered.connect(told.append)
    latest.failed.connect(told.append)
    latest.answer(_says_where)
    latest.answer(_raising(Busy("Somebody writes.")))
    assert told[0] == (False, get_ident())
    assert str(told[1]) == "Somebody writes."


def test_an_answer_here_takes_the_place_of_one_that_is_still_to_come(qtbot: QtBot) -> None:
    background, gate = Background(), Event()
    latest, answers = Latest(background), list[object]()
    latest.answered.connect(answers.append)
    latest.ask(lambda _progress, _cancelled: gate.wait(5))
    latest.answer(task_of(partial(sum, (1, 2))))
    gate.set()
    with qtbot.waitSignal(background.idled):
        pass
    assert answers == [3]


def _works_until_stopped(stop: Stop, _progress: Progress, _cancelled: Cancelled) -> None:
    while True:
        stop.check()


def _says_where(progress: Progress, cancelled: Cancelled) -> tuple[bool, int]:
    progress(1, 2, "half")
    return cancelled(), get_ident()


def test_after_the_end_nothing_is_begun_any_more(qtbot: QtBot) -> None:
    background = Background()
    background.stop()
    begun: list[str] = []
    job = background.run(task_of(lambda: begun.append("late")))
    qtbot.wait(50)
    assert begun == []
    assert job.is_cancelled()
    assert not background.is_busy
