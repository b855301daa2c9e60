"""The forms of the bulk dialog: each says what a person wants to be done to many records."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from curator.domain.review import DONE, REVIEWS
from curator.domain.signal import Signal
from curator.domain.term import KEYWORD, THEME
from curator.gui.widgets.completer import Completer
from curator.workspace.bulk_edits import (
    APPEND,
    CLEAR,
    FILLED_FIELDS,
    SEARCHED_FIELDS,
    SET,
    AddTerm,
    Edit,
    Fill,
    RemoveTerm,
    Replace,
    Review,
)
from curator.workspace.editing import field_words
from curator.workspace.replacing import Replacement

Complete = Callable[[str, str], list[str]]
"""The themes or keywords (by kind) that a text may be the beginning of."""
_IN_A_LINE = 6
_OPTIONS = {
    "word": ("&Whole words", "Only where it stands as a word of its own"),
    "case": ("Match &capitals", "Find “AI” and leave “ai”"),
    "regex": ("Regular e&xpression", "A pattern; \\1 in the replacement is its first group"),
}


class Form(QWidget):
    """One way to edit many records. Emits `changed` when another edit is asked for."""

    changed = QtSignal()
    verb = ""

    def edit(self) -> Edit | None:
        """What is asked for; None while that is not complete."""
        raise NotImplementedError

    def begin(self) -> None:
        """Take the focus, in the field that is filled in first."""
        raise NotImplementedError

    def _tell(self, *_told: object) -> None:
        self.changed.emit()


class ReplaceForm(Form):
    """Find and replace in the fields that are ticked."""

    verb = "Replace"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = _line("bulkFind", "Find", self)
        self._by = _line("bulkBy", "Replace by", self)
        self._options = {
            name: _box(f"bulk.{name}", text, tip, self) for name, (text, tip) in _OPTIONS.items()
        }
        self._fields = {
            name: _box(f"field.{name}", _capital(field_words(name)), "", self)
            for name in SEARCHED_FIELDS
        }
        for name, box in self._fields.items():
            box.setChecked(name in Signal.TEXT_FIELDS)
        for line in (self._find, self._by):
            line.textChanged.connect(self._tell)
        for box in (*self._options.values(), *self._fields.values()):
            box.toggled.connect(self._tell)
        self._lay_out()

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(16)
        for box in self._options.values():
            options.addWidget(box)
        options.addStretch()
        fields = QGridLayout()
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(10)
        for place, box in enumerate(self._fields.values()):
            fields.addWidget(box, place // _IN_A_LINE, place % _IN_A_LINE)
        layout = _form(self)
        layout.addRow("&Find", self._find)
        layout.addRow("Replace &by", self._by)
        layout.addRow("", options)
        layout.addRow("In", fields)

    def begin(self) -> None:
        """Take the focus."""
        self._find.setFocus()

    def edit(self) -> Replace | None:
        """What is to be replaced, where there is something to be found."""
        fields = tuple(name for name, box in self._fields.items() if box.isChecked())
        if not self._find.text() or not fields:
            return None
        chosen = {name: box.isChecked() for name, box in self._options.items()}
        return Replace(fields, Replacement(self._find.text(), self._by.text(), **chosen))


class FillForm(Form):
    """Set, append to or clear one field."""

    verb = "Change"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = _choice(
            "bulkField",
            "Field",
            ((name, _capital(field_words(name))) for name in FILLED_FIELDS),
            self,
        )
        self._field.setCurrentIndex(FILLED_FIELDS.index("driving_force"))
        ways = ((SET, "Set to"), (APPEND, "Append"), (CLEAR, "Clear"))
        self._how = _choice("bulkHow", "What to do with the field", ways, self)
        self._text = _line("bulkText", "Text", self)
        for choice in (self._field, self._how):
            choice.currentIndexChanged.connect(self._tell)
        self._text.textChanged.connect(self._tell)
        layout = _form(self)
        layout.addRow("Fi&eld", self._field)
        layout.addRow("&Do", self._how)
        layout.addRow("&Text", self._text)

    def begin(self) -> None:
        """Take the focus."""
        self._text.setFocus()

    def edit(self) -> Fill | None:
        """What becomes of the field."""
        how, text = self._how.currentData(), self._text.text()
        self._text.setEnabled(how != CLEAR)
        if not text and how != CLEAR:
            return None
        return Fill(self._field.currentData(), how, "" if how == CLEAR else text)


class TermForm(Form):
    """Add or remove a theme or keyword."""

    verb = "Change"

    def __init__(self, complete: Complete, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete = complete
        ways = (("add", "Add"), ("remove", "Remove"))
        self._how = _choice("bulkTermHow", "Add or remove", ways, self)
        kinds = ((THEME, "Theme"), (KEYWORD, "Keyword"))
        self._kind = _choice("bulkTermKind", "Theme or keyword", kinds, self)
        self._name = _line("bulkTermName", "Its name", self)
        self._completer = Completer(self._name, self._offer)
        self._completer.activated.connect(self._name.setText)
        self._name.textEdited.connect(self._completer.complete_later)
        for choice in (self._how, self._kind):
            choice.currentIndexChanged.connect(self._tell)
        self._name.textChanged.connect(self._tell)
        layout = _form(self)
        layout.addRow("&Do", self._how)
        layout.addRow("&Kind", self._kind)
        layout.addRow("&Name", self._name)

    def _offer(self, text: str) -> list[str]:
        return self._complete(self._kind.currentData(), text)

    def begin(self) -> None:
        """Take the focus."""
        self._name.setFocus()

    def edit(self) -> AddTerm | RemoveTerm | None:
        """Which theme or keyword comes or goes, once it has a name."""
        kind, name = self._kind.currentData(), self._name.text().strip()
        if not name:
            return None
        adds = self._how.currentData() == "add"
        return AddTerm(kind, name) if adds else RemoveTerm(kind, name)


class ReviewForm(Form):
    """Say how far the judgement has come."""

    verb = "Mark"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        states = ((state, _capital(state)) for state in REVIEWS)
        self._state = _choice("bulkState", "Review state", states, self)
        self._state.setCurrentIndex(REVIEWS.index(DONE))
        self._state.currentIndexChanged.connect(self._tell)
        _form(self).addRow("&Mark as", self._state)

    def begin(self) -> None:
        """Take the focus."""
        self._state.setFocus()

    def edit(self) -> Review:
        """The state."""
        return Review(self._state.currentData())


def _form(parent: QWidget) -> QFormLayout:
    layout = QFormLayout(parent)
    layout.setContentsMargins(0, 12, 0, 4)
    layout.setHorizontalSpacing(12)
    layout.setVerticalSpacing(8)
    return layout


def _line(name: str, words: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setObjectName(name)
    line.setAccessibleName(words)
    return line


def _box(name: str, text: str, tip: str, parent: QWidget) -> QCheckBox:
    box = QCheckBox(text, parent)
    box.setObjectName(name)
    box.setToolTip(tip)
    return box


def _choice(name: str, words: str, items: Iterable[tuple[str, str]], parent: QWidget) -> QComboBox:
    choice = QComboBox(parent)
    choice.setObjectName(name)
    choice.setAccessibleName(words)
    for value, text in items:
        choice.addItem(text, value)
    return choice


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
