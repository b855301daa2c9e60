"""All facets below each other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from curator.domain.facets import FACETS, FacetCounts, FacetValue, Pick
from curator.gui.pages.facet_panel.panel import FacetPanel
from curator.gui.pages.facet_panel.section import FEW, FacetSection
from curator.gui.theme import apply_theme
from curator.gui.widgets.roles import FADED_ROLE
from tests.gui.screen import part_of


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> FacetPanel:
    apply_theme(qapp, "light")
    panel = FacetPanel()
    qtbot.addWidget(panel)
    panel.resize(208, 200)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def section(panel: FacetPanel, facet: str) -> FacetSection:
    return next(s for s in panel.findChildren(FacetSection) if s.facet == facet)


def test_there_is_a_section_for_every_facet(panel: FacetPanel) -> None:
    assert [s.facet for s in panel.findChildren(FacetSection)] == list(FACETS)
    assert panel.open_facets() == []


def test_who_opens_a_facet_asks_for_its_values(panel: FacetPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.opened):
        panel.open(["theme", "month"])
    assert panel.open_facets() == ["theme", "month"]
    with qtbot.waitSignals([panel.opened, panel.asked]):
        part_of(panel, QPushButton, "facet.review").click()
    with qtbot.assertNotEmitted(panel.asked), qtbot.waitSignal(panel.opened):
        part_of(panel, QPushButton, "facet.review").click()
    assert panel.wanted("theme") == ("", FEW)


def test_values_and_picks_are_shown_where_they_belong(panel: FacetPanel, qtbot: QtBot) -> None:
    panel.open(["theme"])
    panel.show_counts("theme", FacetCounts((FacetValue("law", 2),), 1), "digest")
    panel.show_picks([Pick("theme", "law")])
    theme = section(panel, "theme")
    assert theme.values.value_at(0) == "law"
    assert "1 picked" in theme.heading.accessibleName()
    assert "picked" not in section(panel, "review").heading.accessibleName()
    panel.fade(["theme"])
    assert theme.values.index(0).data(FADED_ROLE)
    theme.list.point_to(0)
    with qtbot.waitSignal(panel.picked) as told:
        qtbot.keyClick(theme.list, Qt.Key.Key_Return)
    assert told.args == [Pick("theme", "law"), False]
    assert [label.text() for label in theme.heading.findChildren(QLabel)] == ["1 of 1"]


def test_arrows_lead_from_facet_to_facet_and_stay_in_sight(panel: FacetPanel, qtbot: QtBot) -> None:
    panel.enter()
    assert section(panel, FACETS[0]).heading.hasFocus()
    for facet in FACETS[1:]:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Down)
        heading = section(panel, facet).heading
        assert heading.hasFocus()
        assert not heading.visibleRegion().isEmpty()
    qtbot.keyClick(section(panel, FACETS[-1]).heading, Qt.Key.Key_Down)
    assert section(panel, FACETS[-1]).heading.hasFocus()


def test_who_goes_to_the_facets_comes_to_the_first_open_one(
    panel: FacetPanel, qtbot: QtBot
) -> None:
    panel.open(["type"])
    panel.enter()
    assert section(panel, "type").heading.hasFocus()
    many = tuple(FacetValue(str(number), 1) for number in range(60))
    panel.show_counts("type", FacetCounts(many, 60), "row")
    values = section(panel, "type").list
    qtbot.waitUntil(lambda: values.height() == values.sizeHint().height())
    values.point_to(-1)
    assert panel.verticalScrollBar().value() > 0
