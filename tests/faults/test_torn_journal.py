"""Power cuts, copied files and foreign journals: what is found is always a state that once was."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.workspace.workspace import Workspace
from tests.faults.deeds import DEEDS
from tests.faults.states import State, problems, seen_again, state_of
from tests.faults.stories import LIBRARY

Model = Callable[[str], list[State]]
TRIALS = 60


@pytest.fixture
def unsettled(desk: Path, tmp_path: Path) -> Path:
    """Library and journal as they lie on the disk while the window is open after eight edits."""
    frozen = tmp_path / "frozen"
    frozen.mkdir()
    workspace = Workspace.open(desk / LIBRARY, actor="Ada")
    for deed in DEEDS["edit"]:
        deed(workspace, desk)
    for name in (LIBRARY, f"{LIBRARY}-wal"):
        shutil.copy(desk / name, frozen)
    workspace.close()
    return frozen


def cut(journal: bytes, chance: random.Random) -> bytes:
    """Only the beginning reached the disk."""
    return journal[: chance.randrange(len(journal))]


def garbled(journal: bytes, chance: random.Random) -> bytes:
    """A sector of noise somewhere."""
    at = chance.randrange(len(journal))
    return journal[:at] + chance.randbytes(512) + journal[at + 512 :]


def holed(journal: bytes, chance: random.Random) -> bytes:
    """A page that was never written."""
    at = chance.randrange(len(journal))
    return journal[:at] + bytes(min(4096, len(journal) - at)) + journal[at + 4096 :]


@pytest.mark.fault("F18")
@pytest.mark.parametrize("harm", [cut, garbled, holed])
def test_a_torn_journal_leaves_a_beginning_of_the_history(
    harm: Callable[[bytes, random.Random], bytes], unsettled: Path, tmp_path: Path, model: Model
) -> None:
    chance = random.Random(harm.__name__)
    journal = (unsettled / f"{LIBRARY}-wal").read_bytes()
    states, met = model("edit"), set()
    for trial in range(TRIALS):
        torn = tmp_path / f"torn{trial}"
        torn.mkdir()
        shutil.copy(unsettled / LIBRARY, torn)
        (torn / f"{LIBRARY}-wal").write_bytes(harm(journal, chance))
        state = seen_again(torn / LIBRARY)
        assert state in states
        met.add(states.index(state))
        shutil.rmtree(torn)
    assert len(met) > 3


@pytest.mark.fault("F18")
def test_a_whole_journal_brings_all_of_it(unsettled: Path, model: Model) -> None:
    assert seen_again(unsettled / LIBRARY) == model("edit")[-1]


@pytest.mark.fault("F16")
def test_a_file_that_was_copied_without_its_journal_is_an_older_state(
    unsettled: Path, model: Model
) -> None:
    (unsettled / f"{LIBRARY}-wal").unlink()
    assert seen_again(unsettled / LIBRARY) == model("edit")[0]


@pytest.mark.fault("F16")
def test_the_number_of_writes_tells_which_of_two_copies_is_older(
    desk: Path, unsettled: Path
) -> None:
    (unsettled / f"{LIBRARY}-wal").unlink()
    newer, older = Workspace.open(desk / LIBRARY), Workspace.open(unsettled / LIBRARY)
    writes = [int(state_of(one).journal[-1][0][0]) for one in (newer, older)]
    assert newer.library_id == older.library_id
    assert writes[0] == writes[1] + len(DEEDS["edit"])
    for workspace in (newer, older):
        workspace.close()


@pytest.mark.fault("F17")
def test_the_journal_of_another_library_is_not_let_in(unsettled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.curator"
    Workspace.open(other).close()
    before = other.read_bytes()
    shutil.copy(unsettled / f"{LIBRARY}-wal", tmp_path / "other.curator-wal")
    workspace = Workspace.open_or_view(other)
    assert "journal" in workspace.only_reads
    assert problems(workspace) == []
    assert [len(rows) for rows in state_of(workspace).records] == [0] * 5
    workspace.close()
    assert other.read_bytes() == before
