"""A deed on the file of a library: the window waits for it, and another takes its place."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from curator.domain.errors import CuratorError
from curator.gui.controllers.closed_deed import ClosedDeed
from curator.gui.dialogs.restore_dialog import RestoreDialog
from curator.gui.dialogs.trouble_dialog import TroubleDialog
from curator.workspace.workspace import Workspace
from tests.gui.screen import Screen, part_of, successor_of


def test_a_window_that_waits_for_a_copy_cannot_be_closed(screen: Screen) -> None:
    screen.window.wait_for("Bringing back the copy")
    assert not screen.window.close()
    assert not screen.window.isEnabled()
    screen.window.end_waiting()
    assert screen.window.close()


def test_nobody_has_the_library_open_while_the_deed_is_done(passing: Screen, library: Path) -> None:
    seen: list[str] = []

    def deed() -> None:
        workspace = Workspace.open(library, create=False)
        seen.append(workspace.library_id)
        workspace.close()

    passing.window.closed_deed_requested.emit(ClosedDeed("Looking", deed))
    after = successor_of(passing)
    assert len(seen) == 1
    assert len(after.titles()) == 2


def test_what_went_wrong_is_told_in_the_window_that_opens(passing: Screen) -> None:
    def deed() -> None:
        raise CuratorError("The disk is full.", "Make room.")

    passing.window.closed_deed_requested.emit(ClosedDeed("Looking", deed))
    successor_of(passing).wait_for_notice("The disk is full.")


def test_a_library_that_cannot_be_opened_any_more_is_a_trouble_with_ways_on(
    passing: Screen, library: Path
) -> None:
    aside = library.with_name("aside.curator")

    def deed() -> None:
        library.rename(aside)
        library.write_text("Dear reader", encoding="utf-8")

    passing.window.closed_deed_requested.emit(ClosedDeed("Looking", deed))

    def trouble() -> list[TroubleDialog]:
        shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, TroubleDialog))
        return [dialog for dialog in shown if dialog.isVisible()]

    passing.qtbot.waitUntil(lambda: len(trouble()) == 1, timeout=10_000)
    aside.replace(library)
    dialog = trouble()[0]
    other = part_of(dialog, QPushButton, "trouble_another")
    assert other.isVisible()
    dialog.reject()


def test_what_mended_the_library_is_told_in_the_window_that_opens_then(
    passing: Screen, library: Path
) -> None:
    passing.trigger("file.backup")
    passing.wait_for_notice("verified copy")
    deed = partial(library.write_text, "Dear reader", encoding="utf-8")
    passing.window.closed_deed_requested.emit(ClosedDeed("Writing a letter", deed))

    def shown(kind: type[QDialog]) -> list[QDialog]:
        every = QApplication.allWidgets()
        return [dialog for dialog in every if isinstance(dialog, kind) and dialog.isVisible()]

    passing.qtbot.waitUntil(lambda: len(shown(TroubleDialog)) == 1, timeout=10_000)
    part_of(shown(TroubleDialog)[0], QPushButton, "trouble_backup").click()
    passing.qtbot.waitUntil(lambda: len(shown(RestoreDialog)) == 1, timeout=10_000)
    go = part_of(shown(RestoreDialog)[0], QPushButton, "restoreGo")
    passing.qtbot.waitUntil(go.isEnabled, timeout=10_000)
    go.click()
    successor_of(passing).wait_for_notice("is in place")
