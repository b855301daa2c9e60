"""When something was really on the screen."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

DEADLINE = 120


class PaintWatch(QObject):
    """Notes the first time that a widget is painted once `ready` says that there is something."""

    def __init__(self, widget: QWidget, ready: Callable[[], bool]) -> None:
        super().__init__()
        self.seen = False
        self._ready = ready
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt calls it
        """Looks at each event and holds none back."""
        if event.type() == QEvent.Type.Paint and self._ready():
            self.seen = True
        return False


def wait_for_paint(
    widget: QWidget, deed: Callable[[], object], ready: Callable[[], bool] = lambda: True
) -> float:
    """Do a deed and wait until the widget was painted; the time of the clock at that moment.

    Raises:
        TimeoutError: it is never painted.
    """
    watch = PaintWatch(widget, ready)
    deed()
    deadline = time.monotonic() + DEADLINE
    while not watch.seen:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{widget.objectName()} is never painted")
        QApplication.processEvents()
    return time.time()
