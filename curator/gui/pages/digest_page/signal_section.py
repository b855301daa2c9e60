"""Signals and the later kinds of rows: one table under tabs with the number of each kind."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from curator.domain.changes import Changes
from curator.domain.signal import BEHAVIOUR, CONCERN, ISSUE, KINDS, SIGNAL, TECHNOLOGY, Signal
from curator.domain.whole import WholeDigest
from curator.gui.models.scope import Scope
from curator.gui.models.signal_columns import signal_columns
from curator.gui.pages.digest_page.row_table import RowDeeds, RowTable
from curator.gui.session import Session
from curator.workspace import reading, rows

PLURALS = {
    SIGNAL: "Signals",
    CONCERN: "Concerns",
    BEHAVIOUR: "Behaviours",
    TECHNOLOGY: "Technologies",
    ISSUE: "Issues",
}


_LEADS_IN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down})


class SignalSection(QWidget):
    """Signals:
    kind_changed(): another kind of rows is shown.
    """

    kind_changed = QtSignal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._digest_id = 0
        self._kinds: dict[int, str] = {}
        self._layout_name = ""
        self.tabs = QTabBar(self, expanding=False, drawBase=False)
        self.tabs.setObjectName("signalKinds")
        self.tabs.setAccessibleName("Kinds of rows")
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)  # else the page can't be narrow
        for kind in KINDS:
            self.tabs.addTab(PLURALS[kind])
        deeds = RowDeeds(rows.delete_signals, rows.move_signals)
        self.rows = RowTable(session, "signalsTable", "Signals", deeds, parent=self)
        self.rows.table.set_hint("No rows yet.", "Ctrl+Enter adds one.")
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.rows)
        self.rows.table.edit_ended.connect(self._renew_columns)
        self.tabs.currentChanged.connect(self._show_kind)
        self.tabs.tabBarClicked.connect(self._enter_kind)
        self.tabs.installEventFilter(self)

    def show_digest(self, whole: WholeDigest) -> None:
        """Show the rows of a digest, of the kind that was seen last where it has any."""
        another = whole.digest.id != self._digest_id
        self._digest_id = whole.digest.id
        self._layout_name = whole.digest.layout
        self._count({row.id: row.kind for row in whole.signals})
        if another and not whole.signals_of(self.kind()):
            first = next((row.kind for row in whole.signals), SIGNAL)
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(KINDS.index(first))
            self.tabs.blockSignals(False)
        self._show_rows(whole)

    def apply(self, changes: Changes) -> None:
        """Follow a commit."""
        self.rows.apply(changes)
        kinds = dict(self._kinds)
        for change in changes.of_kind("signal"):
            if change.digest_id != self._digest_id:
                continue
            if isinstance(change.after, Signal):
                kinds[change.id] = change.after.kind
            else:
                kinds.pop(change.id, None)
        self._count(kinds)
        self._renew_columns()

    def kind(self) -> str:
        """The kind of rows that is shown."""
        return KINDS[self.tabs.currentIndex()]

    def add(self) -> None:
        """Begin a row below the current one."""
        blank = Signal(digest_id=self._digest_id, kind=self.kind())
        add = partial(rows.add_signal, digest_id=self._digest_id, kind=self.kind())
        self.rows.begin_row(blank, add)

    def duplicate(self) -> None:
        """Put a copy of each selected row behind it."""
        if ids := self.rows.selected_ids():
            changes = self._session.do(partial(rows.duplicate_signals, ids=ids))
            if added := [item.id for item in changes.items if item.before is None]:
                self.rows.select(added[-1])

    def select(self, signal_id: int, title: str = "") -> bool:
        """Go to a row of any kind; False where the digest does not have it."""
        kind = self._kinds.get(signal_id)
        if kind is None:
            return False
        self.tabs.setCurrentIndex(KINDS.index(kind))
        return self.rows.select(signal_id, title)

    def point_to(self, signal_id: int) -> None:
        """Show where a row stands; the focus stays where it is."""
        if kind := self._kinds.get(signal_id):
            self.tabs.setCurrentIndex(KINDS.index(kind))
            self.rows.select(signal_id, enter=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Space and Down lead from a tab into its table."""
        if (
            watched is self.tabs
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _LEADS_IN
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.rows.enter()
            return True
        return super().eventFilter(watched, event)

    def _enter_kind(self, place: int) -> None:
        if place >= 0:
            self.tabs.setCurrentIndex(place)
            self.rows.enter()

    def _show_kind(self) -> None:
        if self._digest_id:
            question = partial(reading.whole, self._session.workspace, self._digest_id)
            self._show_rows(self._session.ask(question, WholeDigest()))
        self.kind_changed.emit()

    def _show_rows(self, whole: WholeDigest) -> None:
        kind = self.kind()
        records = whole.signals_of(kind)
        columns = signal_columns(kind, records, self._layout_name)
        self.rows.table.setAccessibleName(PLURALS[kind])
        self.rows.show_rows(records, Scope(Signal, self._digest_id, kind), columns)

    def _renew_columns(self) -> None:
        """An undo can bring back a value for which the table has no column yet."""
        model = self.rows.model
        records = [record for record in model.records if isinstance(record, Signal)]
        columns = signal_columns(self.kind(), records, self._layout_name)
        if [column.title for column in columns] != [column.title for column in model.columns]:
            self.rows.renew_columns(columns)

    def _count(self, kinds: dict[int, str]) -> None:
        self._kinds = kinds
        counted = Counter(kinds.values())
        for place, kind in enumerate(KINDS):
            number = f" {counted[kind]}" if counted[kind] else ""
            self.tabs.setTabText(place, f"{PLURALS[kind]}{number}")
