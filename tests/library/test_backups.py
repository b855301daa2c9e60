"""The folder of backups: only proven copies count, and no failure costs a good one."""

import os
import resource
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curator.domain.backup_copy import AUTO, IMPORT
from curator.domain.errors import Damaged, LibraryError
from curator.library import backups
from curator.library.file_state import state_of
from curator.library.library import Library
from tests.library.deeds import arrived, break_page, setting, whole_of
from tests.library.strikes import struck

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NOBODY = 999_999_999
"""The number of no process."""


def placed(library: Path, name: str) -> Path:
    """A copy of the library as it is now, under a name of one's own choice."""
    folder = backups.folder_of(library)
    folder.mkdir(exist_ok=True)
    return Path(shutil.copyfile(library, folder / name))


def names(library: Path) -> list[str]:
    return [copy.path.name for copy in backups.copies(library)]


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_copy_tells_when_and_why_it_was_made_and_how_far_it_is(library: Library) -> None:
    arrived(library, "drones")
    path = backups.back_up(library.path, AUTO, NOW)
    assert path.name == "scan-20261122-120000-auto.curator"
    assert backups.back_up(library.path, "", NOW).name == "scan-20261122-120000.curator"
    by_hand, auto = sorted(backups.copies(library.path), key=lambda copy: copy.reason)
    assert (auto.at, auto.reason, auto.writes, auto.bytes) == (NOW, AUTO, 1, path.stat().st_size)
    assert auto.library_id == state_of(library.path).library_id
    assert auto.last_at == "2026-03-01T09:00:00.000+00:00"
    assert by_hand.reason == ""
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_two_copies_of_one_second_do_not_meet(library: Library) -> None:
    first, second = (backups.back_up(library.path, AUTO, NOW) for _ in range(2))
    assert (first.name, second.name) == (
        "scan-20261122-120000-auto.curator",
        "scan-20261122-120000-auto-2.curator",
    )
    assert len(backups.copies(library.path)) == 2


def test_a_library_claims_its_own_copies_only(path: Path) -> None:
    for name in (
        "scan-20261122-120000.curator",
        "scan-20261122-120100-import.curator",
        "scan-old-20261122-120000.curator",
        "scan-20261122-120000-20261122-120000.curator",
        "scan-20261122-120000-because.curator",
        "scan-20269999-120000.curator",
        "scan.curator",
        "my scan-20261122-120000.curator",
    ):
        placed(path, name)
    assert names(path) == ["scan-20261122-120100-import.curator", "scan-20261122-120000.curator"]
    assert names(path.with_name("scan-old.curator")) == ["scan-old-20261122-120000.curator"]
    assert backups.copies(path.with_name("other.curator")) == []


def test_a_look_at_the_copies_leaves_them_as_they_are(library: Library) -> None:
    arrived(library, "drones")
    placed(library.path, "scan-20261122-120000.curator")  # with the mark of a journal in its head
    before = contents(backups.folder_of(library.path))
    assert len(backups.copies(library.path)) == 1
    assert contents(backups.folder_of(library.path)) == before


@pytest.mark.fault("F6")
def test_a_damaged_library_costs_no_copy(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, *(f"key-{n}" for n in range(80)))
    good = [placed(path, f"scan-2025{month:02}01-000000-auto.curator") for month in range(1, 13)]
    good += [placed(path, f"scan-2026{month:02}02-000000-auto.curator") for month in range(1, 10)]
    before = contents(backups.folder_of(path))
    break_page(path, "signal")
    with pytest.raises(Damaged):
        backups.back_up(path, AUTO, NOW)
    assert contents(backups.folder_of(path)) == before
    assert len(good) == 21


def test_what_is_no_sound_copy_is_neither_listed_nor_thinned(library: Library) -> None:
    old = placed(library.path, "scan-20200101-000000-auto.curator")
    letter = old.with_name("scan-20200102-000000-auto.curator")
    letter.write_text("Dear Ada, " * 20)
    foreign = old.with_name("scan-20200103-000000-auto.curator")
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE t (x)")
    newer = placed(library.path, "scan-20200104-000000-auto.curator")
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute(f"PRAGMA user_version = {9 << 16}")
    assert names(library.path) == [old.name]
    for day in range(400):
        placed(library.path, f"scan-{NOW - timedelta(days=day + 3):%Y%m%d}-000000-auto.curator")
    backups.back_up(library.path, AUTO, NOW)
    assert not old.exists()
    assert letter.exists()
    assert foreign.exists()
    assert newer.exists()
    assert 20 < len(names(library.path)) < 30


@pytest.mark.fault("F6")
def test_a_full_disk_leaves_the_copies_and_says_which_disk_it_is(library: Library) -> None:
    arrived(library, "drones")
    first = backups.back_up(library.path, AUTO, NOW)
    before = contents(first.parent)
    for place in ("backup.copied", "backup.verified"):
        with struck(place), pytest.raises(LibraryError) as caught:
            backups.back_up(library.path, AUTO, NOW)
        assert f"no room for a copy of scan.curator in {first.parent}" in str(caught.value)
        assert "are free" in str(caught.value)
        assert contents(first.parent) == before
    arrived(library, "robots")
    assert whole_of(library, 2).digest.key == "robots"


@pytest.mark.fault("F6")
def test_a_disk_that_takes_no_more_bytes_leaves_the_copies(library: Library) -> None:
    arrived(library, *(f"key-{n}" for n in range(40)))
    first = backups.back_up(library.path, AUTO, NOW)
    before = contents(first.parent)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    try:
        with pytest.raises(LibraryError, match=r"no room|disk failed"):
            backups.back_up(library.path, AUTO, NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert contents(first.parent) == before


def test_a_copy_counts_though_the_old_ones_could_not_be_thinned(library: Library) -> None:
    with struck("backup.thinned", "broken"):
        assert backups.back_up(library.path, AUTO, NOW).exists()


def test_where_the_folder_is_a_file_there_is_a_reason(library: Library) -> None:
    backups.folder_of(library.path).write_text("in the way")
    assert backups.copies(library.path) == []
    with pytest.raises(LibraryError):
        backups.back_up(library.path, AUTO, NOW)


@pytest.mark.fault("F6")
def test_what_a_killed_backup_left_goes_and_nothing_else(library: Library) -> None:
    folder = backups.folder_of(library.path)
    folder.mkdir()
    killed = folder / f".scan-20261122-110000-auto.curator.{NOBODY}.ab12cd_3.new"
    restarted = folder / f".scan-20261122-110000.curator.{os.getpid()}.ab12cd_3.new"
    at_work = folder / f".scan-20261122-110001.curator.{os.getpid()}.ab12cd_3.new"
    others = folder / f".scan-old-20261122-110000.curator.{NOBODY}.ab12cd_3.new"
    waiting = library.path.with_name(f".scan.curator.restored-20261122-110000.{NOBODY}.ab.new")
    for path in (killed, restarted, at_work, others, waiting):
        path.write_bytes(b"half")
    os.utime(restarted, (1_000_000, 1_000_000))  # by a process of the same number, long ago
    backups.back_up(library.path, AUTO, NOW)
    left = {path for path in (killed, restarted, at_work, others, waiting) if path.exists()}
    assert left == {at_work, others}


def test_a_copy_is_due_half_an_hour_after_the_first_step(library: Library) -> None:
    def is_due(minutes: float) -> bool:
        now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC) + timedelta(minutes=minutes)
        return backups.is_due(
            library.path, state_of(library.path), "2026-03-01T09:00:00+00:00", now
        )

    assert not is_due(300)
    (whole,) = arrived(library, "drones")
    assert not is_due(29)
    assert is_due(30)
    backups.back_up(library.path, AUTO, datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
    assert not is_due(300)
    library.write(setting(whole.signals[0], name="one"))
    assert not is_due(59)
    assert is_due(60)


@pytest.mark.fault("F21")
def test_a_clock_that_jumped_keeps_no_copy_from_being_made(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    backups.back_up(library.path, AUTO, NOW + timedelta(days=3650))
    library.write(setting(whole.signals[0], name="one"))
    state = state_of(library.path)
    assert backups.is_due(library.path, state, "2036-01-01T00:00:00+00:00", NOW)
    assert backups.is_due(library.path, state, "", NOW)
    backups.back_up(library.path, AUTO, NOW)
    assert not backups.is_due(library.path, state, "2036-01-01T00:00:00+00:00", NOW)
    assert len(names(library.path)) == 2


def test_copies_of_another_library_under_the_same_name_do_not_count(
    library: Library, tmp_path: Path
) -> None:
    arrived(library, "drones")
    with closing(Library.open(tmp_path / "other" / "scan.curator", create=True)) as other:
        arrived(other, "robots")
        theirs = backups.back_up(other.path, AUTO, NOW)
    backups.folder_of(library.path).mkdir()
    shutil.copy(theirs, backups.folder_of(library.path))
    state = state_of(library.path)
    assert len(names(library.path)) == 1
    assert not backups.is_backed_up(library.path, state)
    assert backups.is_due(library.path, state, "2026-03-01T09:00:00+00:00", NOW)
    assert backups.newest(library.path, state.library_id, NOW) is None


def test_any_library_file_can_be_seen_as_a_copy(library: Library, tmp_path: Path) -> None:
    named = backups.back_up(library.path, IMPORT, NOW)
    assert (backups.copy_at(named).at, backups.copy_at(named).reason) == (NOW, IMPORT)
    plain = Path(shutil.copyfile(named, tmp_path / "copy.curator"))
    os.utime(plain, (NOW.timestamp(), NOW.timestamp()))
    assert (backups.copy_at(plain).at, backups.copy_at(plain).reason) == (NOW, "")
    odd = Path(shutil.copyfile(named, tmp_path / "scan-20269999-120000-import.curator"))
    assert backups.copy_at(odd).reason == ""
    with pytest.raises(LibraryError, match="There is no library"):
        backups.copy_at(tmp_path / "none.curator")
