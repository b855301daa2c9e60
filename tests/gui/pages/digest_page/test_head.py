"""The head is edited where it stands; what cannot be is put back."""

import resource

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from curator.gui.access import READ_ONLY
from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.session import Session
from curator.gui.widgets.text_field import TextField
from curator.workspace import reading


@pytest.mark.parametrize(
    ("field", "record", "text"),
    [
        ("title_field", "title", "Plugs for Ships"),
        ("summary_field", "summary", "Three ports test plugs."),
        ("source_field", "source_url", "https://example.org/plugs"),
    ],
)
def test_a_field_is_saved_on_enter(
    page: DigestPage, session: Session, qtbot: QtBot, field: str, record: str, text: str
) -> None:
    edited: TextField = getattr(page.head, field)
    edited.setFocus()
    edited.selectAll()
    qtbot.keyClicks(edited, text)
    qtbot.keyClick(edited, Qt.Key.Key_Return)
    digest = reading.whole(session.workspace, page.digest_id()).digest
    assert getattr(digest, record) == text


def test_the_date_is_the_day_of_the_origin(page: DigestPage, session: Session) -> None:
    assert page.head.date_field.text() == "2024-08-18"
    page.head.date_field.write_text("2024-09-01")
    page.head.commit()
    assert reading.whole(session.workspace, page.digest_id()).digest.origin == "20240901"


def test_an_impossible_date_is_told_and_put_back(page: DigestPage, session: Session) -> None:
    told: list[str] = []
    session.messages.save_failed.connect(told.append)
    page.head.date_field.write_text("soon")
    page.head.commit()
    assert told == ["“soon” is no day."]
    assert page.head.date_field.text() == "2024-08-18"


def test_a_date_that_can_not_be_right_is_marked(page: DigestPage) -> None:
    assert page.head.date_field.toolTip() == ""
    page.head.date_field.write_text("2099-08-18")
    page.head.commit()
    assert "lies in the future" in page.head.date_field.toolTip()
    assert "doubtful" in page.head.date_field.accessibleName()
    page.head.date_field.write_text("2024-08-18")
    page.head.commit()
    assert page.head.date_field.property("tone") == ""


def test_category_and_type_are_shown_where_the_layout_has_them(
    page: DigestPage, ids: list[int]
) -> None:
    assert not page.head.category_field.isVisible()
    page.show_digest(ids[0])
    assert page.head.category_field.isVisible()
    assert page.head.category_field.text() == "technology"


def test_a_long_address_takes_one_line_until_it_is_edited(page: DigestPage) -> None:
    field = page.head.source_field
    field.show_text("https://example.org/" + "token" * 200)
    page.head.go_to("title")
    assert field.sizeHint().height() < 40
    page.head.go_to("source_url")
    assert field.sizeHint().height() > 100
    page.head.go_to("title")
    assert field.sizeHint().height() < 40


def test_the_article_is_asked_for(page: DigestPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.address_requested) as told:
        page.head.open_source()
    assert told.args == ["https://www.example.org/2024/07/harbours?utm_source=scan"]


@pytest.mark.fault("F5")
def test_a_text_that_the_disk_has_no_room_for_stays_in_its_field(
    page: DigestPage, session: Session
) -> None:
    told: list[str] = []
    session.messages.save_failed.connect(told.append)
    page.head.title_field.write_text("Plugs")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        page.head.commit()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert len(told) == 1
    assert page.head.title_field.text() == "Plugs"
    page.head.commit()
    assert reading.whole(session.workspace, page.digest_id()).digest.title == "Plugs"


def test_a_refused_text_never_reaches_another_digest(
    page: DigestPage, session: Session, ids: list[int]
) -> None:
    titles = [reading.whole(session.workspace, id_).digest.title for id_ in ids]
    session.access.fall(READ_ONLY, "It can't be written.")
    page.head.title_field.write_text("Plugs")
    page.show_digest(ids[0])
    assert page.head.title_field.text() == titles[0]
    page.commit()
    assert [reading.whole(session.workspace, id_).digest.title for id_ in ids] == titles
