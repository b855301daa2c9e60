"""Somebody moves the library away while it is open: the person saves a copy and works on in it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from curator.gui.application import open_window
from curator.gui.controllers.ensemble import Ensemble
from curator.gui.main_window import MainWindow
from curator.workspace import reading
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.gui.screen import Screen


@pytest.mark.fault("F20")
@pytest.mark.parametrize("where", ["another place", "the old place"])
def test_the_copy_is_opened_in_the_place_of_the_window(
    qtbot: QtBot, tmp_path: Path, inbox: Path, where: str
) -> None:
    library, aside = tmp_path / "drones.curator", tmp_path / "aside.curator"
    workspace = Workspace.open(library)
    import_paths(workspace, [inbox])
    workspace.close()
    screen = Screen(open_window(library), qtbot)
    screen.choose(1)
    screen.type_title("Ferries by wire")
    library.rename(aside)
    qtbot.waitUntil(screen.part(QFrame, "libraryBanner").isVisible)
    target = library if where == "the old place" else tmp_path / "rescued.curator"
    screen.part(Ensemble, "controllers").copying.save(str(target))
    qtbot.waitUntil(lambda: _windows() != [screen.window] and len(_windows()) == 1, timeout=9_000)
    successor = Screen(_windows()[0], qtbot)
    assert not successor.part(QFrame, "libraryBanner").isVisible()
    assert successor.window.shows(target)
    assert "Ferries by wire" in successor.titles()
    told = (
        f"You now work in {target.name}, a verified copy. The text that you were typing is in it."
    )
    assert successor.notice() == told
    successor.window.close()
    for path, told in ((target, "Ferries by wire"), (aside, "Harbours Learn to Charge Ships")):
        copy = Workspace.open(path, create=False)
        assert reading.digest_by_key(copy, KEY_A).title == told
        copy.close()


def _windows() -> list[MainWindow]:
    shown = QApplication.topLevelWidgets()
    return [w for w in shown if isinstance(w, MainWindow) and w.isVisible()]
