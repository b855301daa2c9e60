"""One commit reaches every view; findings lead to their fields."""

from PySide6.QtWidgets import QTabWidget

from curator.gui.widgets.entry_list import EntryList
from curator.gui.widgets.source_view import SourceView
from tests.gui.screen import Screen


def test_an_edit_reaches_table_list_and_source(screen: Screen) -> None:
    screen.trigger("view.source")
    screen.choose(1)
    source = screen.part(SourceView, "sourceView")
    screen.qtbot.waitUntil(lambda: "Charging arms" in source.toPlainText())
    screen.type_cell("signalsTable", 0, 0, "Plugs for ships")
    screen.qtbot.waitUntil(lambda: "Plugs for ships" in source.toPlainText())


def test_a_finding_leads_to_its_field(screen: Screen) -> None:
    screen.trigger("view.findings")
    screen.choose(1)
    findings = screen.part(EntryList, "findingsList")
    screen.qtbot.waitUntil(lambda: findings.count() > 0)
    texts = [entry.title for entry in findings.entries()]
    row = next(row for row, text in enumerate(texts) if "is not in this library" in text)
    findings.setCurrentRow(row)
    findings.itemActivated.emit(findings.currentItem())
    assert screen.table("closestTable").currentIndex().data() == "A Port That Is Not Here"
    tabs = screen.part(QTabWidget, "sidePanel")
    assert tabs.tabText(2) == f"Findings {len(texts)}"
