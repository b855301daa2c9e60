"""Signals and their later siblings share one table under tabs."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.session import Session
from curator.workspace import rows
from curator.workspace.editing import set_signal_field


def tab_texts(page: DigestPage) -> list[str]:
    """What the tabs say."""
    return [page.signals.tabs.tabText(place) for place in range(page.signals.tabs.count())]


def test_tabs_count_the_rows_of_each_kind(page: DigestPage, ids: list[int]) -> None:
    assert tab_texts(page) == ["Signals 2", "Concerns", "Behaviours", "Technologies", "Issues"]
    page.show_digest(ids[0])
    assert tab_texts(page)[:2] == ["Signals 1", "Concerns 1"]


def test_a_tab_shows_the_rows_of_its_kind(page: DigestPage, ids: list[int]) -> None:
    page.show_digest(ids[0])
    page.signals.tabs.setCurrentIndex(1)
    model = page.signals.rows.model
    assert model.index(0, 0).data() == "Fire risk"
    assert page.signals.rows.table.accessibleName() == "Concerns"
    page.show_digest(ids[1])
    assert page.signals.kind() == "signal"


def test_a_row_is_added_to_the_kind_that_is_shown(page: DigestPage, qtbot: QtBot) -> None:
    page.signals.tabs.setCurrentIndex(4)
    page.signals.add()
    qtbot.keyClicks(page.focusWidget(), "Cost")
    page.commit()
    assert tab_texts(page)[4] == "Issues 1"
    page.signals.rows.delete_selected()
    assert tab_texts(page)[4] == "Issues"


def test_a_row_of_another_kind_is_gone_to(page: DigestPage, session: Session) -> None:
    deed = partial(rows.add_signal, digest_id=page.digest_id(), kind="issue", name="Cost")
    added = session.workspace.do(deed).items[0].id
    assert page.signals.select(added)
    assert page.signals.kind() == "issue"
    assert not page.signals.select(999)


def test_a_value_without_a_column_brings_its_column(page: DigestPage, session: Session) -> None:
    titles = [column.title for column in page.signals.rows.model.columns]
    assert "Relevancy" not in titles
    row = page.signals.rows.model.record_at(0).id
    session.workspace.do(partial(set_signal_field, signal_id=row, name="relevancy", text="4"))
    titles = [column.title for column in page.signals.rows.model.columns]
    assert "Relevancy" in titles


def test_a_click_on_a_tab_leads_into_its_table(page: DigestPage, qtbot: QtBot) -> None:
    place = page.signals.tabs.tabRect(1).center()
    qtbot.mouseClick(page.signals.tabs, Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert page.signals.kind() == "concern"
    assert page.signals.rows.table.hasFocus(), "also an empty one"
    first = page.signals.tabs.tabRect(0).center()
    qtbot.mouseClick(page.signals.tabs, Qt.MouseButton.LeftButton, pos=QPoint(first))
    assert page.signals.rows.selected_ids() == [page.signals.rows.model.record_at(0).id]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_a_key_on_a_tab_leads_into_its_table(page: DigestPage, qtbot: QtBot, key: Qt.Key) -> None:
    tabs = page.signals.tabs
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert page.signals.kind() == "concern"
    assert tabs.hasFocus(), "the next tab is one key away"
    qtbot.keyClick(tabs, key)
    assert page.signals.rows.table.hasFocus()


def test_a_column_that_comes_waits_for_the_editor(
    page: DigestPage, session: Session, qtbot: QtBot
) -> None:
    first, second = (page.signals.rows.model.record_at(row).id for row in (0, 1))
    page.signals.rows.select(first, "Change", edit=True)
    qtbot.keyClicks(page.focusWidget(), "Sails")
    session.workspace.do(partial(set_signal_field, signal_id=second, name="relevancy", text="4"))
    assert page.signals.rows.table.is_editing()
    page.commit()
    model = page.signals.rows.model
    assert model.columns[-1].title == "Relevancy"
    assert model.index(0, 1).data() == "Sails"
