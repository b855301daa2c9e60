"""The bar at the head of the window: the deeds of every day, and the search."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from curator.gui.actions import TOOL_BAR, ActionTable
from curator.gui.widgets.search_box import SearchBox

NARROWEST_SEARCH, WIDEST_SEARCH = 220, 420
"""Pixels of the search box."""


class ToolBar(QToolBar):
    """Deeds on the left, the search on the right."""

    def __init__(self, actions: ActionTable, search: SearchBox, parent: QWidget) -> None:
        super().__init__("Tool bar", parent, movable=False)
        self.setObjectName("toolBar")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for id_ in TOOL_BAR:
            self.addAction(actions[id_])
        room = QWidget(self)
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        search.setMinimumWidth(NARROWEST_SEARCH)
        search.setMaximumWidth(WIDEST_SEARCH)
        search.addAction(actions["help.search"], search.ActionPosition.TrailingPosition)
        self.addWidget(search)
