"""The page of the digest with two signals."""

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.listing import Listing
from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.session import Session
from curator.workspace import reading


@pytest.fixture
def ids(session: Session) -> list[int]:
    """Ferries (layout B) first, then harbours (layout A)."""
    return list(reading.digest_ids(session.workspace, Listing()))


@pytest.fixture
def page(qtbot: QtBot, session: Session, ids: list[int]) -> DigestPage:
    """The page, following the feed."""
    made = DigestPage(session)
    qtbot.addWidget(made)
    session.feed.changed.connect(made.apply)
    made.resize(900, 800)
    made.show_digest(ids[1])
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made
