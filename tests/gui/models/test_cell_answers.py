"""What a cell says to a view, and to whoever can't see it."""

from PySide6.QtCore import Qt

from curator.domain.signal import SIGNAL
from curator.gui.models.cell_answers import cell_answer, heading_answer
from curator.gui.models.signal_columns import signal_columns
from curator.gui.widgets.roles import ID_ROLE, NOTE_ROLE, STRONG_ROLE, WIDTH_ROLE
from tests.builders import a_signal

ROBOTS = a_signal("Land robots", id=2)
NAME = signal_columns(SIGNAL, [ROBOTS], "A")[0]


def test_a_cell_says_its_text_and_whose_it_is() -> None:
    assert cell_answer(NAME, ROBOTS, Qt.ItemDataRole.DisplayRole) == "Land robots"
    assert cell_answer(NAME, ROBOTS, Qt.ItemDataRole.AccessibleTextRole) == "Land robots"
    assert [cell_answer(NAME, ROBOTS, role) for role in (ID_ROLE, STRONG_ROLE)] == [2, True]
    assert cell_answer(NAME, ROBOTS, NOTE_ROLE) == ""
    assert cell_answer(NAME, ROBOTS, Qt.ItemDataRole.DecorationRole) is None


def test_a_heading_says_its_title_and_how_much_room_it_wants() -> None:
    assert heading_answer(NAME, Qt.ItemDataRole.AccessibleTextRole) == NAME.title
    assert heading_answer(NAME, WIDTH_ROLE) > 0
    assert heading_answer(NAME, Qt.ItemDataRole.DecorationRole) is None
