"""Before a library is made or opened where it is at risk: what that means, and another choice."""

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from curator.gui.widgets.plain_label import PlainLabel

WIDTH = 440


class PlaceDialog(QDialog):
    """Signals:
    another_wanted(): the person wants to choose another place; `accepted` is to use this one.
    """

    another_wanted = QtSignal()

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("placeDialog")
        self.setWindowTitle("A place with risks")
        self.setMinimumWidth(WIDTH)
        heading = PlainLabel(f"“{name}” would not be safe there", self, tone="heading")
        safe = "A folder on a disk of this machine is safe."
        text = PlainLabel(f"{words} {safe}", self, name="placeWords")
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        another = buttons.addButton("Choose another place …", role.RejectRole)
        another.setObjectName("placeAnother")
        another.setDefault(True)
        another.setProperty("primary", True)
        another.clicked.connect(self.another_wanted)
        use = buttons.addButton("Use it all the same", role.AcceptRole)
        use.setObjectName("placeUse")
        use.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(heading)
        layout.addWidget(text)
        layout.addWidget(buttons)
        another.setFocus()
