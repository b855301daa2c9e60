"""A column reads a record and knows the deed of an edit."""

from functools import partial

from curator.gui.models.columns import Column, in_one_step
from curator.workspace.editing import set_signal_field
from tests.gui.desk import Desk


def test_a_column_is_read_only_unless_it_has_a_deed() -> None:
    column = Column(title="Length", read=lambda record: str(len(record)))
    assert column.read("four") == "4"
    assert column.edit is None


def test_many_deeds_become_one_step_with_one_name(desk: Desk) -> None:
    deeds = [partial(set_signal_field, signal_id=n, name="change", text="") for n in (1, 2)]
    changes = desk.workspace.do(in_one_step("Clear 2 cells", deeds))
    assert changes.label == "Clear 2 cells"
    assert [signal.change for signal in desk.whole.signals] == ["", "", "from costly to cheap"]


def test_one_deed_keeps_its_own_name(desk: Desk) -> None:
    deed = partial(set_signal_field, signal_id=1, name="name", text="Robots")
    assert desk.workspace.do(in_one_step("Paste", [deed])).label != "Paste"
