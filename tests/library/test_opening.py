"""A file is known to be a library of ours, and sound, before anything is written to it."""

import os
import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from curator.domain.errors import (
    Damaged,
    Displaced,
    LibraryError,
    NotALibrary,
    ReadOnly,
    TooNew,
)
from curator.domain.listing import Listing
from curator.library import integrity, opening, queries
from curator.library.library import Library
from tests.library.damage import PAGE, overwrite_page, overwrite_table
from tests.library.deeds import arrived, listed, setting, whole_of

STRANGE = {
    "trigger": "CREATE TRIGGER spy AFTER UPDATE ON digest BEGIN DELETE FROM signal; END",
    "view": "CREATE VIEW spy AS SELECT load_extension('evil')",
}


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.fault("F32")
@pytest.mark.parametrize("kind", STRANGE)
def test_a_library_with_strange_parts_is_not_used(path: Path, kind: str) -> None:
    changed(path, STRANGE[kind])
    with pytest.raises(NotALibrary, match=f"holds a {kind} that Curator did not make"):
        Library.open(path)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.fault("F14")
def test_views_of_a_newer_minor_version_are_its_own_affair(path: Path) -> None:
    changed(path, f"PRAGMA user_version = {1 << 16 | 9}", "CREATE VIEW ledger AS SELECT 1")
    Library.open(path).close()


@pytest.mark.fault("F14")
def test_a_newer_major_version_can_still_be_read_for_an_export(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
    changed(path, f"PRAGMA user_version = {2 << 16}")
    with pytest.raises(TooNew):
        Library.open(path)
    with pytest.raises(TooNew):
        Library.view(path, "It is newer.")
    with closing(Library.view(path, "It is newer.", any_version=True)) as library:
        assert whole_of(library, 1).digest.key == "drones"
    changed(path, "DROP VIEW search_text", "ALTER TABLE signal RENAME COLUMN horizon TO outlook")
    with pytest.raises(TooNew):
        Library.view(path, "It is newer.", any_version=True)


@pytest.mark.fault("F17")
def test_the_journal_of_another_library_is_not_replayed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.curator"
    with closing(Library.open(other, create=True)) as library:
        arrived(library, "drones")
        shutil.copyfile(f"{other}-wal", f"{path}-wal")
    before = path.read_bytes()
    with pytest.raises(Damaged, match=r"journal scan.curator-wal belongs to another library"):
        Library.open(path)
    assert path.read_bytes() == before


@pytest.mark.fault("F17")
def test_a_foreign_journal_that_makes_a_larger_library_unreadable_is_named_too(
    path: Path, tmp_path: Path
) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, *(f"digest {number}" for number in range(60)))
    with closing(Library.open(tmp_path / "other.curator", create=True)) as library:
        arrived(library, "drones")
        shutil.copyfile(f"{library.path}-wal", f"{path}-wal")
    before = path.read_bytes()
    with pytest.raises(Damaged, match=r"journal scan.curator-wal belongs to another library"):
        Library.open(path)
    assert path.read_bytes() == before
    with closing(Library.view(path, "It is damaged.")) as library:
        assert whole_of(library, 60).digest.key == "digest 59"


@pytest.mark.fault("F1")
def test_a_journal_is_found_beside_the_file_that_a_link_leads_to(
    path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        shutil.copyfile(path, copy)
        shutil.copyfile(f"{path}-wal", f"{copy}-wal")
    (link := tmp_path / "mine.curator").symlink_to(copy)
    with closing(Library.open(link)) as library:
        assert whole_of(library, 1).digest.key == "drones"
        assert library.path == copy
        assert list(copy.parent.glob(".*.open"))


@pytest.mark.parametrize("table", ["step", "setting"])
def test_a_library_that_lacks_a_table_is_damaged(path: Path, table: str) -> None:
    changed(path, f"DROP TABLE {table}")
    for way in (Library.open, partial(Library.view, reason="It is damaged.")):
        with pytest.raises(Damaged, match=f"its table “{table}” is missing"):
            way(path)


@pytest.mark.fault("F1")
def test_ones_own_journal_is_replayed(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / path.name
    copy.parent.mkdir()
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        shutil.copyfile(path, copy)
        shutil.copyfile(f"{path}-wal", f"{copy}-wal")
    with closing(Library.open(copy)) as library:
        assert whole_of(library, 1).digest.key == "drones"


def damage_index(path: Path) -> None:
    """An index that says something else than its table: only the full check sees it."""
    changed(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'target_key, digest_id', 'title, digest_id')"
        " WHERE name = 'ix_link_target_key'",
    )


@pytest.mark.fault("F11")
def test_after_an_unclean_end_the_indexes_are_checked_too(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
    damage_index(path)
    Library.open(path).close()
    path.with_name(f".{path.name}.4999999-dead.open").write_text("{}")
    with pytest.raises(Damaged, match="is damaged"):
        Library.open(path)


@pytest.mark.fault("F12")
def test_half_a_file_is_damaged(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, *(f"key-{n}" for n in range(60)))
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(Damaged):
        Library.open(path)


def test_a_huge_library_is_opened_at_once_and_checked_by_whoever_opened_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PROMPT", 1)
    dead = path.with_name(f".{path.name}.4999999-dead.open")
    dead.write_text("{}")
    with closing(Library.open(path)) as library:
        assert library.file.needs_check
        assert library.file.ended_badly
        assert dead.exists()


def test_trouble_of_the_disk_is_not_called_damage(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        opening.require_sound(path.with_name("gone.curator"), in_full=True)


@pytest.mark.fault("F7")
def test_a_viewer_is_not_fooled_by_a_journal_that_it_can_not_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        # Root may write everywhere, so that no permission would tell it otherwise.
        monkeypatch.setattr(os, "access", lambda place, _mode: place != path.parent)
        with pytest.raises(ReadOnly, match="can’t be written"):
            Library.open(path)
        with pytest.raises(ReadOnly, match="was not closed properly") as refused:
            Library.view(path, "The folder can’t be written.")
        assert "scan.curator-wal" in refused.value.hint


def test_what_can_not_even_be_read_leaves_nothing_open(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
    overwrite_table(path, "ix_digest_review")
    with pytest.raises(Damaged):
        Library.view(path, "It is damaged.")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_upgrade_that_fails_takes_the_mark_of_presence_away(path: Path) -> None:
    changed(path, "PRAGMA user_version = 9", "UPDATE alembic_version SET version_num = '0001'")
    (path.parent / "backups").write_text("not a folder")
    with pytest.raises(LibraryError):
        Library.open(path)
    assert sorted(file.name for file in path.parent.iterdir()) == ["backups", path.name]


def test_a_viewer_reads_and_refuses_to_write(path: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
    with closing(Library.view(path, "The folder can’t be written.")) as library:
        assert whole_of(library, whole.digest.id) == whole
        for deed in (
            lambda: library.write(setting(whole.digest, title="Other")),
            library.undo,
            library.redo,
            lambda: library.remember("checked_at", "now"),
        ):
            with pytest.raises(ReadOnly, match="The folder can’t be written"):
                deed()
        assert not library.changed_elsewhere()
        assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.fault("F7")
def test_what_only_the_journal_holds_is_not_hidden_from_a_viewer(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        with closing(Library.view(path, "Just looking.")) as viewer:
            assert whole_of(viewer, 1).digest.key == "drones"
            arrived(library, "ferries")
            with viewer.reading() as connection:
                assert len(listed(connection, Listing())) == 2


@pytest.mark.fault("F20")
def test_a_library_that_was_moved_away_takes_no_more_edits(path: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        elsewhere = path.rename(path.with_name("moved.curator"))
        assert library.file.is_displaced()
        with pytest.raises(Displaced, match="was moved, replaced or deleted"):
            library.write(setting(whole.digest, title="Lost"))
        rescued = library.save_copy(path.with_name("rescued.curator"))
        elsewhere.rename(path)
        assert library.write(setting(whole.digest, title="Back again")).step_id
    with closing(Library.open(rescued)) as library:
        assert whole_of(library, whole.digest.id) == whole


@pytest.mark.fault("F20")
def test_a_file_put_in_its_place_is_neither_read_nor_written(path: Path, empty_file: Path) -> None:
    library = Library.open(path)
    (whole,) = arrived(library, "drones")
    path.rename(path.with_name("moved.curator"))
    shutil.copyfile(empty_file, path)
    before = path.read_bytes()
    with pytest.raises(Displaced):
        library.write(setting(whole.digest, title="Lost"))
    library.close()
    assert path.read_bytes() == before
    with closing(Library.open(path)) as there, there.reading() as connection:
        assert listed(connection, Listing()) == []
        assert list(integrity.check(connection)) == []
    with closing(Library.open(path.with_name("moved.curator"))) as moved:
        assert whole_of(moved, whole.digest.id) == whole


@pytest.mark.fault("F20")
def test_a_deleted_file_is_rescued_by_a_copy_and_never_made_anew(path: Path) -> None:
    library = Library.open(path)
    (whole,) = arrived(library, "drones")
    path.unlink()
    with pytest.raises(Displaced):
        library.write(setting(whole.digest, title="Lost"))
    rescued = library.save_copy(path.with_name("rescued.curator"))
    library.close()
    assert not path.exists()
    with closing(Library.open(rescued)) as library:
        assert whole_of(library, whole.digest.id) == whole


def test_notes_of_the_library_are_kept_outside_its_history(path: Path) -> None:
    with closing(Library.open(path)) as library:
        library.remember("checked_at", "2026-03-01")
        library.remember("checked_at", "2026-03-02")
    with closing(Library.open(path)) as library, library.reading() as connection:
        assert queries.setting(connection, "checked_at") == "2026-03-02"
        assert queries.setting(connection, "unknown") == ""
        assert queries.writes(connection) == 0


def test_each_write_counts_so_that_copies_can_be_compared(path: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        library.write(setting(whole.digest, title=whole.digest.title))  # changes nothing
        library.undo()
        library.redo()
        with library.reading() as connection:
            assert queries.writes(connection) == 3


@pytest.mark.fault("F10")
def test_every_page_that_is_broken_is_noticed(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, *(f"key-{n}" for n in range(80)))
    for page in range(2, path.stat().st_size // PAGE + 1):
        broken = Path(shutil.copyfile(path, path.with_name("broken.curator")))
        overwrite_page(broken, page)
        with pytest.raises(Damaged, match="is damaged"):
            opening.require_sound(broken, in_full=True)
