"""One digest on a page: shown, edited, followed, and gone to."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.changes import Changes
from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.session import Session
from curator.gui.theme import colour
from curator.workspace import reading, reviewing, rows
from curator.workspace.editing import set_signal_field


@pytest.mark.parametrize(
    ("field", "table", "words"),
    [
        ("signals.1.change", "signalsTable", "Ports buy batteries"),
        ("themes.1", "themesTable", "Shipping"),
        ("keywords.2", "keywordsTable", "ports"),
        ("closest.1.key", "closestTable", "A Port That Is Not Here"),
        ("closest.0.relation", "closestTable", ""),
    ],
)
def test_a_finding_leads_to_its_cell(page: DigestPage, field: str, table: str, words: str) -> None:
    assert page.go_to_field(field)
    tables = {part.table.objectName(): part.table for part in page.tables()}
    assert tables[table].currentIndex().data() == words


@pytest.mark.parametrize(
    ("field", "name"),
    [("title", "titleEdit"), ("origin", "dateEdit"), ("source_url", "sourceEdit")],
)
def test_a_finding_leads_to_a_field_of_the_head(
    page: DigestPage, qtbot: QtBot, field: str, name: str
) -> None:
    page.resize(900, 300)
    page.go_to_part("keywords")
    assert page.go_to_field(field)
    focused = page.focusWidget()
    assert focused is not None
    assert focused.objectName() == name
    assert not focused.visibleRegion().isEmpty()


@pytest.mark.parametrize("field", ["", "signals.9.change", "review", "nonsense"])
def test_what_is_not_there_cannot_be_gone_to(page: DigestPage, field: str) -> None:
    assert not page.go_to_field(field)


def test_a_concern_is_gone_to_on_its_own_tab(page: DigestPage, ids: list[int]) -> None:
    page.show_digest(ids[0])
    assert page.go_to_field("signals.1.name")
    assert page.signals.kind() == "concern"
    assert page.signals.rows.table.currentIndex().data() == "Fire risk"


def test_a_change_is_revealed_where_it_happened(page: DigestPage, session: Session) -> None:
    link = page.links.links()[0]
    deed = partial(reviewing.set_tags, link_id=link.id, tags="sea, power")
    changes = session.workspace.do(deed)
    page.reveal(changes)
    assert page.links.rows.table.currentIndex().data() == "sea, power"


def test_what_was_deleted_cannot_be_revealed(page: DigestPage, session: Session) -> None:
    ids = [page.signals.rows.model.record_at(0).id]
    before = page.focusWidget()
    changes = session.workspace.do(partial(rows.delete_signals, ids=ids))
    page.reveal(changes)
    page.reveal(Changes())
    assert page.focusWidget() is before


def test_a_digest_that_is_gone_shows_none(page: DigestPage) -> None:
    page.show_digest(999)
    assert page.digest_id() == 0
    assert page.signals.rows.model.rowCount() == 0


def test_what_is_typed_is_taken_before_another_digest_comes(
    page: DigestPage, qtbot: QtBot, session: Session, ids: list[int]
) -> None:
    page.signals.rows.select(page.signals.rows.model.record_at(0).id, "Change", edit=True)
    qtbot.keyClicks(page.focusWidget(), "Sails come back")
    page.show_digest(ids[0])
    row = reading.whole(session.workspace, ids[1]).signals[0]
    assert row.change == "Sails come back"
    assert page.digest_id() == ids[0]


def test_a_reload_shows_what_somebody_else_wrote(page: DigestPage, session: Session) -> None:
    row = page.signals.rows.model.record_at(0).id
    session.feed.changed.disconnect(page.apply)
    deed = partial(set_signal_field, signal_id=row, name="name", text="Plugs")
    session.workspace.do(deed)
    assert page.signals.rows.model.index(0, 0).data() != "Plugs"
    page.reload()
    assert page.signals.rows.model.index(0, 0).data() == "Plugs"


def test_a_locked_page_cannot_be_edited(page: DigestPage) -> None:
    page.lock(True)
    assert not page.signals.isEnabled()
    page.lock(False)
    assert page.signals.isEnabled()


def test_entering_goes_to_the_first_signal(page: DigestPage) -> None:
    page.enter()
    assert page.signals.rows.table.currentIndex().row() == 0
    assert page.signals.rows.table.hasFocus()


@pytest.mark.parametrize("part", ["signals", "closest", "themes", "keywords"])
def test_a_part_is_gone_to_with_its_row_chosen(page: DigestPage, part: str) -> None:
    page.resize(900, 300)
    page.go_to_part(part)
    section = page.links if part == "closest" else getattr(page, part)
    assert section.rows.table.hasFocus()
    assert section.rows.selected_ids() == [section.rows.model.record_at(0).id]
    assert not section.rows.table.visibleRegion().isEmpty()


def test_an_empty_part_is_scrolled_to_and_shows_the_focus(page: DigestPage) -> None:
    page.resize(900, 300)
    page.links.rows.table.selectAll()
    page.links.rows.delete_selected()
    page.go_to_part("closest")
    table = page.links.rows.table
    assert table.hasFocus()
    assert table.visibleRegion().boundingRect().height() == table.height()
    corner = table.viewport().grab().toImage().pixelColor(1, 10)
    assert corner == colour("accent")
