"""Reading only: whoever tries to change something by a key hears why nothing happens."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from curator.gui.actions import ACTIONS, PERMISSIONS
from curator.gui.controllers.desk import Desk
from curator.gui.widgets.cell_table import CellTable
from curator.gui.widgets.growing_text import ENTER_KEYS
from curator.gui.widgets.text_field import TextField

_CHANGING = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_STANDARD = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Refusing(QObject):
    """Listens to keys before the widgets do, and takes none away from them."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        page = desk.digest_page
        fields: list[QWidget] = page.head.findChildren(TextField)
        tables = [*(rows.table for rows in page.tables()), desk.ledger_page.table]
        for part in (desk.window, *fields, *tables):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say the reason where the key would change something if that could be."""
        reason = self._desk.session.access.reason
        if (
            reason
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and (self._is_off(event, watched) or _changes(watched, event))
        ):
            self._desk.session.messages.say(reason)
        return super().eventFilter(watched, event)

    def _is_off(self, event: QKeyEvent, watched: QObject) -> bool:
        """Whether it is the key of an action that the state of the library forbids."""
        pressed = QKeySequence(event.keyCombination())
        for spec in ACTIONS:
            if PERMISSIONS.isdisjoint(spec.needs) or spec.scope not in {"", watched.objectName()}:
                continue
            action = self._desk.actions[spec.id]
            if pressed in action.shortcuts() and not action.isEnabled():
                return True
        return False


def _changes(watched: QObject, event: QKeyEvent) -> bool:
    """Whether a key, in a field or a table, would edit the text there."""
    if not isinstance(watched, TextField | CellTable):
        return False
    if event.key() in _CHANGING or any(event.matches(key) for key in _STANDARD):
        return True
    if event.key() in ENTER_KEYS:
        return isinstance(watched, CellTable) and watched.objectName() != "closestTable"
    return event.text().isprintable() and bool(event.text()) and not event.modifiers() & _COMMANDS
