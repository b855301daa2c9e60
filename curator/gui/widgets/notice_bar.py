"""The bar inside the window for sentences with something to do about them, such as Undo."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from curator.gui.messages import ERROR, Notice
from curator.gui.theme import icon, set_icon


class NoticeBar(QFrame):
    """Shows the newest notice until it is closed, answered or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAccessibleName("Notice")
        self._notice = Notice("")
        self._act: Callable[[], object] | None = None
        self._sign = QLabel(self)
        self._text = QLabel(self, wordWrap=True)
        self._text.setObjectName("noticeText")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._verb = QPushButton(self)
        self._verb.setObjectName("noticeVerb")
        self._verb.clicked.connect(self._do)
        self._copy = QPushButton("Copy details", self)
        self._copy.setObjectName("noticeCopy")
        self._copy.clicked.connect(self._copy_details)
        self._close = QToolButton(self, autoRaise=True)
        self._close.setObjectName("noticeClose")
        self._close.setAccessibleName("Close the notice")
        set_icon(self._close, "close")
        self._close.setToolTip("Close the notice")
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, stretch=1)
        for button in (self._verb, self._copy, self._close):
            layout.addWidget(button)
        self.hide()

    @property
    def notice(self) -> Notice:
        """The notice it shows or showed last."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in the place of the one before."""
        self._notice = notice
        self._act = notice.act
        self._text.setText(f"{notice.text} {notice.hint}".strip())
        self._verb.setText(notice.verb)
        self._verb.setVisible(bool(notice.verb))
        self._copy.setVisible(notice.tone == ERROR)
        self.setProperty("tone", notice.tone)
        self.setAccessibleDescription(self._text.text())
        self._sign.setPixmap(icon("warning", "danger").pixmap(16, 16))
        self._sign.setVisible(notice.tone == ERROR)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _do(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()

    def _copy_details(self) -> None:
        notice = self._notice
        parts = (notice.text, notice.hint, notice.details)
        QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))
