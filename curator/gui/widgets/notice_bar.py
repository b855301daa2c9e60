"""The bar over the foot of the window for sentences with something to do, such as Undo."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from curator.domain.text import visible
from curator.gui.messages import ERROR, Notice
from curator.gui.theme import icon, set_icon
from curator.gui.widgets.growing_text import ENTER_KEYS

LINGER = 8_000
"""Milliseconds that a notice stays which tells of a success."""
GAP, WIDEST = 12, 720
"""Pixels around the bar, and how wide it grows."""


class NoticeBar(QFrame):
    """Shows the newest notice until it is closed, answered, replaced, or has been there a while.

    It lies over its parent, at the foot, and moves nothing. It never takes the focus by itself,
    so that Enter or Space meant for something else do not answer it: `enter` goes into it.
    """

    def __init__(self, parent: QWidget | None = None, linger: int = LINGER) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAccessibleName("Notice")
        self._notice = Notice("")
        self._act: Callable[[], object] | None = None
        self._end = QTimer(self, singleShot=True, interval=linger)
        self._end.timeout.connect(self._go_by_itself)
        self._sign = QLabel(self)
        self._text = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
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
        self._row = QHBoxLayout(self)
        self._lay_out()
        self._allow_focus(Qt.FocusPolicy.NoFocus)
        if parent is not None:
            parent.installEventFilter(self)
        self.hide()

    @property
    def notice(self) -> Notice:
        """The notice it shows or showed last."""
        return self._notice

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in the place of the one before."""
        self._notice = notice
        self._act = notice.act
        self._text.setText(visible(f"{notice.text} {notice.hint}".strip()))
        self._verb.setText(notice.verb)
        self._verb.setVisible(bool(notice.verb))
        self._copy.setVisible(notice.tone == ERROR)
        self.setProperty("tone", notice.tone)
        self.setAccessibleDescription(self._text.text())
        self._sign.setPixmap(icon("warning", "danger").pixmap(16, 16))
        self._sign.setVisible(notice.tone == ERROR)
        self.style().unpolish(self)
        self.style().polish(self)
        self._take_place()
        self.show()
        self.raise_()
        self._wait_for_the_end()

    def enter(self) -> None:
        """Put the focus on what the notice offers; Esc closes it."""
        if self.isVisible():
            self._allow_focus(Qt.FocusPolicy.StrongFocus)
            offered = self._close if self._verb.isHidden() else self._verb
            offered.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget_step(self, step_id: int) -> None:
        """Go if the notice is about a step that was undone."""
        if step_id and self._notice.step_id == step_id:
            self.hide()

    def leave_digest(self) -> None:
        """Go if the notice is about the digest that was shown until now."""
        if self._notice.of_digest:
            self.hide()

    def hideEvent(self, event: QEvent) -> None:
        """Its buttons can't be reached by Tab until somebody goes into the next notice."""
        self._end.stop()
        self._allow_focus(Qt.FocusPolicy.NoFocus)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Who points at the notice may be reading it."""
        self._end.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._wait_for_the_end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep its place at the foot of its parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._take_place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in ENTER_KEYS and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._row.setSpacing(8)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, stretch=1)
        for button in (self._verb, self._copy, self._close):
            self._row.addWidget(button)

    def _take_place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self._row.activate()
        width = min(WIDEST, parent.width() - 2 * GAP)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        left = (parent.width() - width) // 2
        self.setGeometry(left, parent.height() - height - GAP, width, height)

    def _allow_focus(self, policy: Qt.FocusPolicy) -> None:
        for button in (self._verb, self._copy, self._close):
            button.setFocusPolicy(policy)

    def _wait_for_the_end(self) -> None:
        if self._notice.tone == ERROR or self._notice.lasting:
            self._end.stop()
        else:
            self._end.start()

    def _go_by_itself(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget()):
            self._end.start()
        else:
            self.hide()

    def _do(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()

    def _copy_details(self) -> None:
        notice = self._notice
        parts = (notice.text, notice.hint, notice.details)
        QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))
