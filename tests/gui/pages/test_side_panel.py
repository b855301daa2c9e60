"""The side panel asks only for what is seen, and follows edits."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.listing import Listing
from curator.gui.pages.side_panel import PANELS, SidePanel
from curator.gui.past import PAGE, past_of
from curator.gui.session import Session
from curator.workspace import reading
from curator.workspace.editing import set_digest_field


@pytest.fixture
def harbours(session: Session) -> int:
    """The digest with two signals and a dangling link."""
    return reading.digest_ids(session.workspace, Listing())[1]


@pytest.fixture
def panel(qtbot: QtBot, session: Session, harbours: int) -> SidePanel:
    """The panel beside that digest."""
    made = SidePanel(session)
    qtbot.addWidget(made)
    session.feed.changed.connect(made.apply)
    made.show()
    made.show_digest(harbours)
    return made


def test_the_preview_is_rendered(panel: SidePanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "Harbours Learn" in panel.preview.toPlainText(), timeout=5_000)


def test_an_edit_reaches_the_page_that_is_seen(
    panel: SidePanel, qtbot: QtBot, session: Session, harbours: int
) -> None:
    panel.open("source")
    qtbot.waitUntil(lambda: "Harbours" in panel.source.toPlainText(), timeout=5_000)
    deed = partial(set_digest_field, digest_id=harbours, name="title", text="Plugs for Ships")
    session.do(deed)
    qtbot.waitUntil(lambda: "Plugs for Ships" in panel.source.toPlainText(), timeout=5_000)
    assert "Plugs for Ships" not in panel.preview.toPlainText()
    panel.open("preview")
    qtbot.waitUntil(lambda: "Plugs for Ships" in panel.preview.toPlainText(), timeout=5_000)


def test_the_history_tells_cells(
    panel: SidePanel, qtbot: QtBot, session: Session, harbours: int
) -> None:
    deed = partial(set_digest_field, digest_id=harbours, name="title", text="Plugs for Ships")
    session.do(deed)
    panel.open("history")
    qtbot.waitUntil(lambda: panel.history.list.count() == 2, timeout=5_000)
    newest = panel.history.list.entries()[0]
    assert newest.text == "title: Harbours Learn to Charge Ships → Plugs for Ships"
    past = past_of(session.workspace, harbours)
    assert [step.label for step in past.steps][1] == "Import 2 digests"


def test_older_steps_come_where_the_newer_ones_end(
    panel: SidePanel, qtbot: QtBot, session: Session, harbours: int
) -> None:
    for number in range(PAGE + 20):
        deed = partial(set_digest_field, digest_id=harbours, name="title", text=f"Title {number}")
        session.workspace.do(deed)
    panel.open("history")
    steps = panel.history.list
    qtbot.waitUntil(lambda: steps.count() == PAGE, timeout=5_000)
    steps.setCurrentRow(3)
    chosen = steps.current_id()
    steps.scrollToBottom()
    qtbot.waitUntil(lambda: steps.count() == PAGE + 21, timeout=5_000)
    assert steps.entries()[-1].title == "Import 2 digests"
    assert steps.current_id() == chosen
    steps.scrollToBottom()
    assert steps.count() == PAGE + 21


def test_the_number_of_findings_stands_on_their_tab(panel: SidePanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.tabText(2).startswith("Findings "), timeout=5_000)
    assert panel.findings.list.count() > 0


def test_without_a_digest_nothing_is_shown(panel: SidePanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(panel.preview.toPlainText()), timeout=5_000)
    panel.show_digest(0)
    assert panel.preview.toPlainText() == ""
    assert panel.tabText(2) == "Findings"
    assert not panel.isEnabled()


def test_a_panel_that_nobody_sees_asks_when_it_is_shown(
    panel: SidePanel, qtbot: QtBot, session: Session, harbours: int
) -> None:
    qtbot.waitUntil(lambda: bool(panel.preview.toPlainText()), timeout=5_000)
    panel.hide()
    deed = partial(set_digest_field, digest_id=harbours, name="title", text="Plugs for Ships")
    session.do(deed)
    panel.show()
    qtbot.waitUntil(lambda: "Plugs for Ships" in panel.preview.toPlainText(), timeout=5_000)


def test_only_the_digest_that_stays_is_asked_about(
    panel: SidePanel, qtbot: QtBot, session: Session, harbours: int
) -> None:
    other = reading.digest_ids(session.workspace, Listing())[0]
    panel.open("source")
    qtbot.waitUntil(lambda: "Harbours" in panel.source.toPlainText(), timeout=5_000)
    qtbot.waitUntil(lambda: not session.background.is_busy, timeout=5_000)
    panel.show_digest(other)
    panel.show_digest(harbours)
    assert not session.background.is_busy
    qtbot.waitUntil(lambda: "Harbours" in panel.source.toPlainText(), timeout=5_000)


def test_a_line_of_the_source_is_pointed_at(panel: SidePanel) -> None:
    panel.point_at_line(1)
    assert panel.opened() == "source"
    assert panel.source.textCursor().selectedText().startswith("# __Harbours")


@pytest.mark.parametrize("name", PANELS)
def test_each_page_opens_by_name(panel: SidePanel, name: str) -> None:
    panel.open(name)
    assert panel.opened() == name


def test_an_unknown_name_opens_the_preview(panel: SidePanel) -> None:
    panel.open("of an older version")
    assert panel.opened() == "preview"
