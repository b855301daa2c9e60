"""The two buttons of a mouse that go back and forward."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget


class WayButtons(QObject):
    """Hears of them wherever in a window they are pressed, before the part under the mouse does:
    lists and tables would take them for a choice.

    Signals:
        back_pressed(), forward_pressed()
    """

    back_pressed = QtSignal()
    forward_pressed = QtSignal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Listen at the surface of the window, which comes with it; take the two buttons there."""
        if event.type() == QEvent.Type.WinIdChange and watched is self._window:
            surface = cast("QWindow | None", self._window.windowHandle())
            if surface is not None:  # it is just going where the window goes
                surface.installEventFilter(self)
        elif event.type() == QEvent.Type.MouseButtonPress and watched is not self._window:
            return isinstance(event, QMouseEvent) and self._told(event.button())
        return super().eventFilter(watched, event)

    def _told(self, button: Qt.MouseButton) -> bool:
        if button == Qt.MouseButton.BackButton:
            self.back_pressed.emit()
        elif button == Qt.MouseButton.ForwardButton:
            self.forward_pressed.emit()
        else:
            return False
        return True
