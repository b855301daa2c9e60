"""The menus of the window, as the table of actions has them."""

from PySide6.QtWidgets import QMenu, QMenuBar

from curator.gui.actions import MENUS, ActionTable

_RECENT_AFTER = "library.open"


class Menus:
    """`recent` is the menu of libraries that were open lately; whoever knows them fills it."""

    def __init__(self, bar: QMenuBar, actions: ActionTable) -> None:
        self._menus = [bar.addMenu(f"&{title}") for title in MENUS]
        self.recent = QMenu("Recent libraries", bar)
        for title, menu in zip(MENUS, self._menus, strict=True):
            for spec, action in actions.of_menu(title):
                if spec.opens_group:
                    menu.addSeparator()
                menu.addAction(action)
                if spec.id == _RECENT_AFTER:
                    menu.addMenu(self.recent)

    def show_tips(self, shown: bool) -> None:
        """Let each entry say its tip, as is needed where many of them are off for a reason."""
        for menu in self._menus:
            menu.setToolTipsVisible(shown)
