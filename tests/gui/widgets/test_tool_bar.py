"""What is done every day is one click away."""

from PySide6.QtWidgets import QLineEdit, QToolBar

from curator.gui.actions import TOOL_BAR
from tests.gui.screen import Screen


def test_it_holds_the_deeds_of_every_day_and_the_search(screen: Screen) -> None:
    bar = screen.part(QToolBar, "toolBar")
    ids = [action.objectName() for action in bar.actions()]
    assert tuple(id_ for id_ in ids if id_) == TOOL_BAR
    assert bar.isAncestorOf(screen.part(QLineEdit, "searchBox"))
    assert not bar.isMovable()
