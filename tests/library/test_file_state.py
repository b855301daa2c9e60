"""How far two files of one library are apart is told without touching either."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.errors import CuratorError
from curator.library import queries
from curator.library.file_state import known_state, loss, moment, state_from, state_of
from curator.library.library import Library
from tests.library import damage
from tests.library.conftest import Clock
from tests.library.deeds import arrived, rewritten, setting


def names_beside(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir()}


def test_a_new_library_has_nothing_to_lose(path: Path) -> None:
    state = state_of(path)
    assert state.is_unused
    assert (state.writes, state.last_step, state.last_at) == (0, 0, "")
    assert names_beside(path) == {path.name}


def test_each_edit_and_each_undo_is_counted_while_the_library_is_open(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    library.write(setting(whole.signals[0], name="one"))
    before = state_of(library.path)
    library.undo()
    after = state_of(library.path)
    assert (before.writes, after.writes) == (2, 3)
    assert before.last_at == after.last_at == "2026-03-01T09:00:00.000+00:00"
    with library.reading() as connection:
        assert state_from(connection) == after


def test_an_older_library_counts_its_steps(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        arrived(library, "robots")
    rewritten(path, "DELETE FROM setting WHERE name = 'writes'")
    assert state_of(path).writes == 2


def test_what_is_no_library_has_no_state(tmp_path: Path, path: Path) -> None:
    letter = tmp_path / "letter.curator"
    letter.write_text("Dear Ada, " * 20)
    rewritten(path, f"PRAGMA user_version = {9 << 16}")
    for wrong in (letter, path, tmp_path / "none"):
        assert known_state(wrong) is None
        with pytest.raises(CuratorError):
            state_of(wrong)


def test_steps_that_a_copy_lacks_are_named(path: Path, tmp_path: Path, clock: Clock) -> None:
    with closing(Library.open(path, clock=clock)) as library:
        (whole,) = arrived(library, "drones")
    copy = Path(shutil.copyfile(path, tmp_path / "copy.curator"))
    with closing(Library.open(path, clock=clock)) as library:
        for number in range(25):
            clock.passes(60)
            library.write(setting(whole.signals[0], f"Step {number}", name=f"n{number}"))
    gone = loss(path, copy)
    assert (gone.writes, len(gone.labels), gone.labels[0]) == (25, 20, "Step 24")
    assert gone.first_at == "2026-03-01T09:01:00.000+00:00"
    assert gone.last_at == "2026-03-01T09:25:00.000+00:00"
    assert loss(copy, path).labels == ()
    assert loss(path, None).writes == 26


def test_what_was_only_undone_is_lost_without_a_name(path: Path, tmp_path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
    copy = Path(shutil.copyfile(path, tmp_path / "copy.curator"))
    with closing(Library.open(path)) as library:
        library.undo()
    gone = loss(path, copy)
    assert (gone.writes, gone.labels, gone.last_at) == (1, (), "")


def test_two_histories_that_parted_lose_their_own_steps(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(path, tmp_path / "copy.curator"))
    for file, key in ((path, "mine"), (copy, "theirs")):
        with closing(Library.open(file)) as library:
            arrived(library, key)
    assert state_of(path).writes == state_of(copy).writes
    assert loss(path, copy).writes == 1


def test_a_time_that_is_none_is_no_fault() -> None:
    assert moment("next week") is None
    assert moment("2026-03-01T09:00:00") == moment("2026-03-01T10:00:00+01:00")


def test_a_number_of_writes_that_is_none_stops_nothing(path: Path) -> None:
    damage.rewritten(path, "UPDATE setting SET value = 'many' WHERE name = 'writes'")
    assert state_of(path).writes == 0
    with closing(Library.open(path)) as library, library.reading() as connection:
        assert queries.writes(connection) == 0
