"""Lines of the history."""

from curator.domain.step import APPLIED, ASIDE, UNDONE, Step


def test_a_line_of_the_history_comes_without_its_changes() -> None:
    step = Step(1, "Edit change", "2026-03-01T12:04:00Z", "ana", APPLIED, 1)
    assert step.items == ()
    assert step.count == 1


def test_a_step_holds_or_is_undone_or_lies_aside() -> None:
    assert len({APPLIED, UNDONE, ASIDE}) == 3
