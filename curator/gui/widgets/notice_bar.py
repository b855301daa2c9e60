"""The bar over the foot of the window for sentences with something to do, such as Undo."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from curator.gui.messages import ERROR, Notice
from curator.gui.theme import icon, set_icon
from curator.gui.widgets.former_focus import FormerFocus
from curator.gui.widgets.growing_text import ENTER_KEYS
from curator.gui.widgets.plain_label import PlainLabel

LINGER = 8_000
"""Milliseconds that a notice stays which tells of a success."""
GAP, WIDEST = 12, 720
"""Pixels around the bar, and how wide it grows."""


class NoticeBar(QFrame):
    """Shows the newest notice until it is closed, answered, replaced, or has been there a while.

    One that is lasting is not lost to a newer one: it waits, and comes back after it, unless the
    newer one is about the same topic.

    It lies over its parent, at the foot, and moves nothing. It never takes the focus by itself,
    so that Enter or Space meant for something else do not answer it: `enter` goes into it.
    """

    def __init__(self, parent: QWidget | None = None, linger: int = LINGER) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAccessibleName("Notice")
        self._notice = Notice("")
        self._waiting: list[Notice] = []
        self._former = FormerFocus(self)
        self._end = QTimer(self, singleShot=True, interval=linger)
        self._end.timeout.connect(self._go_by_itself)
        self._sign = QLabel(self)
        self._text = PlainLabel("", self, name="noticeText")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = PlainLabel("", self, name="noticeMore", tone="quiet", wraps=False)
        self._more.setToolTip("What was said before comes back when this is closed")
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
        self._close.clicked.connect(self.dismiss)
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
        told = self._waiting if self.isHidden() else [*self._waiting, self._notice]
        self._waiting = [old for old in told if old.lasting and not _is_same(old, notice)]
        self._show(notice)

    def dismiss(self) -> None:
        """Have done with the notice; the lasting one that it hid comes back."""
        self._former.give_back()
        self.hide()
        if self._waiting:
            self._show(self._waiting.pop())

    def enter(self) -> None:
        """Put the focus on what the notice offers; Esc closes it."""
        if self.isVisible():
            self._allow_focus(Qt.FocusPolicy.StrongFocus)
            offered = self._close if self._verb.isHidden() else self._verb
            offered.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def forget_step(self, step_id: int) -> None:
        """Go if the notice is about a step that was undone."""
        if step_id:
            self._forget([notice for notice in self._told() if notice.step_id == step_id])

    def withdraw(self, topic: str) -> None:
        """Go if the notice is about a topic of which it is no longer true."""
        self._forget([notice for notice in self._told() if notice.topic == topic])

    def leave_digest(self) -> None:
        """Go if the notice is about the digest that was shown until now."""
        self._forget([notice for notice in self._told() if notice.of_digest])

    def showEvent(self, event: QShowEvent) -> None:
        """Take its place again: before the window was shown, nothing had its size or its font."""
        self._take_place()

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
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._take_place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in ENTER_KEYS and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _show(self, notice: Notice) -> None:
        self._notice = notice
        self._text.setText(f"{notice.text} {notice.hint}".strip())
        self._more.setText(f"{len(self._waiting)} more")
        self._more.setVisible(bool(self._waiting))
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

    def _told(self) -> list[Notice]:
        """What it shows and what waits behind that."""
        return [*self._waiting, self._notice]

    def _forget(self, notices: Sequence[Notice]) -> None:
        self._waiting = [notice for notice in self._waiting if notice not in notices]
        if self._notice in notices and not self.isHidden():
            self.dismiss()
        self._more.setVisible(bool(self._waiting))
        self._more.setText(f"{len(self._waiting)} more")
        self._take_place()

    def _lay_out(self) -> None:
        self._row.setSpacing(8)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, stretch=1)
        for part in (self._more, self._verb, self._copy, self._close):
            self._row.addWidget(part)

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
            self.dismiss()

    def _do(self) -> None:
        act = self._notice.act
        self.dismiss()
        if act is not None:
            act()

    def _copy_details(self) -> None:
        notice = self._notice
        parts = (notice.text, notice.hint, notice.details)
        QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))


def _is_same(old: Notice, new: Notice) -> bool:
    """Whether the new one says all that is still of use of the old one."""
    return old.topic == new.topic if old.topic else old.text == new.text
