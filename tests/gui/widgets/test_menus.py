"""The menus offer every action once, in the order of the table."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from curator.gui.actions import ACTIONS, MENUS, ActionTable
from curator.gui.widgets.menus import Menus


def _no_icon(_action: QAction, _name: str) -> None:
    """Icons need a scheme, which a bar alone has not."""


def test_every_action_stands_in_its_menu(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    menus = Menus(bar, ActionTable(bar, _no_icon))
    shown = [menu for menu in bar.findChildren(QMenu) if menu.menuAction() in bar.actions()]
    assert [menu.title() for menu in shown] == [f"&{title}" for title in MENUS]
    ids = [action.objectName() for menu in shown for action in menu.actions()]
    assert [id_ for id_ in ids if id_] == [
        spec.id for title in MENUS for spec in ACTIONS if spec.menu == title
    ]
    assert menus.recent.menuAction() in shown[0].actions()
    menus.show_tips(True)
    assert all(menu.toolTipsVisible() for menu in shown)
    menus.show_tips(False)
    assert not any(menu.toolTipsVisible() for menu in shown)
