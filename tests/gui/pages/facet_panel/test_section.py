"""One facet: opened, searched, and with more values than are shown at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.facets import FacetCounts, FacetValue, Pick
from curator.gui.pages.facet_panel.section import FEW, MANY, FacetSection
from curator.gui.theme import apply_theme
from tests.gui.screen import part_of

SOME = FacetCounts((FacetValue("energy", 3), FacetValue("law", 1)), 2)
LONG = FacetCounts(tuple(FacetValue(f"theme {n}", 9 - n) for n in range(FEW)), 393_372)


@pytest.fixture
def section(qtbot: QtBot, qapp: QApplication) -> FacetSection:
    apply_theme(qapp, "light")
    section = FacetSection("theme")
    qtbot.addWidget(section)
    section.resize(208, 400)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    section.show_counts(SOME, "digest")
    section.heading.setChecked(True)
    return section


def more(section: FacetSection) -> QPushButton:
    found = [b for b in section.findChildren(QPushButton) if b is not section.heading]
    return found[0]


def search(section: FacetSection) -> QLineEdit:
    return part_of(section, QLineEdit, "search.theme")


def test_it_opens_and_closes(section: FacetSection, qtbot: QtBot) -> None:
    assert section.is_open()
    assert section.list.isVisible()
    with qtbot.waitSignal(section.opened) as told:
        qtbot.mouseClick(section.heading, Qt.MouseButton.LeftButton)
    assert told.args == [False]
    assert not section.list.isVisible()
    with qtbot.assertNotEmitted(section.opened):
        section.open(True)
    assert section.list.isVisible()


def test_a_short_facet_needs_no_search_and_nothing_more(section: FacetSection) -> None:
    assert not search(section).isVisible()
    assert not more(section).isVisible()


def test_a_long_facet_says_how_many_more_there_are(section: FacetSection, qtbot: QtBot) -> None:
    section.show_counts(LONG, "digest")
    assert more(section).text() == "and 393,364 more"
    assert search(section).isVisible()
    with qtbot.waitSignal(section.asked):
        qtbot.mouseClick(more(section), Qt.MouseButton.LeftButton)
    assert section.limit == MANY
    many = tuple(FacetValue(f"theme {n}", 1) for n in range(MANY))
    section.show_counts(FacetCounts(many, 393_372), "digest")
    assert more(section).text() == "fewer; 393,172 more by search"
    section.show_counts(FacetCounts(many, MANY), "digest")
    assert more(section).text() == "fewer"
    with qtbot.waitSignal(section.asked):
        qtbot.mouseClick(more(section), Qt.MouseButton.LeftButton)
    assert section.limit == FEW


def test_values_are_searched_after_a_pause_and_esc_shows_all(
    section: FacetSection, qtbot: QtBot
) -> None:
    section.show_counts(LONG, "digest")
    search(section).setFocus()
    with qtbot.waitSignal(section.asked):
        qtbot.keyClicks(search(section), " law ")
    assert section.text() == "law"
    section.show_counts(FacetCounts(), "digest")
    assert search(section).isVisible()
    qtbot.keyClick(search(section), Qt.Key.Key_Down)  # where nothing is, nothing happens
    assert search(section).hasFocus()
    section.show_counts(SOME, "digest")
    with qtbot.waitSignal(section.asked):
        qtbot.keyClick(search(section), Qt.Key.Key_Escape)
    assert section.text() == ""
    qtbot.keyClick(search(section), Qt.Key.Key_Return)
    assert section.list.hasFocus()


def test_a_value_is_picked(section: FacetSection, qtbot: QtBot) -> None:
    section.list.point_to(1)
    with qtbot.waitSignal(section.picked) as told:
        qtbot.keyClick(section.list, Qt.Key.Key_Minus)
    assert told.args == [Pick("theme", "law", excluded=True), False]
    section.show_picks([Pick("theme", "law"), Pick("review", "done")])
    assert "1 picked" in section.heading.accessibleName()


def test_who_points_to_a_value_goes_on_to_do_so(section: FacetSection) -> None:
    section.list.point_to(1)
    others = (FacetValue("new", 7), FacetValue("law", 5))
    section.show_counts(FacetCounts(others, 2), "digest")
    assert section.values.value_at(section.list.currentIndex().row()) == "law"


def test_arrows_lead_through_it(section: FacetSection, qtbot: QtBot) -> None:
    section.enter(1)
    assert section.heading.hasFocus()
    qtbot.keyClick(section.heading, Qt.Key.Key_Down)
    assert section.list.hasFocus()
    qtbot.keyClick(section.list, Qt.Key.Key_Up)
    assert section.heading.hasFocus()
    with qtbot.waitSignal(section.stepped) as told:
        qtbot.keyClick(section.heading, Qt.Key.Key_Up)
    assert told.args == [-1]
    section.enter(-1)
    with qtbot.waitSignal(section.stepped) as told:
        qtbot.keyClick(section.list, Qt.Key.Key_Down)
    assert told.args == [1]
