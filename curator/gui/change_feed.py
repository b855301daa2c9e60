"""The one signal by which all views hear of changes."""

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import Changes


class ChangeFeed(QObject):
    """Hands the changes of every deed to the views, on the thread the feed lives in.

    Signals:
        changed(Changes): a deed was committed; sent once for each, in their order.
    """

    changed = QtSignal(object)
    _arrived = QtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Qt calls this at once for the feed's own thread and queues it for any other.
        self._arrived.connect(self._announce)

    def publish(self, changes: Changes) -> None:
        """Tell the views; may be called from any thread. Nothing changed, nothing is told."""
        if not changes.is_empty:
            self._arrived.emit(changes)

    def _announce(self, changes: Changes) -> None:
        self.changed.emit(changes)
