"""A name for a search that is to be kept."""

from collections.abc import Collection

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from curator.domain.text import one_line, quoted
from curator.gui.widgets.plain_label import PlainLabel

WIDTH = 420


class SearchDialog(QDialog):
    """Signals:
    named(str): the search is to be kept under this name.
    """

    named = QtSignal(str)

    def __init__(
        self, text: str, proposal: str, taken: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("searchDialog")
        self.setWindowTitle("Save the search")
        self.setMinimumWidth(WIDTH)
        self._taken = {name.casefold() for name in taken}
        heading = PlainLabel("Save the search", self, tone="heading")
        told = PlainLabel(text, self, name="searchText", tone="quiet")
        label = QLabel("&Name in the sidebar", self)
        self._name = QLineEdit(proposal, self)
        self._name.setObjectName("searchNameEdit")
        self._name.setAccessibleName("Name in the sidebar")
        self._name.selectAll()
        label.setBuddy(self._name)
        self._hint = PlainLabel("", self, name="searchHint", tone="quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._save = buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setObjectName("searchSave")
        self._save.setDefault(True)
        self._save.setProperty("primary", True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.setContentsMargins(20, 20, 20, 16)
        for part in (heading, told, label, self._name, self._hint, buttons):
            layout.addWidget(part)
        self._name.textChanged.connect(self._judge)
        self._judge()

    def accept(self) -> None:
        """Tell the name, unless it is empty or another search has it."""
        if self._save.isEnabled():
            self.named.emit(one_line(self._name.text()))
            super().accept()

    def _judge(self) -> None:
        name = one_line(self._name.text())
        is_taken = name.casefold() in self._taken
        self._save.setEnabled(bool(name) and not is_taken)
        taken = f"There is a search {quoted(name)} already." if is_taken else ""
        self._hint.setText(taken or "It stays up to date, and any change of it can be undone.")
