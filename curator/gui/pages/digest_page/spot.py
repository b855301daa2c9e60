"""A spot of the page: the cell or field where somebody works, and how far the page is scrolled."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from curator.gui.pages.digest_page.page import DigestPage
from curator.gui.pages.digest_page.row_table import RowTable
from curator.gui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class Spot:
    """`part` is the object name of a table or field, empty for none; in a table, `record_id` and
    the title of the `column` name the cell. Spots are equal wherever the page is scrolled to."""

    part: str = ""
    record_id: int = 0
    column: str = ""
    scroll: int = field(default=0, compare=False)


def spot_of(page: DigestPage, focused: QWidget | None) -> Spot:
    """Where on the page the focus is, and what of the page is seen."""
    scroll = page.area.verticalScrollBar().value()
    for rows in page.tables():
        if focused is not None and rows.isAncestorOf(focused):
            return Spot(rows.table.objectName(), rows.current_id(), _column_of(rows), scroll)
    if isinstance(focused, TextField) and page.isAncestorOf(focused):
        return Spot(focused.objectName(), scroll=scroll)
    return Spot(scroll=scroll)


def go_to_spot(page: DigestPage, spot: Spot) -> None:
    """Show the page as it was scrolled; the cursor goes to the row or field that it was in."""
    rows = _table_called(page, spot.part)
    if rows is page.signals.rows:
        page.signals.select(spot.record_id, spot.column)  # of whatever kind its row is
    elif rows is not None:
        rows.select(spot.record_id, spot.column)
    elif (entry := page.findChild(TextField, spot.part)) is not None:
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
    scroll_to(page, spot)


def scroll_to(page: DigestPage, spot: Spot) -> None:
    """Show the page as it was scrolled, and leave the focus where it is."""
    # What was just shown is laid out first: a place is measured from the top of all of it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    page.area.verticalScrollBar().setValue(spot.scroll)


def work_on(page: DigestPage, spot: Spot) -> None:
    """In another digest, go to the first row of the table and the column of a spot."""
    rows = _table_called(page, spot.part)
    if rows is None:
        return
    records = rows.model.records
    if not records or not rows.select(records[0].id, spot.column):
        rows.table.setFocus(Qt.FocusReason.OtherFocusReason)
        rows.table.reveal()


def _column_of(rows: RowTable) -> str:
    index = rows.table.currentIndex()
    return rows.model.columns[index.column()].title if index.isValid() else ""


def _table_called(page: DigestPage, name: str) -> RowTable | None:
    return next((rows for rows in page.tables() if rows.table.objectName() == name), None)
