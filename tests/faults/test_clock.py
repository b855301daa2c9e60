"""A clock that is set wrong moves no step: the order of the history is that of the deeds."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curator.library import history
from curator.library.library import Library
from curator.workspace import backups
from curator.workspace.workspace import Workspace
from tests.faults.stories import LIBRARY
from tests.library.conftest import Clock
from tests.library.deeds import setting, whole_of

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
JUMPS = (timedelta(), timedelta(days=-365), timedelta(days=3650), timedelta(minutes=1))


@pytest.mark.fault("F21")
def test_steps_keep_their_order_whatever_the_clock_says(desk: Path) -> None:
    for number, jump in enumerate(JUMPS):
        library = Library.open(desk / LIBRARY, clock=Clock(NOW + jump))
        digest = whole_of(library, 1).digest
        library.write(setting(digest, f"Title {number}", title=f"Title {number}"))
        library.close()
    library = Library.open(desk / LIBRARY, clock=Clock(NOW))
    with library.reading() as connection:
        labels = [step.label for step in history.steps(connection, limit=len(JUMPS))]
    assert labels == ["Title 3", "Title 2", "Title 1", "Title 0"]
    library.undo()
    assert whole_of(library, 1).digest.title == "Title 2"
    library.undo()
    library.undo()
    assert whole_of(library, 1).digest.title == "Title 0"
    library.redo()
    assert whole_of(library, 1).digest.title == "Title 1"
    library.close()


@pytest.mark.fault("F21")
def test_a_copy_from_the_future_neither_blocks_nor_is_the_last(desk: Path) -> None:
    workspace = Workspace.open(desk / LIBRARY, actor="Ada")
    future = backups.back_up(workspace, now=NOW + timedelta(days=3650))
    workspace.do(setting(whole_of(workspace.library, 1).digest, title="Now"))
    present = backups.back_up_if_due(workspace, now=NOW)
    workspace.close()
    assert present is not None
    kept = [str(copy.path) for copy in backups.copies(desk / LIBRARY)]
    assert {future.backup, present.backup} <= set(kept)
