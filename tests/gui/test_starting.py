"""Beginning and ending of the real program, in processes of their own."""

import signal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from curator.domain.listing import Listing
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.gui.messages import Messages, Notice
from curator.gui.starting import tell_former_ends
from curator.logbook import end_of_log, note
from curator.runs import Run
from curator.settings import account_name, state_folder
from curator.workspace import reading
from curator.workspace.workspace import Workspace
from tests.gui.processes import Starts, starts

__all__ = ["starts"]  # a fixture

TYPE = """
from curator.gui.widgets.cell_editor import CellEditor

digests = window.findChild(QWidget, "digestList")
digests.setCurrentIndex(digests.model().index(1, 0))
table = window.findChild(QWidget, "signalsTable")
index = table.model().index(0, 1)
table.setCurrentIndex(index)
table.edit(index)
editor = table.findChild(CellEditor)
editor.selectAll()
QTest.keyClicks(editor, "Half a thought")
say("typed")
"""

FAIL = """
import threading
from PySide6.QtGui import QAction
from curator.gui.dialogs.crash_dialog import CrashDialog

class Broken(QWidget):
    def paintEvent(self, event):
        raise KeyError("Ferries on Batteries")

def slot():
    raise ValueError("Ferries on Batteries")

def thread():
    raise IndexError("Ferries on Batteries")

def tell():
    dialogs = [d for d in window.findChildren(CrashDialog) if d.isVisible()]
    report = dialogs[0].report() if dialogs else ""
    if not all(kind in report for kind in ("KeyError", "ValueError", "IndexError")):
        broken.update()
        return
    timer.stop()
    say(len(dialogs))
    say(report.count("ValueError at"))
    say("Ferries" in report)
    app.closeAllWindows()

broken = Broken(window)
broken.resize(9, 9)
broken.show()
action = QAction(window)
action.triggered.connect(slot)
for _ in range(5):
    action.trigger()
threading.Thread(target=thread).start()
timer = QTimer(window, interval=20)
timer.timeout.connect(tell)
timer.start()
"""


def cells(library: Path) -> list[str]:
    """What the signals of all digests say of their change."""
    workspace = Workspace.open(library, create=False)
    try:
        ids = reading.digest_ids(workspace, Listing())
        wholes = [reading.whole(workspace, id_) for id_ in ids]
        return [signal.change for whole in wholes for signal in whole.signals]
    finally:
        workspace.close()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_in_the_middle_of_typing_keeps_the_text(
    starts: Starts, library: Path, name: str
) -> None:
    process = starts.act(TYPE, library)
    assert process.hear() == "typed"
    process.send_signal(getattr(signal, name))
    assert process.end() == (0, "")
    assert "Half a thought" in cells(library)
    assert list((state_folder() / "runs").iterdir()) == []


@pytest.mark.fault("F42")
def test_mistakes_in_slots_painting_and_threads_end_in_one_log_and_one_window(
    starts: Starts, library: Path
) -> None:
    process = starts.act(FAIL, library)
    assert [process.hear() for _ in range(3)] == ["1", "1", "False"]
    assert process.end()[0] == 0
    log = end_of_log()
    for kind in ("KeyError", "ValueError", "IndexError"):
        assert log.count(f"ERROR {kind}") == 1
    assert "Ferries" not in log
    assert str(library.parent) not in log
    assert f"{account_name()}" not in log.replace("(account)", "")


@pytest.mark.fault("F43")
def test_after_two_kills_the_window_starts_safely_and_says_so(
    starts: Starts, library: Path
) -> None:
    said = """
from curator.gui.widgets.notice_bar import NoticeBar
say(window.findChild(NoticeBar, "noticeBar").notice.text)
app.closeAllWindows()
"""
    for _ in range(2):
        starts.shown(library).kill_it()
    safe = starts.act(said, library)
    assert "badly 2 times in a row" in safe.hear()
    assert safe.end() == (0, "")
    after = starts.act(said, library)
    assert "badly" not in after.hear()
    assert after.end() == (0, "")


def test_a_mistake_that_ends_the_start_is_in_the_log_without_its_words(
    starts: Starts, library: Path
) -> None:
    process = starts.run(
        "from PySide6.QtWidgets import QApplication\n"
        "from curator.gui.starting import Starting\n"
        "def opener(library, handover, run):\n"
        "    raise KeyError('Ferries on Batteries')\n"
        "Starting(QApplication([]), opener, []).start(__import__('pathlib').Path('x.curator'))\n"
    )
    code, said = process.end()
    assert code == 1
    assert "Ferries" not in said
    assert "in opener" in end_of_log()


def test_where_nobody_could_see_a_dialog_stderr_says_why_there_is_no_window(
    starts: Starts, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.curator"
    letter.write_text("Dear reader, this is no library. " * 40, encoding="utf-8")
    code, said = starts.start(letter).end()
    assert code == 2
    assert len(said.strip().splitlines()) == 1
    assert "letter.curator" in said


@pytest.mark.fault("F43")
def test_a_report_of_the_last_run_can_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    report = tmp_path / "one.crash"
    report.write_text('Fatal Python error: Aborted\n  File "x.py", line 3 in fall_over', "utf-8")
    notice = told(qtbot, run := Run(tmp_path / "now.run", 1, 1, (report,)))
    assert "fell over" in notice.text
    assert not run.is_safe_start
    window = QWidget()
    qtbot.addWidget(window)
    notice = told(qtbot, run, window)
    assert notice.act is not None
    notice.act()
    dialog = window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    assert "in fall_over" in dialog.text()
    dialog.accept()


def test_a_safe_start_without_a_report_says_so_and_shows_the_log(
    qtbot: QtBot, tmp_path: Path
) -> None:
    note("Curator starts.")
    window = QWidget()
    qtbot.addWidget(window)
    notice = told(qtbot, Run(tmp_path / "now.run", 2, 2), window)
    assert notice.verb == "Show the log"
    assert notice.act is not None
    notice.act()
    dialog = window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    assert dialog.text().startswith("Nothing was noted of where the program stood")
    assert "Curator starts." in dialog.text()
    dialog.accept()


def test_one_kill_is_a_quiet_word(qtbot: QtBot, tmp_path: Path) -> None:
    messages = Messages()
    said: list[str] = []
    messages.status_said.connect(said.append)
    gone = (tmp_path / "gone.crash",)  # somebody tidied it away
    tell_former_ends(Run(tmp_path / "now.run", 1, 1, gone), messages, QWidget())
    tell_former_ends(Run(tmp_path / "now.run"), messages, QWidget())
    assert len(said) == 1
    assert "as you left it" in said[0]


def told(qtbot: QtBot, run: Run, window: QWidget | None = None) -> Notice:
    """The notice about the runs before `run`."""
    messages = Messages()
    notices: list[Notice] = []
    messages.notice_raised.connect(notices.append)
    messages.listen()
    tell_former_ends(run, messages, window or QWidget())
    (notice,) = notices
    return notice
