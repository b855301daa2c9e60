"""Whatever fails, at whatever step: each failpoint with each action, in a process of its own.

The child tells each deed that returned. The next start must find all of these, and of the one that
was under way either everything or nothing.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from curator.failpoints import ACTIONS, BUSY, FULL, KILL, NAMES
from tests.faults.children import KILLED, KNOWN_ERROR, Ending, Nursery
from tests.faults.states import State, seen_again, take_all_back
from tests.faults.stories import LIBRARY

Model = Callable[[str], list[State]]

EVERY_ACTION = pytest.mark.parametrize("action", ACTIONS)

AFTER_COMMIT = ("write.committed", "close.begun", "close.settled", "close.left")


def named(*deeds: str) -> list[str]:
    """The failpoints of these deeds."""
    return [name for name in NAMES if name.partition(".")[0] in deeds]


def every(*deeds: str) -> pytest.MarkDecorator:
    """A test for each failpoint of these deeds."""
    return pytest.mark.parametrize("name", named(*deeds))


def require_known_end(ending: Ending, action: str) -> None:
    """A child was killed, or met an error in words; it never ended otherwise."""
    assert ending.said == ""
    if action == KILL:
        assert ending.code == KILLED
        return
    assert ending.code == KNOWN_ERROR
    assert "Errno" not in ending.failed
    assert "Traceback" not in ending.failed
    if action == FULL:
        assert "space" in ending.failed
    if action == BUSY:
        assert ending.all("failed")[0][0] == "Busy" or "busy" in ending.failed


def require_whole_steps(desk: Path, ending: Ending, states: list[State], *, exact: bool) -> None:
    """What was acknowledged is there, and what was under way is there as a whole or not at all."""
    found = seen_again(desk / LIBRARY)
    allowed = states[ending.done : ending.done + (1 if exact else 2)]
    assert found in allowed
    take_all_back(desk / LIBRARY)


def require_tidy(desk: Path, nursery: Nursery, *more: str) -> None:
    """The next day goes on as if nothing had been, and nothing stray lies about after it."""
    ending = nursery.live("go_on", desk)
    assert (ending.code, ending.done, ending.said) == (0, 3, "")
    names = {path.name for path in desk.iterdir()}
    assert names - {LIBRARY, "inbox", "told", "said", "backups", *more} == set()


@pytest.mark.fault("F1")
@pytest.mark.fault("F5")
@EVERY_ACTION
@every("write")
def test_an_edit(name: str, action: str, desk: Path, nursery: Nursery, model: Model) -> None:
    ending = nursery.live("do_deeds", desk, failpoint=f"{name}={action}@4", deeds="edit")
    require_known_end(ending, action)
    assert ending.done == 3
    exact = action != KILL and name not in AFTER_COMMIT
    require_whole_steps(desk, ending, model("edit"), exact=exact)
    require_tidy(desk, nursery)


@pytest.mark.fault("F1")
@EVERY_ACTION
@every("undo")
def test_an_undo(name: str, action: str, desk: Path, nursery: Nursery, model: Model) -> None:
    ending = nursery.live("do_deeds", desk, failpoint=f"{name}={action}@2", deeds="undo")
    require_known_end(ending, action)
    assert ending.done == 1
    require_whole_steps(desk, ending, model("undo"), exact=action != KILL)
    require_tidy(desk, nursery)


@EVERY_ACTION
@every("open")
def test_a_start(name: str, action: str, desk: Path, nursery: Nursery, model: Model) -> None:
    ending = nursery.live("do_deeds", desk, failpoint=f"{name}={action}", deeds="edit")
    require_known_end(ending, action)
    assert ending.all("opened") == []
    require_whole_steps(desk, ending, model("edit"), exact=True)
    require_tidy(desk, nursery)


@EVERY_ACTION
@every("close")
def test_an_end(name: str, action: str, desk: Path, nursery: Nursery, model: Model) -> None:
    ending = nursery.live("do_deeds", desk, failpoint=f"{name}={action}", deeds="edit")
    require_known_end(ending, action)
    assert ending.all("closed") == []
    require_whole_steps(desk, ending, model("edit"), exact=True)
    require_tidy(desk, nursery)


@pytest.mark.fault("F2")
@EVERY_ACTION
@every("import")
def test_an_import(name: str, action: str, desk: Path, nursery: Nursery, model: Model) -> None:
    sources = {path: path.read_bytes() for path in (desk / "inbox").iterdir()}
    turn = "@30" if name == "import.read" else ""
    ending = nursery.live("do_deeds", desk, failpoint=f"{name}={action}{turn}", deeds="import")
    require_known_end(ending, action)
    assert ending.done == 1
    assert {path: path.read_bytes() for path in (desk / "inbox").iterdir()} == sources
    require_whole_steps(desk, ending, model("import"), exact=True)
    again = nursery.live("take_in", desk)
    assert again.all("done") == [[60, 0, 0]]
    require_tidy(desk, nursery)


@EVERY_ACTION
@every("create")
def test_a_new_library(name: str, action: str, desk: Path, nursery: Nursery) -> None:
    ending = nursery.live("create", desk, failpoint=f"{name}={action}")
    require_known_end(ending, action)
    assert ending.done == 0
    if (desk / "new.curator").exists():
        seen_again(desk / "new.curator")
    again = nursery.live("create", desk)
    assert (again.code, again.done) == (0, 1)
    assert [len(rows) for rows in seen_again(desk / "new.curator").records] == [0] * 5
    require_tidy(desk, nursery, "new.curator")
