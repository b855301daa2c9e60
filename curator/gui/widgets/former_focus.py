"""Where a person worked before going into a part of the window that comes and goes."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FormerFocus(QObject):
    """Puts the focus back there when the part goes; Qt would give it to the next in the chain.

    An editor may be closed meanwhile, so that its table, or whatever holds that, comes next.
    """

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._way: list[QWidget] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def give_back(self) -> None:
        """Go back to where the person was, if the focus is in the part now."""
        if not self._holds(self._part.window().focusWidget()):
            return
        for widget in self._way:
            if isValid(widget) and widget.isVisible() and _takes_focus(widget):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and self._holds(new) and not self._holds(old):
            self._way = _ancestors(old) if old.window() is self._part.window() else []

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self._part.isAncestorOf(widget)


def _ancestors(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        found.append(at)
        at = at.parentWidget()
    return found


def _takes_focus(widget: QWidget) -> bool:
    return widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
