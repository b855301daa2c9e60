"""What was being typed when Curator was killed is offered at the next start, and never applied."""

import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.dialogs.draft_dialog import DraftDialog
from curator.gui.widgets.notice_bar import NoticeBar
from curator.settings import state_folder
from curator.workspace import drafts, reading
from curator.workspace.editing import set_digest_field
from curator.workspace.reviewing import trash
from curator.workspace.typed_fields import TypedField
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.gui.processes import Starts, starts
from tests.gui.screen import Screen, part_of

__all__ = ["starts"]  # a fixture

TITLE = "Harbours Learn to Charge Ships"
TYPIST = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTextEdit
from curator.gui.application import open_window

application = QApplication([])
window = open_window(sys.argv[1])
digests = window.findChild(QListView, "digestList")
digests.setCurrentIndex(digests.model().index(1, 0))
if sys.argv[2] == "title":
    field = window.findChild(QTextEdit, "titleEdit")
    field.setFocus()
    field.selectAll()
else:
    table = window.findChild(object, "signalsTable")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_F2)
    field = window.focusWidget()
    field.selectAll()
QTest.keyClicks(field, "Ships at sea")
application.exec()
"""
TYPE = """
from PySide6.QtWidgets import QTextEdit

digests = window.findChild(QWidget, "digestList")
digests.setCurrentIndex(digests.model().index(1, 0))
title = window.findChild(QTextEdit, "titleEdit")
title.setFocus()
QTest.keyClicks(title, "Half a thought")
say("typed")
"""
SAY_BOTH = """
from curator.gui.widgets.notice_bar import NoticeBar

bar = window.findChild(NoticeBar, "noticeBar")
say(bar.notice.text)
bar.dismiss()
say(bar.notice.text if bar.isVisible() else "")
app.closeAllWindows()
"""


def kill_while_typing(library: Path, repository: Path, where: str) -> None:
    """Run the real window, type in it, and kill it as soon as there is a draft."""
    command = [sys.executable, "-c", TYPIST, str(library), where]
    with subprocess.Popen(command, cwd=repository, stderr=subprocess.DEVNULL) as typist:
        deadline = time.monotonic() + 60
        while not any("at sea" in text for text in kept()):
            with suppress(subprocess.TimeoutExpired):
                typist.wait(timeout=0.05)
            assert typist.poll() is None
            assert time.monotonic() < deadline
        typist.kill()


def kept() -> list[str]:
    files = (state_folder() / "drafts").rglob("*.json")
    return [path.read_text(encoding="utf-8") for path in files]


def on_screen(qtbot: QtBot, library: Path) -> Screen:
    window = open_window(library)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    return Screen(window, qtbot)


def leave(library: Path, *texts: str, record_id: int | None = None, kind: str = "digest") -> None:
    """Drafts that nobody holds, of the title unless it is said otherwise."""
    workspace = Workspace.open(library, create=False)
    digest_id = reading.digest_by_key(workspace, KEY_A).id
    field = "title" if kind == "digest" else "name"
    place = TypedField(digest_id, kind, digest_id if record_id is None else record_id, field)
    for text in texts:
        drafts.let_go(drafts.keep(workspace, place, TITLE, text))
    workspace.close()


def retitle(library: Path, title: str) -> None:
    """Somebody else gives the digest another title."""
    workspace = Workspace.open(library, create=False)
    digest_id = reading.digest_by_key(workspace, KEY_A).id
    workspace.do(set_digest_field, digest_id, "title", title)
    workspace.close()


def dialog_of(screen: Screen) -> DraftDialog:
    """Answer the notice, and look at the dialog that it opens."""
    screen.part(QPushButton, "noticeVerb").click()
    return screen.dialog(DraftDialog)


def sides(dialog: DraftDialog) -> list[str]:
    """The stored text and the draft, as they are shown."""
    found = dialog.findChildren(QPlainTextEdit)
    return [side.toPlainText() for side in sorted(found, key=QPlainTextEdit.objectName)]


def press(dialog: DraftDialog, name: str) -> None:
    found = part_of(dialog, QPushButton, name)
    found.click()


@pytest.mark.fault("F1")
@pytest.mark.parametrize(("where", "before"), [("title", TITLE), ("change", "Diesel gives way")])
def test_a_killed_window_leaves_a_draft_that_only_the_button_applies(
    qtbot: QtBot, library: Path, repository: Path, where: str, before: str
) -> None:
    kill_while_typing(library, repository, where)
    screen = on_screen(qtbot, library)
    screen.choose(1)

    def told() -> str:
        return screen.title() if where == "title" else screen.cells("signalsTable", 1)[0]

    assert screen.notice() == "Curator ended while you were typing in one place."
    assert told() == before
    dialog = dialog_of(screen)
    assert sides(dialog) == [before, "Ships at sea"]
    assert told() == before
    press(dialog, "draftTake")
    assert told() == "Ships at sea"
    assert kept() == []
    assert screen.notice().startswith("The draft is in: Edit")
    screen.trigger("edit.undo")
    assert told() == before
    screen.window.close()


def _is_kept(number: int) -> bool:
    return len(kept()) == number


@pytest.mark.fault("F43")
def test_a_safe_start_does_not_keep_back_what_was_being_typed(
    starts: Starts, library: Path, qtbot: QtBot
) -> None:
    for number in (1, 2):
        typist = starts.act(TYPE, library)
        assert typist.hear() == "typed"
        qtbot.waitUntil(partial(_is_kept, number), timeout=10_000)
        typist.kill_it()
    process = starts.act(SAY_BOTH, library)
    assert "badly 2 times in a row" in process.hear()
    assert process.hear() == "Curator ended while you were typing in 2 places."
    assert process.end()[0] == 0


def test_the_offer_can_be_read_as_soon_as_the_window_is_there(qtbot: QtBot, library: Path) -> None:
    leave(library, "One")
    screen = on_screen(qtbot, library)
    bar = screen.part(NoticeBar, "noticeBar")
    room = bar.parentWidget()
    assert room is not None
    assert bar.width() == min(720, room.width() - 24)
    assert bar.height() >= bar.heightForWidth(bar.width())
    assert bar.geometry().bottom() == room.height() - 13
    screen.window.close()


def test_the_dialog_shows_what_another_process_writes_meanwhile(
    qtbot: QtBot, library: Path, repository: Path
) -> None:
    leave(library, "Mine")
    screen = on_screen(qtbot, library)
    dialog = dialog_of(screen)
    deed = ["set", "--library", str(library), KEY_A, "title", "Theirs"]
    command = [sys.executable, "-m", "curator", *deed]
    subprocess.run(command, cwd=repository, check=True, capture_output=True, timeout=60)
    qtbot.waitUntil(lambda: sides(dialog) == ["Theirs", "Mine"], timeout=5_000)
    assert TITLE in part_of(dialog, QLabel, "draftDoubt").text()
    press(dialog, "draftTake")
    screen.choose(1)
    assert screen.title() == "Mine"
    screen.window.close()


def test_only_what_was_shown_is_replaced(qtbot: QtBot, library: Path) -> None:
    leave(library, "Mine")
    screen = on_screen(qtbot, library)
    dialog = dialog_of(screen)
    retitle(library, "Theirs")  # the window did not hear of it yet
    press(dialog, "draftTake")
    assert screen.notice() == "Title was changed just now."
    assert sides(dialog) == ["Theirs", "Mine"]
    press(dialog, "draftTake")
    assert not dialog.isVisible()
    assert "Mine" in screen.titles()
    screen.window.close()


def test_the_dialog_goes_when_the_library_says_the_same(qtbot: QtBot, library: Path) -> None:
    leave(library, "Mine")
    screen = on_screen(qtbot, library)
    screen.trigger("edit.drafts")  # the notice that offers them stays
    dialog = screen.dialog(DraftDialog)
    retitle(library, "Mine")
    qtbot.waitUntil(lambda: kept() == [], timeout=5_000)
    assert not dialog.isVisible()
    assert screen.notice() == ""
    screen.window.close()


def test_drafts_wait_for_a_later_start(qtbot: QtBot, library: Path) -> None:
    leave(library, "One", "Two")
    for _ in range(2):
        screen = on_screen(qtbot, library)
        assert screen.notice() == "Curator ended while you were typing in 2 places."
        press(dialog_of(screen), "draftLater")
        screen.window.close()
    assert len(kept()) == 2


def test_what_is_thrown_away_can_be_had_back_at_once(qtbot: QtBot, library: Path) -> None:
    leave(library, "One")
    screen = on_screen(qtbot, library)
    press(dialog_of(screen), "draftThrowAway")
    assert kept() == []
    assert screen.notice() == "The draft was thrown away."
    screen.part(QPushButton, "noticeVerb").click()
    assert len(kept()) == 1
    screen.trigger("edit.drafts")
    screen.dialog(DraftDialog).close()
    screen.window.close()


def test_a_row_that_was_only_begun_is_added_by_taking_it(qtbot: QtBot, library: Path) -> None:
    leave(library, "Cable ships", record_id=0, kind="signal")
    screen = on_screen(qtbot, library)
    screen.choose(1)
    press(dialog_of(screen), "draftTake")
    assert screen.cells("signalsTable")[-1] == "Cable ships"
    screen.trigger("edit.undo")
    assert "Cable ships" not in screen.cells("signalsTable")
    screen.window.close()


def test_a_draft_of_a_digest_in_the_trash_can_only_be_copied(qtbot: QtBot, library: Path) -> None:
    leave(library, "One")
    workspace = Workspace.open(library, create=False)
    workspace.do(trash, [reading.digest_by_key(workspace, KEY_A).id])
    workspace.close()
    screen = on_screen(qtbot, library)
    dialog = dialog_of(screen)
    take = part_of(dialog, QPushButton, "draftTake")
    assert not take.isVisible()
    press(dialog, "draftCopy")
    assert QGuiApplication.clipboard().text() == "One"
    screen.window.close()


def test_a_draft_that_the_library_refuses_stays(qtbot: QtBot, library: Path) -> None:
    leave(library, " ", record_id=0, kind="theme")
    screen = on_screen(qtbot, library)
    dialog = dialog_of(screen)
    press(dialog, "draftTake")
    assert screen.notice() == "A theme needs a name."
    assert dialog.isVisible()
    assert len(kept()) == 1
    dialog.close()
    screen.window.close()


def test_without_drafts_the_window_says_so(screen: Screen) -> None:
    assert screen.notice() == ""
    screen.trigger("edit.drafts")
    assert screen.notice() == "There are no unfinished texts."
