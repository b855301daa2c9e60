"""A sentence below a box: over the window, as wide as the box, and gone when there is nothing."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.widgets.search_note import SearchNote


def test_it_lies_right_below_its_box_and_follows_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QLineEdit(window)
    note = SearchNote(box)
    layout = QVBoxLayout(window)
    layout.addWidget(box)
    layout.addStretch()
    note.tell("Nobody sees a window that is not shown.")
    assert not note.isVisible()
    window.resize(400, 200)
    window.show()
    qtbot.waitExposed(window)
    note.tell("“review:” can’t be “don”.")
    assert note.isVisible()
    assert (note.width(), note.x()) == (box.width(), box.x())
    assert box.geometry().bottom() < note.y() < box.geometry().bottom() + 10
    window.resize(300, 200)
    qtbot.waitUntil(lambda: note.width() == box.width())
    note.tell("")
    assert not note.isVisible()
