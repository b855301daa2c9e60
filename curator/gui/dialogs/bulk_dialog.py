"""Edits many records at once: what to do, what would change, and only then the deed."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from curator.gui.dialogs.bulk_forms import (
    Complete,
    FillForm,
    Form,
    ReplaceForm,
    ReviewForm,
    TermForm,
)
from curator.gui.dialogs.plan_view import PlanView
from curator.gui.models.plan_table import PlanTable
from curator.gui.widgets.plain_label import PlainLabel
from curator.workspace.bulk_edits import Plan
from curator.workspace.ticks import Ticks

PAUSE = 250
"""Milliseconds of quiet after which the preview is asked for."""
REPLACE, FILL, TERMS, REVIEW = range(4)


class BulkDialog(QDialog):
    """Shows what it is told; the last preview stays, in grey, until the next one is there.

    Signals:
        preview_wanted(object): the edit to plan; None where there is nothing to do yet.
        apply_requested(Plan, Ticks): the person wants what is ticked to be done.
    """

    preview_wanted = QtSignal(object)
    apply_requested = QtSignal(object, object)

    def __init__(self, complete: Complete, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkDialog")
        self.setWindowTitle("Edit many")
        self.resize(920, 620)
        self._plan: Plan | None = None
        self._ticks: Ticks | None = None
        self._fresh = False
        self._scope = PlainLabel("", self, name="bulkScope", tone="strong")
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("bulkTabs")
        self._forms: tuple[Form, ...] = (
            ReplaceForm(self), FillForm(self), TermForm(complete, self), ReviewForm(self)
        )  # fmt: skip
        titles = ("&Replace", "&Set a field", "T&hemes and keywords", "Re&view")
        for form, title in zip(self._forms, titles, strict=True):
            self._tabs.addTab(form, title)
            form.changed.connect(self._wait)
        self._mistake = PlainLabel("", self, name="bulkMistake", tone="danger")
        self._mistake.hide()
        self._model = PlanTable(self)
        self._model.ticked.connect(self._count)
        self._view = PlanView(self._model, self)
        self._numbers = PlainLabel("", self, name="bulkNumbers", tone="quiet")
        self._all = self._button("bulkAll", "&Tick all", on=True)
        self._none = self._button("bulkNone", "&Untick all", on=False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._want)
        self._tabs.currentChanged.connect(self._change_form)
        self._lay_out()

    # --- what it is told ----------------------------------------------------------------------

    def open_form(self, form: int) -> None:
        """Begin with one of the forms."""
        self._tabs.setCurrentIndex(form)
        self._change_form()

    def tell_scope(self, words: str) -> None:
        """Say what it works on."""
        self._scope.setText(words)

    def show_plan(self, plan: Plan | None) -> None:
        """Show what would change; None: nothing is asked for yet."""
        self._plan, self._ticks = plan, Ticks(plan) if plan else None
        self._fresh = plan is not None
        self._mistake.hide()
        self._model.show(plan, self._ticks)
        self._view.setEnabled(True)
        self._view.scrollToTop()

    def show_mistake(self, sentence: str) -> None:
        """Say what is wrong with what is asked for; the last preview stays in grey."""
        self._mistake.setText(sentence)
        self._mistake.show()
        self._numbers.setText("")
        self._count()

    def edit(self) -> object:
        """What the form in front asks for."""
        return self._form().edit()

    # --- how it follows -----------------------------------------------------------------------

    def _form(self) -> Form:
        return self._forms[self._tabs.currentIndex()]

    def _change_form(self) -> None:
        self.show_plan(None)
        self._form().begin()
        self._want()

    def _wait(self) -> None:
        self._grow_old()
        self._pause.start()

    def _want(self) -> None:
        self._pause.stop()
        self._grow_old()
        edit = self.edit()
        if edit is not None:
            self._numbers.setText("Looking …")
        self.preview_wanted.emit(edit)

    def _grow_old(self) -> None:
        self._fresh = False
        self._view.setEnabled(self._plan is None)
        self._count()

    def _count(self) -> None:
        numbers, verb = self._model.numbers(), self._form().verb
        self._go.setEnabled(self._fresh and numbers.changes > 0)
        for button in (self._all, self._none):
            button.setEnabled(self._fresh and self._model.rowCount() > 0)
        if self._fresh:
            self._go.setText(f"{verb} in {numbers.places()}" if numbers.changes else verb)
            self._numbers.setText(self._words())
        elif self._plan is None:
            self._go.setText(verb)
            self._numbers.setText("")

    def _words(self) -> str:
        all_, ticked = self._model.rowCount(), self._model.numbers()
        if not all_:
            return "Nothing would change."
        if ticked.changes == all_:
            return f"{ticked.words()}."
        return f"{ticked.words()}; {all_ - ticked.changes:,} of {all_:,} left out."

    def _apply(self) -> None:
        if self._go.isEnabled() and self._plan is not None:
            plan, ticks = self._plan, self._ticks
            self.accept()
            self.apply_requested.emit(plan, ticks)

    # --- building -----------------------------------------------------------------------------

    def _button(self, name: str, text: str, *, on: bool) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(self._tick_all if on else self._untick_all)
        return button

    def _tick_all(self) -> None:
        self._model.turn_all(on=True)

    def _untick_all(self) -> None:
        self._model.turn_all(on=False)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton("Replace", QDialogButtonBox.ButtonRole.ActionRole)
        self._go.setObjectName("bulkGo")
        self._go.setDefault(True)
        self._go.clicked.connect(self._apply)
        buttons.rejected.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._numbers, stretch=1)
        line.addWidget(self._all)
        line.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(self._scope)
        layout.addWidget(self._tabs, alignment=Qt.AlignmentFlag(0))
        layout.addWidget(self._mistake)
        layout.addWidget(self._view, stretch=1)
        layout.addLayout(line)
        layout.addWidget(buttons)
        self._count()
