"""A damaged library is made whole again from what can be read; the damaged file stays."""

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest

from curator.domain.errors import Busy, Damaged, LibraryError, NotALibrary, TooNew
from curator.library import holders, sqlite_file
from curator.library.holders import Holder
from curator.library.library import Library
from curator.library.repair import repair
from tests.library import damage
from tests.library.deeds import arrived
from tests.library.stock import contents, labels, problems, stocked, stocked_once, words

__all__ = ["stocked", "stocked_once"]

TABLES = ("digest", "signal", "term", "link", "conflict", "original", "step")


def beside(path: Path) -> list[str]:
    return sorted(other.name for other in path.parent.iterdir() if other != path)


def test_a_sound_library_has_nothing_to_repair(stocked: Path) -> None:
    before = stocked.read_bytes()
    done = repair(stocked)
    assert (done.damaged, done.problems) == (None, ())
    assert stocked.read_bytes() == before
    assert beside(stocked) == []


def test_a_library_without_a_write_ahead_log_can_be_repaired(stocked: Path) -> None:
    damage.rewritten(stocked, "PRAGMA journal_mode = DELETE")  # as after a restore, or on a share
    assert repair(stocked).damaged is None


def test_the_file_is_repaired_that_a_link_leads_to(stocked: Path) -> None:
    before = words(stocked)
    damage.overwrite_leaf(stocked, "signal", -1)
    link = stocked.parent / "links" / "mine.curator"
    link.parent.mkdir()
    link.symlink_to(stocked)
    done = repair(link)
    assert done.damaged is not None
    assert done.damaged.parent == stocked.parent
    assert link.is_symlink()
    assert words(stocked) == before


@pytest.mark.fault("F10")
@pytest.mark.parametrize("table", TABLES)
def test_a_bad_page_costs_nothing_that_is_known_elsewhere(stocked: Path, table: str) -> None:
    before = words(stocked)
    damage.overwrite_leaf(stocked, table, -1)
    damaged = stocked.read_bytes()
    done = repair(stocked)
    assert done.damaged is not None
    assert done.damaged.read_bytes() == damaged
    assert done.problems == ()
    assert words(stocked) == before
    assert problems(stocked) == []
    assert stocked.stat().st_mode & 0o077 == 0


@pytest.mark.fault("F10")
@pytest.mark.parametrize("table", ["signal", "term", "link"])
def test_a_table_that_is_lost_from_its_root_comes_back_from_the_texts(
    stocked: Path, table: str
) -> None:
    before = words(stocked)
    damage.overwrite_table(stocked, table)
    done = repair(stocked)
    assert (done.problems, words(stocked)) == ((), before)


@pytest.mark.fault("F10")
def test_what_is_restored_can_be_edited_undone_and_redone(stocked: Path) -> None:
    history = labels(stocked)
    damage.overwrite_leaf(stocked, "signal", 0)
    repair(stocked)
    assert labels(stocked) == history
    with closing(Library.open(stocked)) as library:
        for _ in range(13):
            library.undo()
        arrived(library, "new")
    assert contents(stocked)[1].digest.title == "Harbour 1"
    assert problems(stocked) == []


@pytest.mark.fault("F10")
def test_where_the_indexes_are_lost_too_the_texts_are_asked_and_it_is_said(stocked: Path) -> None:
    before = words(stocked)
    damage.overwrite_table(stocked, "link")
    damage.overwrite_table(stocked, "ix_link_digest_id")
    done = repair(stocked)
    assert any(note.startswith("Parts of “link” can’t be read") for note in done.notes)
    assert words(stocked) == before


@pytest.mark.fault("F12")
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_file_that_was_cut_gives_what_is_left_of_it(stocked: Path, share: float) -> None:
    before = words(stocked)
    damage.cut(stocked, share)
    done = repair(stocked)
    assert done.damaged is not None
    assert problems(stocked) == []
    saved = words(stocked)
    assert len(saved) > len(before) // 4
    assert all(before[id_].digest.summary == whole.digest.summary for id_, whole in saved.items())


@pytest.mark.fault("F12")
def test_a_file_of_which_no_digest_is_left_is_not_made_an_empty_library(stocked: Path) -> None:
    damage.cut(stocked, 0.35)
    before = stocked.read_bytes()
    with pytest.raises(Damaged, match="No digest in"):
        repair(stocked)
    assert stocked.read_bytes() == before
    assert beside(stocked) == []


@pytest.mark.fault("F11")
@pytest.mark.parametrize("harm", [damage.garble_index, damage.garble_search])
def test_damage_to_an_index_alone_costs_no_row(stocked: Path, harm: object) -> None:
    before = contents(stocked)
    assert callable(harm)
    harm(stocked)
    assert problems(stocked)
    done = repair(stocked)
    assert (done.lost, done.put_back, done.problems) == ((), 0, ())
    assert contents(stocked) == before


@pytest.mark.fault("F15")
def test_what_half_a_migration_left_is_put_right(stocked: Path) -> None:
    before = contents(stocked)
    damage.migrate_by_half(stocked)
    damage.rewritten(stocked, "UPDATE digest SET half_made = 'kept' WHERE id = 7")
    assert problems(stocked) == ["The table “digest” is not as Curator makes it."]
    done = repair(stocked)
    assert contents(stocked) == before
    assert problems(stocked) == []
    assert done.rest is not None
    rest = json.loads(done.rest.read_text(encoding="utf-8"))
    assert rest["rows"]["unknown column of digest"] == [{"id": 7, "half_made": "kept"}]


@pytest.mark.fault("F34")
def test_bytes_that_are_no_text_are_shown_as_such_and_the_rest_is_kept(stocked: Path) -> None:
    damage.rewritten(stocked, "UPDATE signal SET name = CAST(x'C3286869' AS TEXT) WHERE id = 9")
    assert "1 row of “signal” can’t be read as text." in problems(stocked)
    done = repair(stocked)
    assert any("bytes that are no text" in note for note in done.notes)
    names = {row.name for whole in contents(stocked).values() for row in whole.signals}
    assert "\ufffd(hi" in names


@pytest.mark.fault("F10")
@pytest.mark.fault("F13")
def test_a_first_page_beyond_reading_points_to_the_backups(stocked: Path) -> None:
    damage.overwrite_page(stocked, 1)
    before = stocked.read_bytes()
    with pytest.raises(Damaged, match="backup"):
        repair(stocked)
    assert stocked.read_bytes() == before
    assert beside(stocked) == []


@pytest.mark.fault("F10")
def test_a_schema_beyond_reading_points_to_the_backups(stocked: Path) -> None:
    size = damage.page_size(stocked)
    with stocked.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (size - 100))
    with pytest.raises(Damaged, match="backup"):
        repair(stocked)
    assert beside(stocked) == []


def test_rows_that_were_changed_behind_our_back_stand_and_a_step_says_so(stocked: Path) -> None:
    damage.rewritten(stocked, "UPDATE digest SET title = 'Theirs' WHERE id = 2")
    done = repair(stocked)
    assert done.problems == ()
    assert any("Repair the library" in note for note in done.notes)
    assert labels(stocked)[0] == ("Repair the library", "applied")
    assert contents(stocked)[2].digest.title == "Theirs"
    with closing(Library.open(stocked)) as library:
        library.undo()
    assert contents(stocked)[2].digest.title == "Mine 2"


@pytest.mark.parametrize("table", ["digest", "signal", "term", "link", "conflict", "change"])
def test_rows_deleted_behind_our_back_do_not_stay_half_gone(stocked: Path, table: str) -> None:
    damage.delete_rows(stocked, table, "id % 3 = 1")
    assert problems(stocked)
    assert repair(stocked).problems == ()
    assert problems(stocked) == []


@pytest.mark.fault("F17")
def test_the_journal_of_another_library_is_not_taken_in(stocked: Path, tmp_path: Path) -> None:
    before = stocked.read_bytes()
    other = tmp_path / "other" / "other.curator"
    other.parent.mkdir()
    with closing(Library.open(other, create=True)) as library:
        arrived(library, "stranger")
        data = Path(f"{other}-wal").read_bytes()
        Path(f"{stocked}-wal").write_bytes(data)
    done = repair(stocked)
    assert "another library" in done.notes[0]
    assert done.problems == ()
    assert done.damaged is not None
    assert done.damaged.read_bytes() == before
    assert Path(f"{done.damaged}-wal").read_bytes() == data
    assert not Path(f"{stocked}-wal").exists()
    assert labels(stocked)[-1][0] == "Import 60 digests"


def test_what_was_not_yet_in_the_file_is_saved_too(stocked: Path) -> None:
    with sqlite3.connect(stocked) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("UPDATE digest SET title = 'In the journal' WHERE id = 30")
        writer.commit()
        journal = Path(f"{stocked}-wal").read_bytes()
    writer.close()
    damage.overwrite_leaf(stocked, "link", 0)
    Path(f"{stocked}-wal").write_bytes(journal)
    assert repair(stocked).problems == ()
    assert contents(stocked)[30].digest.title == "In the journal"


def test_a_repair_that_died_while_placing_is_taken_up_again(stocked: Path) -> None:
    damage.overwrite_leaf(stocked, "link", 0)
    aside = stocked.with_name("scan.damaged-20260301-090000.curator")
    os.link(stocked, aside)
    (stocked.parent / ".scan.curator.repair-dead").mkdir()
    done = repair(stocked)
    assert done.damaged == aside
    assert beside(stocked) == [aside.name]
    assert problems(stocked) == []


def test_a_damaged_file_never_takes_the_name_of_another(stocked: Path) -> None:
    now = datetime.now(UTC)
    for seconds in range(120):
        stamp = sqlite_file.stamp(now + timedelta(seconds=seconds))
        stocked.with_name(f"scan.damaged-{stamp}.curator").touch()
    damage.overwrite_leaf(stocked, "link", 0)
    done = repair(stocked)
    assert done.damaged is not None
    assert done.damaged.name.endswith("-2.curator")
    assert done.damaged.stat().st_size


def test_a_library_that_is_open_elsewhere_waits(stocked: Path, another_process: Holder) -> None:
    damage.overwrite_leaf(stocked, "link", 0)
    with pytest.raises(Busy, match="is open in"):
        repair(stocked)
    assert another_process.pid


@pytest.fixture
def another_process(stocked: Path) -> Holder:
    """The mark of a process that lives: the one that started the tests."""
    pid = os.getppid()
    mark = holders.enter(stocked, "the window of Curator")
    (file,) = stocked.parent.glob(f".{stocked.name}.*.open")
    told = json.loads(file.read_text()) | {
        "pid": pid,
        "started": round(psutil.Process(pid).create_time(), 1),
    }
    mark.leave()
    file.write_text(json.dumps(told))
    return Holder(**told)


def test_what_is_no_library_is_refused(stocked: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library at"):
        repair(tmp_path / "nowhere.curator")
    (tmp_path / "empty.curator").write_bytes(b"")
    with pytest.raises(NotALibrary, match="is empty"):
        repair(tmp_path / "empty.curator")
    damage.rewritten(stocked, "PRAGMA application_id = 7")
    with pytest.raises(NotALibrary, match="another program"):
        repair(stocked)


@pytest.mark.fault("F14")
def test_a_newer_library_is_left_to_the_newer_program(stocked: Path) -> None:
    damage.rewritten(stocked, f"PRAGMA user_version = {sqlite_file.VERSION + 1}")
    with pytest.raises(TooNew, match="newer"):
        repair(stocked)


def test_a_disk_without_links_gets_a_copy(stocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    damage.overwrite_leaf(stocked, "link", 0)
    damaged = stocked.read_bytes()
    monkeypatch.setattr(os, "link", refused)
    done = repair(stocked)
    assert done.damaged is not None
    assert done.damaged.read_bytes() == damaged
    assert problems(stocked) == []
