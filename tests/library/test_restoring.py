"""Bringing a copy back loses nothing: neither what was there, nor what is on the way."""

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from curator.domain.errors import Busy, CuratorError, Damaged, LibraryError, NotALibrary
from curator.domain.listing import Listing
from curator.library import backups, queries
from curator.library.library import Library
from curator.library.restoring import restore
from curator.library.sqlite_copy import copy_library
from tests.library.deeds import arrived, break_page, listed
from tests.library.strikes import struck

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NOBODY = 999_999_999
"""The number of no process."""


def keys_in(path: Path) -> list[str]:
    with closing(Library.open(path)) as library, library.reading() as connection:
        ids = listed(connection, Listing())
        return sorted(card.key for card in queries.cards(connection, ids))


def grown(path: Path, *keys: str) -> Path:
    with closing(Library.open(path)) as library:
        for key in keys:
            arrived(library, key)
    return path


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """A copy from before the newest work: it lacks the robots."""
    grown(path, "drones")
    made = copy_library(path, tmp_path / "copy.curator")
    grown(path, "robots")
    return made


def left_of(path: Path) -> tuple[bytes, bytes]:
    """A library and its journal as a power cut leaves them, with one digest more."""
    with closing(Library.open(path)) as library:
        arrived(library, "harbours")
        journal = path.with_name(f"{path.name}-wal")
        return path.read_bytes(), journal.read_bytes()


def test_a_copy_is_brought_back_and_what_was_there_is_kept(path: Path, copy: Path) -> None:
    done = restore(copy, path, NOW)
    assert done.previous == path.with_name("scan.replaced-20261122-120000.curator")
    assert done.backup == path.parent / "backups" / "scan-20261122-120000-restore.curator"
    assert keys_in(path) == ["drones"]
    for kept in (done.previous, done.backup):
        assert keys_in(kept) == ["drones", "robots"]


def test_what_a_copy_holds_already_is_not_backed_up_again(path: Path, copy: Path) -> None:
    made = backups.back_up(path, "", NOW)
    assert restore(copy, path, NOW).backup is None
    assert restore(made, path, NOW).backup is not None
    assert keys_in(path) == ["drones", "robots"]


def test_two_files_moved_aside_in_one_second_do_not_meet(path: Path, copy: Path) -> None:
    asides = {restore(copy, path, NOW).previous for _ in range(3)}
    assert len(asides) == 3


def test_a_copy_can_be_put_where_nothing_is(copy: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "scan.curator"
    done = restore(copy, target, NOW)
    assert (done.previous, done.backup) == (None, None)
    assert keys_in(target) == ["drones"]


@pytest.mark.fault("F17")
def test_a_journal_left_alone_is_not_played_into_the_copy(copy: Path, tmp_path: Path) -> None:
    _, journal = left_of(grown(Path(shutil.copyfile(copy, tmp_path / "other.curator"))))
    target = tmp_path / "new.curator"
    target.with_name("new.curator-wal").write_bytes(journal)
    restore(copy, target, NOW)
    assert keys_in(target) == ["drones"]
    aside = tmp_path / "new.replaced-20261122-120000.curator-wal.foreign"
    assert aside.read_bytes() == journal


def test_a_library_that_is_open_is_not_replaced(path: Path, copy: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "harbours")
        with pytest.raises(Busy, match="open in another window"):
            restore(copy, path, NOW)
    assert keys_in(path) == ["drones", "harbours", "robots"]
    assert not list(path.parent.glob(".*"))


def test_the_library_is_no_copy_of_itself(path: Path) -> None:
    with pytest.raises(LibraryError, match="is the library itself"):
        restore(path, path, NOW)


def test_what_is_no_copy_is_refused_and_nothing_changes(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.curator"
    letter.write_text("Dear Ada, " * 20)
    cut = tmp_path / "cut.curator"
    cut.write_bytes(path.read_bytes()[:-8192])
    before = path.read_bytes()
    for wrong, error in ((letter, NotALibrary), (cut, Damaged), (tmp_path / "no", CuratorError)):
        with pytest.raises(error):
            restore(wrong, path, NOW)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.fault("F17")
def test_the_journal_of_the_old_file_goes_with_it(path: Path, copy: Path) -> None:
    data, journal = left_of(path)
    path.write_bytes(data)  # as after a power cut
    path.with_name("scan.curator-wal").write_bytes(journal)
    done = restore(copy, path, NOW)
    assert done.previous is not None
    assert keys_in(path) == ["drones"]
    assert keys_in(done.previous) == ["drones", "harbours", "robots"]


@pytest.mark.fault("F17")
def test_a_foreign_journal_is_played_into_neither(path: Path, copy: Path, tmp_path: Path) -> None:
    with closing(Library.open(tmp_path / "other.curator", create=True)) as other:
        _, journal = left_of(other.path)
    path.with_name("scan.curator-wal").write_bytes(journal)
    done = restore(copy, path, NOW)
    assert done.previous is not None
    assert keys_in(path) == ["drones"]
    assert keys_in(done.previous) == ["drones", "robots"]
    aside = done.previous.with_name(f"{done.previous.name}-wal.foreign")
    assert aside.read_bytes() == journal


@pytest.mark.fault("F17")
def test_a_foreign_journal_does_not_spoil_the_larger_library_that_is_kept(
    path: Path, copy: Path, tmp_path: Path
) -> None:
    grown(path, *(f"digest {number}" for number in range(60)))
    with closing(Library.open(tmp_path / "other.curator", create=True)) as other:
        _, journal = left_of(other.path)
    path.with_name("scan.curator-wal").write_bytes(journal)
    done = restore(copy, path, NOW)
    assert done.previous is not None
    assert len(keys_in(done.previous)) == 62


def test_a_link_stays_a_link_and_its_library_is_replaced(path: Path, copy: Path) -> None:
    (link := path.parent / "mine.curator").symlink_to(path)
    done = restore(copy, link, NOW)
    assert link.is_symlink()
    assert done.previous == path.with_name("scan.replaced-20261122-120000.curator")
    assert keys_in(link) == ["drones"]


def test_a_damaged_library_is_moved_as_it_is(path: Path, copy: Path) -> None:
    broken = b"not a database at all" * 300
    path.write_bytes(broken)
    path.with_name("scan.curator-wal").write_bytes(b"rubbish")
    done = restore(copy, path, NOW)
    assert done.previous is not None
    assert done.previous.read_bytes() == broken
    assert done.previous.with_name(f"{done.previous.name}-wal").read_bytes() == b"rubbish"
    assert keys_in(path) == ["drones"]


@pytest.mark.fault("F10")
def test_a_library_with_broken_pages_is_replaced_without_a_backup(path: Path, copy: Path) -> None:
    break_page(path, "signal")
    done = restore(copy, path, NOW)
    assert (done.backup, keys_in(path)) == (None, ["drones"])
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8000)
    done = restore(copy, path, NOW)
    assert (done.backup, keys_in(path)) == (None, ["drones"])


@pytest.mark.fault("F6")
@pytest.mark.parametrize("place", ["checked", "copied", "parted", "moved", "placed"])
def test_a_restore_that_fails_leaves_the_library_where_it_was(
    path: Path, copy: Path, place: str
) -> None:
    with struck(f"restore.{place}"), pytest.raises(LibraryError, match="no space left"):
        restore(copy, path, NOW)
    assert keys_in(path) == ["drones", "robots"]
    assert not [file for file in path.parent.iterdir() if "replaced" in file.name]
    assert not list(path.parent.glob(".*"))
    restore(copy, path, NOW)
    assert keys_in(path) == ["drones"]


def test_where_nothing_was_a_restore_that_fails_leaves_nothing(copy: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.curator"
    with struck("restore.placed"), pytest.raises(LibraryError):
        restore(copy, target, NOW)
    assert [file.name for file in tmp_path.iterdir() if "new" in file.name] == []


def parted(path: Path, pid: int) -> Path:
    """The library moved aside and the copy waiting, as a kill between the moves leaves them."""
    aside = path.with_name("scan.replaced-20261122-120000-2.curator")
    data, journal = left_of(path)
    path.unlink()
    path.with_name("scan.curator-wal").unlink(missing_ok=True)
    aside.write_bytes(data)
    aside.with_name(f"{aside.name}-wal").write_bytes(journal)
    path.with_name(f".scan.curator.restored-20261122-120000-2.{pid}.ab12_d.new").write_bytes(b"new")
    return aside


@pytest.mark.fault("F16")
def test_the_next_start_puts_a_library_back_that_a_killed_restore_moved(
    path: Path, copy: Path
) -> None:
    aside = parted(path, NOBODY)
    older = path.with_name("scan.replaced-20990101-000000.curator")
    shutil.copyfile(copy, older)  # of an earlier restore, when the clock was wrong
    assert backups.interrupted_restore(path) == aside
    assert backups.finish_interrupted_restore(path)
    assert keys_in(path) == ["drones", "harbours", "robots"]
    assert not aside.exists()
    assert older.exists()
    assert not list(path.parent.glob(".*"))
    assert not backups.finish_interrupted_restore(path)


def test_another_try_puts_back_first_what_was_moved(path: Path, copy: Path) -> None:
    parted(path, NOBODY)
    done = restore(copy, path, NOW)
    assert done.previous is not None
    assert keys_in(done.previous) == ["drones", "harbours", "robots"]
    assert keys_in(path) == ["drones"]


def test_a_restore_at_work_is_left_alone(path: Path, copy: Path) -> None:
    aside = parted(path, os.getpid())
    with pytest.raises(Busy, match="is being brought back"):
        restore(copy, path, NOW)
    assert aside.exists()


def test_a_library_that_somebody_took_away_is_not_put_back(path: Path, copy: Path) -> None:
    done = restore(copy, path, NOW)
    assert done.previous is not None
    path.unlink()
    assert backups.interrupted_restore(path) is None
    assert backups.interrupted_restore(path.parent / "nowhere" / "scan.curator") is None
