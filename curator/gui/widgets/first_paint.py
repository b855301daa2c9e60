"""When a part of the window was seen first."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Tells once that a widget was painted, and is gone then.

    Signals:
        painted(): the next time that it is painted lies behind it.
    """

    painted = QtSignal()

    def __init__(self, widget: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at each event and holds none back."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        self.painted.emit()
        self.deleteLater()
