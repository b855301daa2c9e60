"""`curator history`."""

from tests.cli.conftest import Curator
from tests.digests import KEY_A, KEY_B


def test_steps_are_listed_newest_first_of_all_or_of_one(stocked: Curator) -> None:
    stocked("set", KEY_A, "title", "First")
    stocked("set", KEY_B, "title", "Second")
    stocked("undo")
    steps = stocked("history", "--json").json
    assert isinstance(steps, list)
    assert [step["state"] for step in steps] == ["undone", "applied", "applied"]
    assert {"id", "label", "at", "actor", "state"} <= set(steps[0])
    lines = stocked("history", KEY_A).out.splitlines()
    assert len(lines) == 2
    assert "Edit title" in lines[0]
    assert "(undone)" in stocked("history").out
