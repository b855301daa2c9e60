"""A backup is proven before it counts, and bringing it back loses nothing."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.errors import Busy, CuratorError, Damaged, NotALibrary
from curator.domain.listing import Listing
from curator.library import queries
from curator.library.backup import backup, restore
from curator.library.library import Library
from tests.library.deeds import arrived, break_page


def keys_in(path: Path) -> list[str]:
    with closing(Library.open(path)) as library, library.reading() as connection:
        ids = queries.digest_ids(connection, Listing())
        return sorted(card.key for card in queries.cards(connection, ids))


def test_a_backup_of_a_library_in_use_holds_all(library: Library, tmp_path: Path) -> None:
    arrived(library, "drones")
    first = backup(library, tmp_path / "backups")
    assert first.parent == tmp_path / "backups"
    assert first.name.startswith("scan-20")
    assert keys_in(first) == ["drones"]
    arrived(library, "robots")
    second = backup(library, tmp_path / "backups")
    assert second != first
    assert keys_in(second) == ["drones", "robots"]


def test_a_backup_never_takes_the_place_of_a_file(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copy.curator"
    assert backup(library, target) == target
    assert backup(library, target) == tmp_path / "copy-2.curator"


def test_a_backup_is_brought_back_and_what_was_there_is_kept(path: Path, tmp_path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        copy = backup(library, tmp_path / "copy.curator")
        arrived(library, "robots")
    aside = restore(copy, path)
    assert aside is not None
    assert keys_in(path) == ["drones"]
    assert keys_in(aside) == ["drones", "robots"]
    again = restore(copy, path)
    assert again not in (None, aside)


def test_two_files_moved_aside_in_one_second_do_not_meet(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(path, tmp_path / "copy.curator"))
    asides = {restore(copy, path) for _ in range(3)}
    assert len(asides) == 3


def test_a_backup_can_be_put_where_nothing_is(library: Library, tmp_path: Path) -> None:
    arrived(library, "drones")
    copy = backup(library, tmp_path / "copy.curator")
    assert restore(copy, tmp_path / "new.curator") is None
    assert keys_in(tmp_path / "new.curator") == ["drones"]


def test_a_library_that_is_open_is_not_replaced(library: Library, tmp_path: Path) -> None:
    (whole,) = arrived(library, "drones")
    copy = backup(library, tmp_path / "copy.curator")
    with pytest.raises(Busy, match="open in another window"):
        restore(copy, library.path)
    assert keys_in(library.path) == [whole.digest.key]


def test_what_is_no_backup_is_refused_and_nothing_changes(path: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.curator"
    letter.write_text("Dear Ada, " * 20)
    cut = tmp_path / "cut.curator"
    cut.write_bytes(path.read_bytes()[:-8192])
    before = path.read_bytes()
    for wrong, error in ((letter, NotALibrary), (cut, Damaged), (tmp_path / "no", CuratorError)):
        with pytest.raises(error):
            restore(wrong, path)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 3


def test_the_journal_of_the_old_file_is_not_played_into_the_new_one(
    path: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copyfile(path, tmp_path / "copy.curator"))
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        parts = {name: path.with_name(path.name + name) for name in ("", "-wal")}
        left = {name: part.read_bytes() for name, part in parts.items()}
    for name, data in left.items():  # as after a power cut
        parts[name].write_bytes(data)
    aside = restore(copy, path)
    assert aside is not None
    assert (keys_in(path), keys_in(aside)) == ([], ["drones"])


def test_a_damaged_library_is_moved_as_it_is(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(path, tmp_path / "copy.curator"))
    broken = b"not a database at all" * 300
    path.write_bytes(broken)
    journal = path.with_name(path.name + "-wal")
    journal.write_bytes(b"rubbish")
    aside = restore(copy, path)
    assert aside is not None
    assert aside.read_bytes() == broken
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"rubbish"
    assert keys_in(path) == []


def test_a_library_with_a_broken_page_is_replaced_too(path: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copyfile(path, tmp_path / "copy.curator"))
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8000)
    assert restore(copy, path) is not None
    assert keys_in(path) == []


def test_a_damaged_library_gives_no_backup(path: Path, tmp_path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, *(f"key-{n}" for n in range(80)))
    break_page(path, "signal")
    with closing(Library.open(path)) as library, pytest.raises(Damaged):
        backup(library, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []
