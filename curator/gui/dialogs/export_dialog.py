"""Asks what to export, in which layout, and where to."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from curator.gui.widgets.file_picker import FilePicker
from curator.workspace.reading import CURATED, FAITHFUL

ALL, SHOWN, SELECTED = "all", "shown", "selected"
_SCOPES = {
    ALL: "All digests ({:,})",
    SHOWN: "The digests that the list shows ({:,})",
    SELECTED: "The selected digests ({:,})",
}
_LAYOUTS = {
    FAITHFUL: ("Faithful", "As the files came; only what you edited differs."),
    CURATED: ("Curated", "With review states, relations and tags; can be imported again."),
}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the person chose: `scope` is all, shown or selected."""

    folder: Path
    layout: str
    scope: str


class ExportDialog(QDialog):
    """Emits `export_chosen(ExportChoice)`; `counts` tells how many digests each scope holds."""

    export_chosen = QtSignal(object)

    def __init__(
        self, counts: Mapping[str, int], folder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle("Export digests")
        self.setMinimumWidth(460)
        self._folder = QLineEdit(folder, self)
        self._folder.setObjectName("exportFolder")
        self._folder.setPlaceholderText("A folder")
        self._folder.setAccessibleName("Folder to export to")
        self._folder.textChanged.connect(self._check)
        self._scopes = QButtonGroup(self)
        self._layouts = QButtonGroup(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton("Export", QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setObjectName("exportGo")
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(self._scope_group(counts))
        layout.addWidget(self._layout_group())
        layout.addWidget(self._folder_group())
        layout.addWidget(buttons)
        self._check()

    def _scope_group(self, counts: Mapping[str, int]) -> QGroupBox:
        group = QGroupBox("What", self)
        layout = QVBoxLayout(group)
        for scope, words in _SCOPES.items():
            number = counts.get(scope, 0)
            button = _radio(words.format(number), f"scope.{scope}", self._scopes, group)
            button.setEnabled(number > 0)
            button.setChecked(scope == ALL)
            layout.addWidget(button)
        return group

    def _layout_group(self) -> QGroupBox:
        group = QGroupBox("How", self)
        layout = QVBoxLayout(group)
        for name, (title, words) in _LAYOUTS.items():
            button = _radio(title, f"layout.{name}", self._layouts, group)
            button.setChecked(name == FAITHFUL)
            button.setAccessibleDescription(words)
            note = QLabel(words, group, wordWrap=True)
            note.setProperty("tone", "quiet")
            note.setContentsMargins(24, 0, 0, 4)
            layout.addWidget(button)
            layout.addWidget(note)
        return group

    def _folder_group(self) -> QGroupBox:
        group = QGroupBox("Where", self)
        browse = QPushButton("Choose …", group)
        browse.clicked.connect(self._browse)
        note = QLabel(
            "Files that Curator did not write, or that changed since, are left alone.",
            group,
            wordWrap=True,
        )
        note.setProperty("tone", "quiet")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._folder, stretch=1)
        line.addWidget(browse)
        layout = QVBoxLayout(group)
        layout.addLayout(line)
        layout.addWidget(note)
        return group

    def _browse(self) -> None:
        mode = QFileDialog.FileMode.Directory
        picker = FilePicker("Export to", mode, self._folder.text(), self)
        picker.setOption(QFileDialog.Option.ShowDirsOnly)
        picker.fileSelected.connect(self._folder.setText)
        picker.finished.connect(picker.deleteLater)
        picker.open()

    def _check(self) -> None:
        named = bool(self._folder.text().strip())
        self._go.setEnabled(named)
        self._go.setToolTip("" if named else "Choose a folder first")

    def _choose(self) -> None:
        scope, layout = _chosen(self._scopes), _chosen(self._layouts)
        folder = Path(self._folder.text().strip()).expanduser()
        self.accept()
        self.export_chosen.emit(ExportChoice(folder, layout, scope))


def _chosen(group: QButtonGroup) -> str:
    button = group.checkedButton()
    return button.objectName().partition(".")[2] if button else ""


def _radio(text: str, name: str, group: QButtonGroup, parent: QWidget) -> QRadioButton:
    button = QRadioButton(text, parent)
    button.setObjectName(name)
    group.addButton(button)
    return button
