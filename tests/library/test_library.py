"""A person opens a library, works, closes it, and finds it all again."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.errors import (
    Busy,
    Damaged,
    Interrupted,
    LibraryError,
    NotALibrary,
    ReadOnly,
    TooNew,
    UnknownRecord,
)
from curator.domain.listing import Listing
from curator.domain.signal import Signal
from curator.library import history, queries, sqlite_connection
from curator.library.library import Library
from curator.library.write import Write
from tests.builders import a_whole
from tests.library.conftest import Clock
from tests.library.deeds import arrived, arriving, listed, removing, rewritten, setting, whole_of

OLD_FILES = Path(__file__).parent / "old_files"


def test_a_new_library_is_private_and_empty(tmp_path: Path) -> None:
    path = tmp_path / "not yet" / "scan.curator"
    with closing(Library.open(path, create=True)) as library:
        assert library.path == path
        with library.reading() as connection:
            assert listed(connection, Listing()) == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["scan.curator"]


def test_create_opens_the_library_that_is_there(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    with closing(Library.open(library.path, create=True)) as again:
        assert whole_of(again, whole.digest.id) == whole


def test_without_create_no_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library"):
        Library.open(tmp_path / "scan.curator")
    assert not list(tmp_path.iterdir())


def test_an_edit_is_kept_with_its_history(path: Path, clock: Clock) -> None:
    with closing(Library.open(path, clock=clock)) as library:
        (whole,) = arrived(library, "drones")
        changes = library.write(
            setting(whole.signals[0], "Change signal", name="Swarms"), actor="Ada"
        )
    (item,) = changes.items
    assert (item.before, item.kind) == (whole.signals[0], "signal")
    with closing(Library.open(path)) as library:
        assert whole_of(library, whole.digest.id).signals[0] == item.after
        with library.reading() as connection:
            step = history.steps(connection)[0]
    assert (step.id, step.label, step.actor) == (changes.step_id, "Change signal", "Ada")
    assert (step.state, step.count) == ("applied", 1)
    assert step.at == "2026-03-01T09:00:00.000+00:00"


def test_an_edit_that_changes_nothing_leaves_no_trace(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    before = library.path.with_name("scan.curator-wal").read_bytes()
    changes = library.write(setting(whole.signals[0], "Change nothing"))
    assert (changes.label, changes.items, changes.step_id) == ("Change nothing", (), 0)
    assert library.path.with_name("scan.curator-wal").read_bytes() == before


def test_a_deed_that_fails_changes_nothing(library: Library) -> None:
    (whole,) = arrived(library, "drones")

    def half_done(write: Write) -> str:
        write.remove(whole.signals[0])
        write.get(Signal, 999)
        return "never told"

    with pytest.raises(UnknownRecord, match="signal number 999"):
        library.write(half_done)
    assert whole_of(library, whole.digest.id) == whole
    assert library.write(setting(whole.themes[0], name="other")).step_id


def test_undo_goes_back_over_a_restart_and_redo_forward_again(path: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        library.write(setting(whole.signals[0], "First", name="one"))
        library.write(removing(whole.signals[0], label="Second"))
    with closing(Library.open(path)) as library:
        edited = whole_of(library, whole.digest.id)
        assert library.undo().label == "Second"
        back = library.undo("Ada")
        assert (back.label, back.items[0].after) == ("First", whole.signals[0])
        assert whole_of(library, whole.digest.id) == whole
    with closing(Library.open(path)) as library:
        assert [library.redo().label, library.redo("Ada").label] == ["First", "Second"]
        assert whole_of(library, whole.digest.id) == edited
        with pytest.raises(UnknownRecord, match="nothing to redo"):
            library.redo()


def test_closing_again_is_no_fault(path: Path) -> None:
    library = Library.open(path)
    library.close()
    library.close()
    assert not path.with_name("scan.curator-wal").exists()


def test_there_is_nothing_to_undo_in_a_new_library(library: Library) -> None:
    with pytest.raises(UnknownRecord, match="nothing to undo"):
        library.undo()


def test_a_step_in_the_middle_is_undone_by_a_new_one(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    first = library.write(setting(whole.signals[0], "First", name="one"), actor="Ada")
    library.write(setting(whole.themes[0], "Second", name="two"), actor="Ada")
    undone = library.revert(first.step_id, "Eve")
    assert undone.label == "Undo: First"
    now = whole_of(library, whole.digest.id)
    assert (now.signals[0], now.themes[0].name) == (whole.signals[0], "two")
    with library.reading() as connection:
        assert [(s.label, s.actor) for s in history.steps(connection, limit=3)] == [
            ("Undo: First", "Eve"),
            ("Second", "Ada"),
            ("First", "Ada"),
        ]


def test_reverting_the_newest_step_is_a_plain_undo(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    step = library.write(setting(whole.signals[0], "First", name="one"))
    assert library.revert(step.step_id).label == "First"
    with pytest.raises(UnknownRecord, match="“First” is undone already"):
        library.revert(step.step_id)
    assert library.reapply(step.step_id).label == "First"
    with pytest.raises(UnknownRecord, match="“First” is applied already"):
        library.reapply(step.step_id)
    with library.reading() as connection:
        assert len(history.steps(connection)) == 2


def test_a_step_set_aside_is_not_lost(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    first = library.write(setting(whole.signals[0], "First", name="one"))
    library.undo()
    library.write(setting(whole.themes[0], "Second", name="two"))
    with pytest.raises(UnknownRecord, match="nothing to redo"):
        library.redo()
    again = library.reapply(first.step_id, "Ada")
    assert again.label == "Redo: First"
    now = whole_of(library, whole.digest.id)
    assert (now.signals[0].name, now.themes[0].name) == ("one", "two")


def test_what_another_program_wrote_is_noticed_once(library: Library) -> None:
    with closing(Library.open(library.path)) as other:
        (whole,) = arrived(library, "drones")
        assert not library.changed_elsewhere()
        assert other.changed_elsewhere()
        assert not other.changed_elsewhere()
        other.write(setting(whole.signals[0], name="theirs"))
        library.write(setting(whole.signals[1], name="mine"))
        assert library.changed_elsewhere()
        assert [s.name for s in whole_of(library, whole.digest.id).signals] == ["theirs", "mine"]


def test_a_look_by_another_program_is_no_change(library: Library) -> None:
    arrived(library, "drones")
    assert not library.changed_elsewhere()
    with closing(Library.open(library.path)) as other:
        whole_of(other, 1)
        other.write(lambda _write: "Nothing")
    assert not library.changed_elsewhere()


def test_nothing_is_noticed_while_we_write_ourselves(library: Library) -> None:
    answers: list[bool] = []

    def deed(write: Write) -> str:
        thread = threading.Thread(target=lambda: answers.append(library.changed_elsewhere()))
        thread.start()
        thread.join()
        return "Ask"

    library.write(deed)
    assert answers == [False]


SCRIPT = """
import sys
from pathlib import Path
from curator.library.library import Library
from tests.library.deeds import setting
from tests.builders import a_signal

library = Library.open(Path(sys.argv[1]))
for n in range(20):
    library.write(setting(a_signal(id=int(sys.argv[2])), "Edit", name=f"{sys.argv[2]}-{n}"))
library.close()
"""


def test_two_processes_write_in_turn(path: Path, repository: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        ids = [row.id for row in whole.signals]
        running = [
            subprocess.Popen([sys.executable, "-c", SCRIPT, str(path), str(id_)], cwd=repository)
            for id_ in ids
        ]
        assert [process.wait(60) for process in running] == [0, 0]
        names = [row.name for row in whole_of(library, whole.digest.id).signals]
        assert names == [f"{id_}-19" for id_ in ids]
        for _ in range(40):
            library.undo()
        assert whole_of(library, whole.digest.id) == whole


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for five seconds in a test."""
    monkeypatch.setattr("curator.library.library.BUSY_TIMEOUT", 0.01)
    every = tuple(
        "PRAGMA busy_timeout = 10" if "busy" in pragma else pragma
        for pragma in sqlite_connection.EVERYWHERE
    )
    monkeypatch.setattr(sqlite_connection, "EVERYWHERE", every)


def test_a_second_writer_is_told_when_the_first_takes_too_long(path: Path, impatient: None) -> None:
    with closing(Library.open(path)) as library, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="Another program is writing"):
            library.write(arriving())


def test_a_second_thread_is_told_when_the_first_takes_too_long(path: Path, impatient: None) -> None:
    with closing(Library.open(path)) as library:
        told: list[Busy] = []

        def other() -> None:
            with pytest.raises(Busy, match="A longer task") as error:
                library.write(arriving())
            told.append(error.value)

        def deed(_write: Write) -> str:
            thread = threading.Thread(target=other)
            thread.start()
            thread.join()
            return "Long"

        library.write(deed)
        assert len(told) == 1


def test_a_reader_sees_one_moment_and_can_not_write(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    with library.reading() as connection:
        before = queries.whole(connection, whole.digest.id)
        library.write(setting(whole.signals[0], name="later"))
        assert queries.whole(connection, whole.digest.id) == before
        with pytest.raises(ReadOnly), library.reading() as second:
            second.exec_driver_sql("DELETE FROM signal")


@pytest.mark.fault("F13")
def test_text_an_empty_file_a_folder_and_another_programs_file_are_refused(
    tmp_path: Path,
) -> None:
    letter, empty, other = (tmp_path / name for name in ("letter", "empty", "other"))
    letter.write_text("Dear Ada, " * 20)
    empty.touch()
    rewritten(other, "CREATE TABLE mail (id)")
    contents = other.read_bytes()
    for path, reason in (
        (letter, "no Curator library"),
        (empty, "is empty"),
        (other, "another program"),
        (tmp_path, "is a folder"),
    ):
        with pytest.raises(NotALibrary, match=reason):
            Library.open(path, create=True)
    assert other.read_bytes() == contents
    assert sorted(file.name for file in tmp_path.iterdir()) == ["empty", "letter", "other"]


def test_a_newer_minor_version_is_used_as_it_is(path: Path) -> None:
    rewritten(
        path,
        f"PRAGMA user_version = {1 << 16 | 7}",
        "ALTER TABLE signal ADD COLUMN heat TEXT NOT NULL DEFAULT ''",
        "UPDATE alembic_version SET version_num = '0008'",
    )
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        assert library.write(setting(whole.signals[0], name="one")).step_id


@pytest.mark.fault("F14")
def test_a_newer_major_version_is_refused(path: Path) -> None:
    rewritten(path, f"PRAGMA user_version = {2 << 16}")
    with pytest.raises(TooNew, match="newer Curator"):
        Library.open(path)


def test_an_older_version_is_brought_up_after_a_copy(path: Path, clock: Clock) -> None:
    rewritten(path, "PRAGMA user_version = 9")
    with closing(Library.open(path, clock=clock)) as library:
        arrived(library, "drones")
    copies = [file.name for file in (path.parent / "backups").iterdir()]
    assert copies == ["scan-20260301-090000-migration.curator"]


@pytest.mark.parametrize("old", sorted(OLD_FILES.glob("*.curator")), ids=lambda p: p.stem)
def test_every_released_schema_opens(old: Path, tmp_path: Path) -> None:
    path = tmp_path / old.name
    path.write_bytes(old.read_bytes())
    with closing(Library.open(path)) as library:
        with library.reading() as connection:
            (digest_id,) = listed(connection, Listing(search="swarms"))
        library.undo()
        assert whole_of(library, digest_id).signals[0].name == "Cheap drones"


@pytest.mark.fault("F10")
def test_a_damaged_file_is_called_damaged(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, *(f"key-{n}" for n in range(60)))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(Damaged, match="is damaged"):
        Library.open(path).write(arriving(a_whole("one more")))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_is_refused(path: Path) -> None:
    path.chmod(0o400)
    with pytest.raises(ReadOnly, match="can’t be written"):
        Library.open(path)


def test_a_closed_library_answers_nobody_and_opens_no_file(library: Library) -> None:
    library.close()
    with pytest.raises(Interrupted, match="is closed"), library.reading():
        pass
