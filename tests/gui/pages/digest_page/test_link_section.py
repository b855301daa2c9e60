"""The closest digests: marked where they dangle, judged, added, opened."""

from functools import partial

from pytestqt.qtbot import QtBot

from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.session import Session
from curator.gui.widgets.roles import NOTE_ROLE
from curator.workspace import reviewing
from tests.digests import KEY_B


def notes(page: DigestPage) -> list[str]:
    """What is noted under each title."""
    model = page.links.rows.model
    return [str(model.index(row, 0).data(NOTE_ROLE)) for row in range(model.rowCount())]


def test_links_to_nowhere_are_marked(page: DigestPage) -> None:
    assert notes(page) == ["", "not in this library"]


def test_a_link_dangles_while_its_digest_is_in_the_trash(
    page: DigestPage, session: Session, ids: list[int]
) -> None:
    session.workspace.do(partial(reviewing.trash, digest_ids=[ids[0]]))
    assert notes(page) == ["not in this library"] * 2
    session.workspace.undo()
    assert notes(page) == ["", "not in this library"]


def test_several_links_are_judged_as_one_step(page: DigestPage, session: Session) -> None:
    page.links.rows.table.selectAll()
    page.links.relate("supports")
    assert [link.relation for link in page.links.links()] == ["supports", "supports"]
    session.workspace.undo()
    assert [link.relation for link in page.links.links()] == ["", ""]


def test_the_same_digest_is_not_listed_twice(page: DigestPage, session: Session) -> None:
    told: list[str] = []
    session.messages.save_failed.connect(told.append)
    page.links.add(KEY_B, "Ferries on Batteries")
    assert len(page.links.links()) == 2
    assert told == ["“Ferries on Batteries” is listed already."]


def test_a_link_is_opened_by_its_key(page: DigestPage, qtbot: QtBot) -> None:
    page.links.rows.select(page.links.links()[0].id)
    with qtbot.waitSignal(page.key_requested) as told:
        page.links.open_current()
    assert told.args == [KEY_B]
