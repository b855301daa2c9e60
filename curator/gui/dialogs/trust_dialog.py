"""Is my work safe? A verdict, the facts behind it, and one button for each that mends it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from curator.domain.text import visible
from curator.gui.theme import icon
from curator.gui.widgets.plain_label import PlainLabel
from curator.gui.widgets.plain_tip import plain_tip
from curator.workspace.trust import Trust
from curator.workspace.trust_facts import BAD, GOOD, NOTE, Fact

SIGNS = {GOOD: ("check", "accent"), NOTE: ("look", "warn"), BAD: ("warning", "danger")}
SPOKEN = {GOOD: "good", NOTE: "worth a look", BAD: "needs you"}
_WORDS, _COLUMNS = 2, 4


class TrustDialog(QDialog):
    """Shows what it is told; whoever opens it asks the library, and asks again after each deed.

    Signals:
        mend_requested(str): the id of the action behind the button that was pressed.
    """

    mend_requested = QtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trustDialog")
        self.setWindowTitle("Is my work safe?")
        self.resize(800, 640)
        self._trust: Trust | None = None
        self._rows: dict[str, _FactRow] = {}
        self._sign = QLabel(self)
        self._verdict = PlainLabel("Looking …", self, name="trustVerdict", tone="title")
        self._doing = PlainLabel("", self, name="trustDoing", tone="quiet", breaks=True)
        self._page = QWidget(self)
        self._grid = QGridLayout(self._page)
        self._lay_out()

    def show_trust(self, trust: Trust, off: Mapping[str, str] | None = None) -> None:
        """Show this state; `off` says of actions that can't be chosen now why that is so."""
        self._trust = trust
        self._verdict.setText(trust.verdict)
        for fact in trust.facts:
            if fact.id not in self._rows:
                self._add_row(fact)
            self._rows[fact.id].show_fact(fact, (off or {}).get(fact.mend, ""))
        self._draw_signs()

    def show_refusal(self, words: str) -> None:
        """Say why the library gives no answer."""
        self._verdict.setText(words)

    def tell(self, words: str) -> None:
        """Say at the foot what is being done, or what came of it."""
        self._doing.setText(words)

    def text(self) -> str:
        """All of it, for a message to somebody who shall help."""
        if self._trust is None:
            return self._verdict.text()
        lines = (f"{fact.title} ({SPOKEN[fact.state]}): {fact.words}" for fact in self._trust.facts)
        return "\n".join((self._trust.verdict, *lines))

    def changeEvent(self, event: QEvent) -> None:
        """Signs are drawn in the colours of the scheme in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._trust is not None:
            self._draw_signs()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.setContentsMargins(0, 0, 12, 0)
        head.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._verdict, stretch=1)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(_WORDS, 1)
        area = QScrollArea(self, widgetResizable=True)
        area.setAccessibleName("What is known of the library")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        area.setWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.setContentsMargins(24, 20, 12, 16)
        layout.addLayout(head)
        layout.addWidget(area, stretch=1)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.setContentsMargins(0, 0, 12, 0)
        copy = QPushButton("Copy", self, autoDefault=False)
        copy.setObjectName("trustCopy")
        copy.setToolTip("Copy all of this page as text")
        copy.clicked.connect(self._copy)
        close = QPushButton("Close", self, default=True)
        close.clicked.connect(self.accept)
        line.addWidget(copy)
        line.addWidget(self._doing, stretch=1)
        line.addWidget(close)
        return line

    def _add_row(self, fact: Fact) -> None:
        row = _FactRow(fact, self._page)
        row.button.clicked.connect(partial(self._mend, fact.id))
        at = 2 * len(self._rows)
        if at:
            line = QFrame(self._page)
            line.setObjectName("hairline")
            line.setFixedHeight(1)
            self._grid.addWidget(line, at - 1, 0, 1, _COLUMNS)
        for column, part in enumerate((row.sign, row.title, row.words, row.button)):
            self._grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignTop)
        self._rows[fact.id] = row
        self._grid.setRowStretch(at + 1, 0)
        self._grid.setRowStretch(at + 2, 1)

    def _draw_signs(self) -> None:
        if self._trust is not None:
            self._sign.setPixmap(icon(*SIGNS[self._trust.state]).pixmap(24, 24))
        for row in self._rows.values():
            row.draw_sign()

    def _mend(self, fact_id: str, _checked: bool = False) -> None:
        self.mend_requested.emit(self._rows[fact_id].fact.mend)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


class _FactRow:
    """The widgets of one fact: sign, title, words and button."""

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        self.fact = fact
        self.sign = QLabel(parent)
        self.title = QLabel(fact.title, parent)
        self.title.setProperty("tone", "strong")
        self.words = PlainLabel("", parent, name=f"fact.{fact.id}", breaks=True)
        self.button = QPushButton(parent, autoDefault=False)
        self.button.setObjectName(f"mend.{fact.id}")
        for label, above in ((self.sign, 4), (self.title, 6), (self.words, 6)):
            label.setContentsMargins(0, above, 0, above)  # first lines level with the button

    def show_fact(self, fact: Fact, why_off: str) -> None:
        """Show what the fact says now; `why_off` keeps its button from being pressed."""
        self.fact = fact
        self.words.setText(fact.words)
        spoken = f"{fact.title}, {SPOKEN[fact.state]}: {visible(fact.words)}"
        self.words.setAccessibleName(spoken)
        self.button.setText(fact.mend_words)
        self.button.setVisible(bool(fact.mend))
        self.button.setEnabled(not why_off)
        self.button.setToolTip(plain_tip(why_off))
        self.button.setAccessibleName(f"{fact.title}: {fact.mend_words}")

    def draw_sign(self) -> None:
        """Draw the sign of its state."""
        self.sign.setPixmap(icon(*SIGNS[self.fact.state]).pixmap(20, 20))
        self.sign.setToolTip(SPOKEN[self.fact.state].capitalize())
