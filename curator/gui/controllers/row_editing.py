"""Adding, deleting, moving and opening rows of the digest that is shown."""

from functools import partial

from PySide6.QtCore import QObject

from curator.gui.controllers.desk import Desk
from curator.gui.dialogs.link_dialog import SEARCH_LIMIT, LinkDialog
from curator.workspace import reading


class RowEditing(QObject):
    """Connects the actions of rows to the tables of the digest page."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        page = desk.digest_page
        desk.actions.connect(
            {
                "signal.add": page.signals.add,
                "signal.duplicate": page.signals.duplicate,
                "signal.delete": page.signals.rows.delete_selected,
                "signal.up": partial(self._move, -1),
                "signal.down": partial(self._move, 1),
                "theme.add": page.themes.add,
                "theme.delete": page.themes.rows.delete_selected,
                "keyword.add": page.keywords.add,
                "keyword.delete": page.keywords.rows.delete_selected,
                "link.add": self.search_link,
                "link.open": page.links.open_current,
                "link.delete": page.links.rows.delete_selected,
            }
        )
        page.signals.tabs.addAction(desk.actions["signal.add"])
        for table in page.tables():
            table.table.addActions(desk.actions.of_scope(table.table.objectName()))

    def search_link(self) -> None:
        """Open the search for a digest to list as close."""
        page = self._desk.digest_page
        if not page.digest_id():
            return
        workspace = self._desk.session.workspace
        dialog = LinkDialog(
            partial(reading.titles_like, workspace, limit=SEARCH_LIMIT), self._desk.window
        )
        dialog.link_chosen.connect(page.links.add)
        self._desk.open_dialog(dialog)

    def _move(self, step: int, _checked: bool = False) -> None:
        self._desk.digest_page.signals.rows.move_selected(step)
