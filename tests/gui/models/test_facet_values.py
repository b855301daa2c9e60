"""The values of a facet as a list."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from curator.domain.facets import FacetValue, Pick
from curator.gui.models.facet_values import FacetValues
from curator.gui.widgets.roles import CHOSEN, COUNT_ROLE, EXCLUDED, FADED_ROLE, PICK_ROLE

VALUES = (FacetValue("energy", 1200), FacetValue("", 1), FacetValue("<b>law</b>", 1))


def shown(qtbot: QtBot) -> FacetValues:
    values = FacetValues("theme")
    QAbstractItemModelTester(values, QAbstractItemModelTester.FailureReportingMode.Fatal, values)
    values.show_values(VALUES, "digest")
    return values


def told(values: FacetValues, role: int) -> list[object]:
    return [values.index(row).data(role) for row in range(values.rowCount())]


def test_each_value_is_told_in_words_with_its_count(qtbot: QtBot) -> None:
    values = shown(qtbot)
    assert told(values, Qt.ItemDataRole.DisplayRole) == ["energy", "no theme", "<b>law</b>"]
    assert told(values, COUNT_ROLE) == [1200, 1, 1]
    assert "&lt;b&gt;" in str(values.index(2).data(Qt.ItemDataRole.ToolTipRole))
    assert values.data(values.index(7)) is None


def test_what_is_picked_is_said_too(qtbot: QtBot) -> None:
    values = shown(qtbot)
    other = Pick("review", "energy")
    values.show_picks([other, Pick("theme", "energy"), Pick("theme", "", excluded=True)])
    assert told(values, PICK_ROLE) == [CHOSEN, EXCLUDED, ""]
    spoken = told(values, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == [
        "energy, 1,200 digests, chosen",
        "no theme, 1 digest, excluded",
        "<b>law</b>, 1 digest",
    ]


def test_old_counts_are_faded_until_others_come(qtbot: QtBot) -> None:
    values = shown(qtbot)
    values.fade()
    values.fade()
    assert told(values, FADED_ROLE) == [True, True, True]
    values.show_values(VALUES, "row")
    assert told(values, FADED_ROLE) == [False, False, False]
    assert values.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "energy, 1,200 rows"


def test_values_are_known_by_their_rows(qtbot: QtBot) -> None:
    values = shown(qtbot)
    assert values.row_of("") == 1
    assert values.row_of("nothing") == values.row_of(None) == -1
    assert values.value_at(0) == "energy"
    assert values.value_at(3) is values.value_at(-1) is None


def test_nothing_is_shown_of_an_empty_facet(qtbot: QtBot) -> None:
    values = FacetValues("theme")
    values.fade()
    values.show_picks([Pick("theme", "x")])
    values.show_values((), "digest")
    assert values.rowCount() == 0
