"""Entries are wrapped to the width, keep their place, and open by key."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.gui.widgets.entry_list import Entry, EntryList


def entry_list(qtbot: QtBot, *entries: Entry, width: int = 240) -> EntryList:
    """A shown list."""
    made = EntryList("historyList", "History")
    qtbot.addWidget(made)
    made.resize(width, 400)
    made.show_entries(entries)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_long_text_makes_an_entry_taller_in_a_narrow_list(qtbot: QtBot) -> None:
    entry = Entry(1, "A step", "12:04", "words and more words " * 8)
    wide = entry_list(qtbot, entry, width=600)
    narrow = entry_list(qtbot, entry, width=200)
    tall, low = (made.visualItemRect(made.item(0)).height() for made in (narrow, wide))
    assert tall > low > 40


def test_the_current_entry_stays_when_others_come(qtbot: QtBot) -> None:
    made = entry_list(qtbot, Entry(1, "one"), Entry(2, "two"))
    made.setCurrentRow(1)
    made.show_entries([Entry(3, "three"), Entry(2, "two"), Entry(1, "one")])
    assert made.current_id() == 2
    made.show_entries([Entry(3, "three")])
    assert made.current_id() == 0


def test_enter_opens_the_current_entry(qtbot: QtBot) -> None:
    made = entry_list(qtbot, Entry(7, "one"))
    made.setCurrentRow(0)
    with qtbot.waitSignal(made.opened) as told:
        qtbot.keyClick(made, Qt.Key.Key_Return)
    assert told.args == [7]


def test_a_screen_reader_hears_all_of_it(qtbot: QtBot) -> None:
    made = entry_list(qtbot, Entry(1, "A step", "12:04 · Ada", "— → done", faded=True))
    spoken = made.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A step\n12:04 · Ada\n— → done"


def test_a_selected_and_a_faded_entry_can_be_painted(qtbot: QtBot) -> None:
    made = entry_list(qtbot, Entry(1, "one", faded=True), Entry(2, "two", "quiet", "text"))
    plain = made.grab().toImage()
    made.setCurrentRow(1)
    made.setFocus()
    assert made.grab().toImage() != plain
