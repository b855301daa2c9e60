"""The columns of the ledger are those of the digest page, and some of its digest."""

from PySide6.QtCore import Qt

from curator.domain.ledger import COLUMNS, LedgerRow
from curator.domain.listing import DigestCard
from curator.domain.signal import Signal
from curator.gui.models.ledger_columns import HIDDEN_AT_FIRST, WIDTHS, ledger_columns

ROW = LedgerRow(
    Signal(7, 3, name="Drones", change="cheap", kind="concern"),
    DigestCard(3, "k3", "", "2024-08-18", "done", 4, ("War", "Air")),
)


def test_every_column_can_be_sorted_by_and_has_a_width() -> None:
    columns = ledger_columns()
    assert set(columns) == set(COLUMNS) == set(WIDTHS)
    assert set(columns) > HIDDEN_AT_FIRST


def test_a_row_says_what_its_signal_and_its_digest_say() -> None:
    said = {name: column.read(ROW) for name, column in ledger_columns().items()}
    assert said == {
        "name": "Drones",
        "description": "",
        "change": "cheap",
        "horizon": "",
        "driving_force": "",
        "relevancy": "",
        "title": "k3",
        "date": "2024-08-18",
        "review": "done",
        "themes": "War, Air",
        "kind": "concern",
    }


def test_what_belongs_to_the_digest_is_read_only_but_for_its_review() -> None:
    editable = {name for name, column in ledger_columns().items() if column.edit}
    assert editable == {*Signal.TEXT_FIELDS, "review"}
    assert all(
        column.alignment == Qt.AlignmentFlag.AlignLeft for column in ledger_columns().values()
    )
