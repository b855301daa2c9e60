"""Before a deed that touches more than is in sight: how much that is, and a way out."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from curator.gui.widgets.plain_label import PlainLabel

WIDTH = 420


class LargeDeedDialog(QDialog):
    """`heading` asks, with the numbers; `verb` is what the button says that does it."""

    def __init__(self, heading: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("largeDeedDialog")
        self.setWindowTitle(verb)
        self.setMinimumWidth(WIDTH)
        asked = PlainLabel(heading, self, name="largeDeedWords", tone="strong")
        quiet = PlainLabel("It is one step in the history; undo takes it back.", self, tone="quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        do = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        do.setObjectName("largeDeedDo")
        do.setAutoDefault(False)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("largeDeedCancel")
        cancel.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(asked)
        layout.addWidget(quiet)
        layout.addWidget(buttons)
        cancel.setFocus()
