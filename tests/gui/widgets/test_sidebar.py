"""The views with their counts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from curator.domain.listing import ALL, TRASH
from curator.domain.saved_search import SIGNALS, SavedSearch
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


ENERGY = SavedSearch(7, 10, "Energy", "theme:energy")
LAW = SavedSearch(9, 20, "Space law", "theme:law", SIGNALS)


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    """A sidebar with two saved searches."""
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.show_searches([ENERGY, LAW], {})
    sidebar.resize(200, 400)
    sidebar.show()
    return sidebar


def lines(sidebar: Sidebar) -> list[str]:
    """What it says below the views."""
    return [sidebar.item(row).text() for row in range(6, sidebar.count())]


def spoken(sidebar: Sidebar, row: int) -> str:
    return str(sidebar.item(row).data(Qt.ItemDataRole.AccessibleTextRole))


def test_saved_searches_stand_below_the_views_under_a_line_that_nobody_can_choose(
    qtbot: QtBot, sidebar: Sidebar
) -> None:
    assert lines(sidebar) == ["Saved searches", "Energy", "Space law"]
    sidebar.setCurrentRow(5)
    qtbot.keyClick(sidebar, Qt.Key.Key_Down)
    assert sidebar.search_id() == 7
    sidebar.show_searches([], {})
    assert lines(sidebar) == []


def test_choosing_a_search_and_leaving_it_is_told(qtbot: QtBot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.search_chosen) as told:
        sidebar.setCurrentRow(8)
    assert (told.args, sidebar.search_id(), sidebar.view()) == ([9], 9, ALL)
    with qtbot.assertNotEmitted(sidebar.view_chosen), qtbot.waitSignal(sidebar.search_left) as left:
        sidebar.setCurrentRow(1)
    assert (left.args, sidebar.search_id()) == (["to do"], 0)


def test_a_search_counts_what_it_lists(sidebar: Sidebar) -> None:
    sidebar.show_search_count(7, 1)
    sidebar.show_search_count(9, 1_204)
    assert spoken(sidebar, 7) == "Energy, saved search, 1 digest"
    assert spoken(sidebar, 8) == "Space law, saved search, 1,204 rows"
    sidebar.show_search_count(9, None)
    sidebar.show_search_count(99, 3)
    assert spoken(sidebar, 8) == "Space law, saved search"


def test_the_chosen_search_stays_chosen_while_others_come_and_go(
    qtbot: QtBot, sidebar: Sidebar
) -> None:
    sidebar.setCurrentRow(8)
    sidebar.show_search_count(9, 4)
    with qtbot.assertNotEmitted(sidebar.search_chosen), qtbot.assertNotEmitted(sidebar.view_chosen):
        sidebar.show_searches([LAW], {9: "This bracket is never closed."})
        assert (sidebar.search_id(), lines(sidebar)) == (9, ["Saved searches", "Space law"])
        assert spoken(sidebar, 7).endswith("4 rows, This bracket is never closed.")
        sidebar.show_searches([ENERGY], {})
    assert (sidebar.search_id(), sidebar.currentRow()) == (0, 0)


def test_a_search_that_is_listed_no_longer_can_be_chosen_again(
    qtbot: QtBot, sidebar: Sidebar
) -> None:
    sidebar.setCurrentRow(7)
    plain = sidebar.grab().toImage()
    sidebar.point_to(7, changed=True)
    assert spoken(sidebar, 7) == "Energy, saved search, changed"
    assert sidebar.grab().toImage() != plain
    place = sidebar.visualItemRect(sidebar.item(7)).center()
    with qtbot.waitSignal(sidebar.search_chosen) as told:
        qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [7]
    with qtbot.assertNotEmitted(sidebar.search_chosen):
        qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place)
    sidebar.point_to(7, changed=True)
    sidebar.setCurrentRow(0)
    assert spoken(sidebar, 7) == "Energy, saved search"
    sidebar.point_to(99)
    assert sidebar.currentRow() == 0


def test_another_search_that_is_pointed_to_takes_the_mark_from_the_former(
    sidebar: Sidebar,
) -> None:
    sidebar.setCurrentRow(7)
    sidebar.point_to(7, changed=True)
    sidebar.point_to(9)
    assert spoken(sidebar, 7) == "Energy, saved search"
    assert spoken(sidebar, 8) == "Space law, saved search"


def test_a_name_is_edited_in_place_and_a_count_does_not_disturb_that(
    qtbot: QtBot, sidebar: Sidebar
) -> None:
    sidebar.rename()
    assert sidebar.findChild(QLineEdit) is None  # a view has a name of its own
    sidebar.setCurrentRow(7)
    sidebar.rename()
    editor = sidebar.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("Power")
    sidebar.show_search_count(7, 12)
    assert editor.text() == "Power"
    with qtbot.waitSignal(sidebar.search_renamed) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == [7, "Power"]
    assert sidebar.item(7).text() == "Energy"  # until the library says so
    sidebar.show_searches([replace(ENERGY, name="Power"), LAW], {})
    assert lines(sidebar)[1] == "Power"


def test_an_empty_or_the_same_name_renames_nothing(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.setCurrentRow(7)
    with qtbot.assertNotEmitted(sidebar.search_renamed):
        for name in ("", "Energy"):
            sidebar.rename()
            editor = sidebar.findChild(QLineEdit)
            assert isinstance(editor, QLineEdit)
            editor.setText(name)
            qtbot.keyClick(editor, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: sidebar.findChild(QLineEdit) is None)


def drop(sidebar: Sidebar, row: int, *, below: bool = False) -> None:
    """Drag the chosen search to the upper or lower edge of a row, and let go of it."""
    box = sidebar.visualItemRect(sidebar.item(row))
    place = box.bottomLeft() + QPoint(20, -1) if below else box.topLeft() + QPoint(20, 1)
    event = QDropEvent(
        QPointF(place),
        Qt.DropAction.MoveAction,
        sidebar.model().mimeData(sidebar.selectedIndexes()),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    sidebar.dropEvent(event)
    assert event.dropAction() != Qt.DropAction.MoveAction  # the library moves it, not Qt


@pytest.mark.parametrize(
    ("row", "below", "before"), [(8, True, 0), (8, False, 9), (3, False, 7), (6, False, 7)]
)
def test_a_search_is_dragged_before_another(
    qtbot: QtBot, sidebar: Sidebar, row: int, below: bool, before: int
) -> None:
    sidebar.setCurrentRow(7)
    heard: list[tuple[int, int]] = []
    sidebar.search_moved.connect(lambda *moved: heard.append(moved))
    drop(sidebar, row, below=below)
    assert heard == ([(7, before)] if before != 7 else [])
    assert lines(sidebar) == ["Saved searches", "Energy", "Space law"]


def test_the_menu_offers_what_can_be_done_with_a_search(qtbot: QtBot, sidebar: Sidebar) -> None:
    sidebar.addAction(QAction("Delete", sidebar))
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(20, 20), QPoint(20, 20))
    QApplication.sendEvent(sidebar.viewport(), ask)
    assert sidebar.findChild(QMenu) is None
    sidebar.setCurrentRow(7)
    QApplication.sendEvent(sidebar.viewport(), ask)
    menu = sidebar.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Delete"]
    menu.close()


def test_it_is_as_high_as_its_lines_up_to_a_bound(qtbot: QtBot, sidebar: Sidebar) -> None:
    few = sidebar.sizeHint().height()
    sidebar.show_searches([replace(ENERGY, id=n, name=str(n)) for n in range(1, 60)], {})
    assert few < sidebar.sizeHint().height() < 60 * 20
    assert sidebar.minimumSizeHint().height() < few
