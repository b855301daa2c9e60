"""Title and summary are edited where they are read."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.widgets.text_field import QuietField, SummaryField, TextField, TitleField
from tests.gui.desk import Desk


@pytest.fixture(params=[TitleField, SummaryField])
def field(request: pytest.FixtureRequest, desk: Desk, qtbot: QtBot) -> Iterator[TextField]:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    field: TextField = request.param()
    layout.addWidget(field)
    layout.addWidget(QLineEdit())
    layout.addStretch()
    page.resize(400, 500)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.show_text("Land robots")
    field.setFocus()
    yield field
    page.close()


def test_enter_commits(qtbot: QtBot, field: TextField) -> None:
    qtbot.keyClicks(field, "Cheap ")
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["Cheap Land robots"]
    with qtbot.assertNotEmitted(field.committed):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_leaving_commits(qtbot: QtBot, field: TextField) -> None:
    qtbot.keyClicks(field, "x")
    with qtbot.waitSignal(field.committed):
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()


def test_escape_reverts_and_leaving_then_commits_nothing(qtbot: QtBot, field: TextField) -> None:
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Land robots"
    with qtbot.assertNotEmitted(field.committed):
        field.clearFocus()


def test_reading_commits_nothing(qtbot: QtBot, field: TextField) -> None:
    with qtbot.assertNotEmitted(field.committed):
        field.clearFocus()
        field.show_text("Another digest")
        field.setFocus()
        field.clearFocus()
    assert field.text() == "Another digest"


def test_the_same_text_from_the_library_disturbs_no_typing(qtbot: QtBot, field: TextField) -> None:
    qtbot.keyClicks(field, "x")
    field.show_text("Land robots")
    assert field.text() == "xLand robots"
    with qtbot.waitSignal(field.committed):
        field.commit()


def test_it_shows_the_whole_text(qtbot: QtBot, field: TextField) -> None:
    field.show_text("Ukraine bets on land robots for defence and seeks investment. " * 9)
    qtbot.waitUntil(lambda: field.height() >= field.text_height() > 100)
    assert field.minimumSizeHint().height() <= field.height()


def test_a_screen_reader_hears_its_name(field: TextField) -> None:
    assert field.accessibleName() in {"Title", "Summary"}


def test_only_running_text_has_line_breaks(desk: Desk, qtbot: QtBot) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    for field, text in (
        (SummaryField(), "a\nb"),
        (TitleField(), "ab"),
        (QuietField("Source"), "ab"),
    ):
        qtbot.addWidget(field)
        qtbot.keyClicks(field, "ab")
        qtbot.keyClick(field, Qt.Key.Key_Left)
        qtbot.keyClick(field, Qt.Key.Key_Return, shift)
        assert field.text() == text


ADDRESS = "https://example.org/a/long/road/" + "to-the-harbour/" * 12


@pytest.fixture
def address(desk: Desk, qtbot: QtBot) -> Iterator[QuietField]:
    """The field of a long address, at rest."""
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    field, other = QuietField("Address of the article"), QLineEdit()
    layout.addWidget(field)
    layout.addWidget(other)
    layout.addStretch()
    page.resize(400, 500)
    field.show_text(ADDRESS)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    other.setFocus()
    yield field
    page.close()


def test_a_long_address_unfolds_while_it_is_edited(address: QuietField, qtbot: QtBot) -> None:
    at_rest = address.sizeHint().height()
    assert at_rest < 30
    address.setFocus()
    assert address.sizeHint().height() > 2 * at_rest
    qtbot.keyClick(address, Qt.Key.Key_Tab)
    assert address.sizeHint().height() == at_rest


def test_a_cut_address_ends_in_an_ellipsis(address: QuietField) -> None:
    cut = address.viewport().grab().toImage()
    address.show_text(ADDRESS + "and-on")
    assert address.viewport().grab().toImage() == cut
    address.show_text(ADDRESS[:36])
    whole = address.viewport().grab().toImage()
    right = range(whole.width() * 3 // 4, whole.width())
    assert len({whole.pixelColor(x, 9).name() for x in right}) == 1, "a short one has room"


def test_home_and_end_are_those_of_the_whole_address(address: QuietField, qtbot: QtBot) -> None:
    place = QPoint(40, 8)
    qtbot.mouseClick(address.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(address, Qt.Key.Key_End)
    qtbot.keyClicks(address, "?x=1")
    assert address.text() == ADDRESS + "?x=1"
    qtbot.keyClick(address, Qt.Key.Key_Home)
    qtbot.keyClick(address, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert address.textCursor().selectedText() == ADDRESS + "?x=1"


def test_a_newer_text_waits_until_typing_ends(field: TextField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "Cheap ")
    field.show_text("Sea robots")
    assert field.text() == "Cheap Land robots"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "Sea robots"


def test_a_refused_text_stays_until_escape_takes_it_back(field: TextField, qtbot: QtBot) -> None:
    field.show_text("Old")
    field.write_text("New")
    field.commit()
    assert not field.is_typed_in()
    field.refuse("Old")
    assert (field.text(), field.stored(), field.is_typed_in()) == ("New", "Old", True)
    with qtbot.waitSignal(field.given_up):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.is_typed_in()) == ("Old", False)


SPOOF = "The safe \u202ecod.exe, " + "a title that is as long as some are, " * 4
NAMED = SPOOF.replace("\u202e", "‹RLO›")


@pytest.fixture
def paper(desk: Desk, qtbot: QtBot) -> Iterator[QWidget]:
    """A page that fields can be put on."""
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(QLineEdit(page))
    layout.addStretch()
    page.resize(400, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    page.close()


def put_on(paper: QWidget, kind: type[TextField], text: str) -> TextField:
    """A field with this text, at rest."""
    field = kind("A field", parent=paper)  # type: ignore[call-arg]
    field.show_text(text)
    layout = paper.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(0, field)
    field.setFocus()
    field.clearFocus()
    return field


@pytest.mark.fault("F36")
@pytest.mark.parametrize("kind", [TitleField, SummaryField, QuietField])
def test_marks_that_turn_letters_round_stand_by_name_at_rest(
    paper: QWidget, qtbot: QtBot, kind: type[TextField]
) -> None:
    spoof, plain = put_on(paper, kind, SPOOF), put_on(paper, kind, NAMED)
    qtbot.waitUntil(lambda: spoof.size() == plain.size())
    assert spoof.grab().toImage() == plain.grab().toImage()
    assert "‹RLO›" in spoof.toolTip()
    assert "‹RLO›" in spoof.accessibleDescription()
    assert not plain.toolTip()
    assert spoof.text() == SPOOF


@pytest.mark.fault("F36")
def test_the_text_itself_is_edited_and_stored(paper: QWidget, qtbot: QtBot) -> None:
    title = put_on(paper, TitleField, SPOOF)
    title.setFocus()
    title.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(title.committed) as told:
        qtbot.keyClicks(title, "x")
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert told.args == [f"{SPOOF}x"]
    title.show_text("An honest title")
    assert not title.toolTip()
    assert not title.accessibleDescription()
