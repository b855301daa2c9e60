"""The history tells what was done, page by page, for one digest or for all."""

import pytest

from curator.domain.errors import UnknownRecord
from curator.library import history
from curator.library.library import Library
from tests.library.deeds import arrived, setting


def test_steps_come_newest_first_and_page_by_page(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    for number in range(5):
        library.write(setting(whole.digest, f"Edit {number}", title=f"Title {number}"))
    with library.reading() as connection:
        page = history.steps(connection, limit=2)
        assert [step.label for step in page] == ["Edit 4", "Edit 3"]
        rest = history.steps(connection, before_id=page[-1].id)
        assert [step.label for step in rest] == ["Edit 2", "Edit 1", "Edit 0", "Import"]


def test_the_history_of_one_digest(library: Library) -> None:
    one, two = arrived(library, "drones", "robots")
    library.write(setting(one.signals[0], "Edit one", name="x"))
    library.write(setting(two.signals[0], "Edit two", name="x"))
    with library.reading() as connection:
        found = history.steps(connection, digest_id=one.digest.id)
        assert [(step.label, step.count) for step in found] == [("Edit one", 1), ("Import", 2)]


def test_a_step_holds_each_cell_before_and_after(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    link = whole.closest[0]
    changes = library.write(setting(link, "Tag link", tags=("a", "b, c"), relation="supports"))
    with library.reading() as connection:
        step = history.step(connection, changes.step_id)
    assert step.items == changes.items
    assert (step.label, step.count, step.state) == ("Tag link", 1, "applied")


def test_what_undo_and_redo_would_do_is_known(library: Library) -> None:
    with library.reading() as connection:
        assert history.undoable(connection) is None
    arrived(library, "drones")
    library.undo()
    with library.reading() as connection:
        assert history.undoable(connection) is None
        step = history.redoable(connection)
    assert step is not None
    assert (step.label, step.state) == ("Import", "undone")


def test_an_arrival_holds_until_it_is_undone(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    asked = []
    for turn in (library.changed_elsewhere, library.undo, library.redo):
        turn()
        with library.reading() as connection:
            asked.append(history.arrival_holds(connection, whole.digest.id))
    assert asked == [True, False, True]
    with library.reading() as connection:
        assert history.arrival_holds(connection, 99)  # made by hand, not by an import


def test_an_unknown_step_is_named(library: Library) -> None:
    with library.reading() as connection, pytest.raises(UnknownRecord, match="step number 7"):
        history.step(connection, 7)
