"""Searching while typing, and going on into the results."""

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QLabel, QMenu
from pytestqt.qtbot import QtBot

from curator.domain.query_completion import Offer, Typing
from curator.gui.theme import colour
from curator.gui.widgets.growing_text import MOST_PASTED
from curator.gui.widgets.search_box import KEPT, SearchBox
from tests.gui.screen import part_of


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    box = SearchBox()
    qtbot.addWidget(box)
    box.show()
    return box


def test_it_searches_once_after_a_pause(qtbot: QtBot, box: SearchBox) -> None:
    heard: list[str] = []
    box.searched.connect(heard.append)
    qtbot.keyClicks(box, ' "land  robots" ')
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ['"land  robots"']


def test_enter_searches_at_once(qtbot: QtBot, box: SearchBox) -> None:
    heard: list[str] = []
    box.searched.connect(heard.append)
    qtbot.keyClicks(box, "robots")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert heard == ["robots"]


def test_escape_empties_it_at_once(qtbot: QtBot, box: SearchBox) -> None:
    box.setText("robots")
    box.search_now()
    with qtbot.waitSignal(box.searched) as told:
        qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert told.args == [""]
    assert box.text() == ""


def test_down_goes_into_the_results_of_what_was_typed(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keyClicks(box, "robots")
    with qtbot.waitSignals([box.searched, box.list_requested], order="strict"):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_it_says_what_it_is_for(box: SearchBox) -> None:
    assert box.objectName() == "searchBox"
    assert box.accessibleName() == "Search"
    assert "Ctrl+F" in box.placeholderText()


TOO_MUCH = "x" * (MOST_PASTED + 1)


def paste_by_key(qtbot: QtBot, box: SearchBox) -> None:
    qtbot.keySequence(box, QKeySequence.StandardKey.Paste)


def paste_by_menu(qtbot: QtBot, box: SearchBox) -> None:
    middle = QPoint(20, 10)
    at = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(box, QContextMenuEvent(at, middle, box.mapToGlobal(middle)))
    menu = next(menu for menu in box.findChildren(QMenu) if menu.isVisible())
    paste = next(action for action in menu.actions() if action.objectName() == "edit-paste")
    paste.trigger()
    menu.close()


def drop(qtbot: QtBot, box: SearchBox) -> None:
    mime = QMimeData()
    mime.setText(QGuiApplication.clipboard().text())
    place, action = QPointF(20, 10), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(box, QDragEnterEvent(place.toPoint(), action, mime, left, none))
    QApplication.sendEvent(box, QDropEvent(place, action, mime, left, none))


@pytest.mark.fault("F22")
@pytest.mark.parametrize("way", [paste_by_key, paste_by_menu, drop])
def test_what_is_too_large_is_refused_before_it_is_inserted(
    qtbot: QtBot, box: SearchBox, way
) -> None:
    told: list[str] = []
    box.paste_refused.connect(told.append)
    QGuiApplication.clipboard().setText(TOO_MUCH)
    way(qtbot, box)
    assert box.text() == ""
    assert len(told) == 1
    assert "5,000,001 characters" in told[0]
    QGuiApplication.clipboard().setText("robots")
    way(qtbot, box)
    assert box.text() == "robots"
    assert len(told) == 1


# --- what can't be meant ----------------------------------------------------------------------


@pytest.fixture
def typist(qtbot: QtBot, box: SearchBox) -> SearchBox:
    """The box with the focus, in a window of its own."""
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    return box


def note(box: SearchBox) -> str:
    """What stands below the box."""
    found = [one for one in box.window().findChildren(QLabel, "searchNote") if one.isVisible()]
    return found[0].text() if found else ""


def test_what_can_not_be_meant_is_told_and_not_searched_for(
    qtbot: QtBot, typist: SearchBox
) -> None:
    heard: list[str] = []
    typist.searched.connect(heard.append)
    qtbot.keyClicks(typist, "land review:don")
    qtbot.waitUntil(lambda: bool(typist.mistakes()))
    assert [(one.start, one.end) for one in typist.mistakes()] == [(5, 15)]
    assert "“review:” can’t be “don”" in note(typist)
    assert note(typist).endswith(KEPT)
    assert typist.accessibleDescription() == note(typist)
    assert heard == []
    qtbot.keyClicks(typist, "e")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["land review:done"]
    assert (typist.mistakes(), note(typist), typist.accessibleDescription()) == ((), "", "")


def test_it_is_painted_where_it_stands(qtbot: QtBot, typist: SearchBox) -> None:
    def waves() -> list[int]:
        picture = typist.grab().toImage()
        red = colour("danger").name()
        size = picture.size()
        return [
            x
            for x in range(size.width())
            if any(picture.pixelColor(x, y).name() == red for y in range(size.height()))
        ]

    typist.resize(400, 34)
    qtbot.keyClicks(typist, "land ")
    assert waves() == []
    qtbot.keyClicks(typist, "date:never ")
    typist.search_now()
    assert waves()
    land = typist.fontMetrics().horizontalAdvance("land ")
    assert min(waves()) > land
    qtbot.keyClicks(typist, "word " * 40)
    typist.search_now()
    assert waves() == [], "what is scrolled out of the box is not painted beside it"


def test_what_is_half_typed_is_no_mistake_until_it_is_meant(
    qtbot: QtBot, typist: SearchBox
) -> None:
    heard: list[str] = []
    typist.searched.connect(heard.append)
    qtbot.keyClicks(typist, '(land or "big ro')
    typist.search_now()
    assert typist.mistakes() == ()
    assert heard == ['(land or "big ro']
    with qtbot.waitSignal(typist.hit_requested):
        qtbot.keyClick(typist, Qt.Key.Key_Return)
    assert [one.words for one in typist.mistakes()] == [
        "This quotation mark is never closed.",
        "This bracket is never closed.",
    ]
    assert KEPT not in note(typist)


def test_the_name_of_a_field_waits_for_its_value(qtbot: QtBot, typist: SearchBox) -> None:
    heard: list[str] = []
    typist.searched.connect(heard.append)
    qtbot.keyClicks(typist, "theme:")
    typist.search_now()
    assert (typist.mistakes(), heard) == ((), [])
    typist.clearFocus()
    assert [one.words for one in typist.mistakes()] == ["What “theme:” has to say is missing."]
    assert note(typist) == ""
    assert typist.toolTip()


def test_enter_goes_to_what_can_not_be_meant(qtbot: QtBot, typist: SearchBox) -> None:
    qtbot.keyClicks(typist, "land date:never robots")
    with qtbot.assertNotEmitted(typist.hit_requested):
        qtbot.keyClick(typist, Qt.Key.Key_Return)
    assert typist.selectedText() == "date:never"


def test_a_search_from_elsewhere_tells_its_mistakes_too(box: SearchBox) -> None:
    box.show_text("tehme:land")
    assert "Did you mean “theme:”?" in box.toolTip()
    box.show_text("theme:land")
    assert box.toolTip() == ""


# --- what could be typed ----------------------------------------------------------------------


class Offers(QObject):
    """Answers each question of the box with the same words."""

    def __init__(self, box: SearchBox, *words: str) -> None:
        super().__init__(box)
        self.asked: list[Typing | None] = []
        self._box = box
        self._offers = [Offer(word, "7", word) for word in words]
        box.typing_changed.connect(self.answer)

    def answer(self, typing: Typing | None) -> None:
        self.asked.append(typing)
        are_names = self._offers[0].words.endswith(":")
        fits = typing is not None and are_names == (not typing.field)
        self._box.offer(typing, self._offers if fits else ())


def popup(box: SearchBox) -> QAbstractItemView:
    """The list below the box."""
    view = part_of(box, QCompleter, "").popup()
    assert isinstance(view, QAbstractItemView)
    return view


def test_a_name_is_chosen_and_its_values_are_asked_for(qtbot: QtBot, typist: SearchBox) -> None:
    offers = Offers(typist, "theme:", "title:")
    qtbot.keyClicks(typist, "land t")
    assert popup(typist).isVisible()
    qtbot.keyClick(popup(typist), Qt.Key.Key_Down)
    qtbot.keyClick(popup(typist), Qt.Key.Key_Down)
    qtbot.keyClick(popup(typist), Qt.Key.Key_Up)
    qtbot.keyClick(popup(typist), Qt.Key.Key_Return)
    assert typist.text() == "land theme:"
    assert offers.asked[-1] == Typing("theme", "", 11, 11)
    assert not popup(typist).isVisible()
    typist.undo()
    assert typist.text() == "land t"


def test_tab_takes_a_value_in_the_middle_of_a_question(qtbot: QtBot, typist: SearchBox) -> None:
    Offers(typist, '"AI policy"')
    typist.setText("theme: land")
    typist.setCursorPosition(6)
    qtbot.keyClicks(typist, "a")
    qtbot.keyClick(popup(typist), Qt.Key.Key_Down)
    qtbot.keyClick(popup(typist), Qt.Key.Key_Tab)
    assert typist.text() == 'theme:"AI policy" land'
    assert typist.cursorPosition() == 17
    assert typist.hasFocus()


def test_letters_that_qt_counts_twice_shift_nothing(qtbot: QtBot, typist: SearchBox) -> None:
    Offers(typist, "energy")
    typist.setText("\U0001f916é theme:e land date:never")
    typist.setCursorPosition(11)
    qtbot.keyClicks(typist, "n")
    qtbot.keyClick(popup(typist), Qt.Key.Key_Down)
    qtbot.keyClick(popup(typist), Qt.Key.Key_Return)
    assert typist.text() == "\U0001f916é theme:energy land date:never"
    qtbot.keyClick(typist, Qt.Key.Key_Return)
    assert typist.selectedText() == "date:never"


def test_enter_without_a_choice_is_meant_for_the_search(qtbot: QtBot, typist: SearchBox) -> None:
    Offers(typist, "theme:")
    qtbot.keyClicks(typist, "th")
    with qtbot.waitSignals([typist.searched, typist.hit_requested], order="strict"):
        qtbot.keyClick(popup(typist), Qt.Key.Key_Return)
    assert typist.text() == "th"
    assert not popup(typist).isVisible()


def test_escape_closes_the_list_first_and_empties_the_box_then(
    qtbot: QtBot, typist: SearchBox
) -> None:
    Offers(typist, "theme:")
    qtbot.keyClicks(typist, "th")
    qtbot.keyClick(popup(typist), Qt.Key.Key_Escape)
    assert typist.text() == "th"
    assert not popup(typist).isVisible()
    qtbot.keyClick(typist, Qt.Key.Key_Escape)
    assert typist.text() == ""


def test_what_is_late_or_there_already_is_not_offered(qtbot: QtBot, typist: SearchBox) -> None:
    qtbot.keyClicks(typist, "review:done")
    now = Typing("review", "done", 7, 11)
    typist.offer(Typing("review", "do", 7, 9), [Offer("done", "", "done")])
    assert not popup(typist).isVisible()
    typist.offer(now, [Offer("done", "", "done")])
    assert not popup(typist).isVisible()
    typist.offer(now, [Offer("done", "", "done"), Offer("done\u202e", "12", "x")])
    assert popup(typist).isVisible()
    model = popup(typist).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "done‹RLO›, 12"
    qtbot.keyClicks(typist, " ")
    typist.offer(None, ())
    assert not popup(typist).isVisible()
