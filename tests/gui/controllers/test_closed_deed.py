"""A deed for a closed library says what it is called and what it does."""

from curator.gui.controllers.closed_deed import ClosedDeed


def test_it_is_done_by_whoever_closed_the_library() -> None:
    deed = ClosedDeed("Repairing the library", lambda: "repaired")
    assert (deed.title, deed.do()) == ("Repairing the library", "repaired")
