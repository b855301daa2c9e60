"""Findings by line; choosing one tells which."""

from pytestqt.qtbot import QtBot

from curator.domain.finding import Finding
from curator.gui.widgets.findings_list import FindingsList

DATE = Finding(1, "The date 2031-02-19 lies in the future.", "origin")
CELL = Finding(23, "The cell says N/A.", "signals.1.change")


def test_findings_are_listed_and_opened(qtbot: QtBot) -> None:
    findings = FindingsList()
    qtbot.addWidget(findings)
    findings.show_findings([DATE, CELL])
    assert [entry.quiet for entry in findings.list.entries()] == ["Line 1", "Line 23"]
    findings.list.setCurrentRow(1)
    with qtbot.waitSignal(findings.finding_opened) as told:
        findings.list.itemClicked.emit(findings.list.currentItem())
    assert told.args == [CELL]


def test_a_clean_digest_has_nothing_to_open(qtbot: QtBot) -> None:
    findings = FindingsList()
    qtbot.addWidget(findings)
    findings.show_findings([])
    with qtbot.assertNotEmitted(findings.finding_opened):
        findings.list.opened.emit(1)
