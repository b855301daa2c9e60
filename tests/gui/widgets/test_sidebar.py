"""The views with their counts."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.domain.listing import ALL, TRASH
from curator.gui.widgets.sidebar import Sidebar, view_words


def test_views_are_listed_with_their_counts(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.show_counts({ALL: 3554, "to do": 1})
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [sidebar.item(row).data(role) for row in range(sidebar.count())]
    assert spoken[:3] == ["All digests, 3,554 digests", "To do, 1 digest", "In work, 0 digests"]
    assert view_words(TRASH) == "Trash"


def test_views_that_could_not_be_counted_have_no_number(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.show_counts({ALL: 3554})
    sidebar.show_counts({})
    assert sidebar.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "All digests"


def test_choosing_a_view_is_told(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    with qtbot.waitSignal(sidebar.view_chosen) as told:
        sidebar.setCurrentRow(3)
    assert told.args == ["done"] == [sidebar.view()]
    sidebar.choose("no such view")
    assert sidebar.view() == ALL


def test_the_chosen_view_looks_different(qtbot: QtBot) -> None:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.resize(160, 240)
    sidebar.show_counts({ALL: 1})
    sidebar.show()
    first = sidebar.grab().toImage()
    sidebar.setCurrentRow(2)
    sidebar.setFocus()
    assert sidebar.grab().toImage() != first
