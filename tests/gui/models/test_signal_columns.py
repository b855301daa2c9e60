"""Each layout has its columns, and no value is ever out of sight."""

import pytest

from curator.domain.signal import CONCERN, KINDS, SIGNAL, TECHNOLOGY, Signal
from curator.gui.models.signal_columns import signal_columns
from tests.builders import a_signal
from tests.gui.desk import Desk

LAYOUT_A = ["Signal", "Change", "10y horizon", "Driving force"]
LAYOUT_B = ["Name", "Description", "Change", "10y horizon", "Driving force", "Relevancy"]
OTHERS = ["Name", "Description", "Relevancy"]


def titles(kind: str, rows: list[Signal], layout: str = "") -> list[str]:
    return [column.title for column in signal_columns(kind, rows, layout)]


@pytest.mark.parametrize(
    ("kind", "rows", "layout", "expected"),
    [
        (SIGNAL, [], "A", LAYOUT_A),
        (SIGNAL, [], "", LAYOUT_A),
        (SIGNAL, [a_signal()], "A0", LAYOUT_A),
        (SIGNAL, [a_signal()], "B", LAYOUT_B),
        (SIGNAL, [a_signal(description="Many")], "", LAYOUT_B),
        (CONCERN, [], "B", OTHERS),
        (TECHNOLOGY, [Signal(kind=TECHNOLOGY, description="Lidar")], "B", OTHERS),
    ],
)
def test_a_layout_has_its_columns(
    kind: str, rows: list[Signal], layout: str, expected: list[str]
) -> None:
    assert titles(kind, rows, layout) == expected


def test_a_value_outside_the_layout_gets_its_column() -> None:
    assert titles(SIGNAL, [a_signal(relevancy="high")], "A") == [*LAYOUT_A, "Relevancy"]
    assert titles(CONCERN, [Signal(kind=CONCERN, change="more")]) == [
        "Name",
        "Description",
        "Change",
        "Relevancy",
    ]


def test_unknown_columns_follow_and_can_be_edited() -> None:
    rows = [
        Signal(kind=TECHNOLOGY, extra=(("src", "p. 3"),)),
        Signal(kind=TECHNOLOGY, extra=(("src", ""), ("", "x"))),
    ]
    columns = signal_columns(TECHNOLOGY, rows)
    assert [column.title for column in columns] == [*OTHERS, "src", "—"]
    assert [columns[3].read(row) for row in rows] == ["p. 3", ""]
    assert [columns[4].read(row) for row in rows] == ["", "x"]
    assert columns[3].edit is not None


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_column_is_semibold_and_all_known_ones_are_editable(kind: str) -> None:
    columns = signal_columns(kind, [])
    assert [column.strong for column in columns] == [True] + [False] * (len(columns) - 1)
    assert all(column.edit for column in columns)


def test_an_edit_of_a_column_is_the_deed_on_its_field(desk: Desk) -> None:
    row = desk.whole.signals[0]
    for number, column in enumerate(signal_columns(SIGNAL, [row], "A")):
        assert column.edit is not None
        desk.workspace.do(column.edit(row, f"text {number}"))
    changed = desk.whole.signals[0]
    assert (changed.name, changed.change) == ("text 0", "text 1")
    assert (changed.horizon, changed.driving_force) == ("text 2", "text 3")
