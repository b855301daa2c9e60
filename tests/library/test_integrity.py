"""The check finds what is wrong, in words, whatever it is."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from curator.library import integrity
from curator.library.library import Library
from tests.library.deeds import arrived, break_page, rewritten, setting


@pytest.fixture
def used(path: Path) -> Path:
    """A library with a digest, an edit and a question, closed."""
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        library.write(setting(whole.signals[0], name="Swarms"))
    return path


def problems(path: Path) -> list[str]:
    with closing(Library.open(path)) as library, library.reading() as connection:
        return integrity.check(connection)


def test_a_sound_library_has_no_problems(used: Path) -> None:
    assert problems(used) == []
    with closing(Library.open(used)) as library, library.reading() as connection:
        assert integrity.sizes(connection) == (1, 2)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE signal SET name = 'x' WHERE id = 1", "signal number 1 does not stand as the h"),
        ("DELETE FROM signal WHERE id = 1", "signal number 1 does not stand as the history"),
        ("UPDATE signal SET digest_id = 9 WHERE id = 2", "belongs to a digest that is gone"),
        ("UPDATE signal SET name = 'x' WHERE id = 2", "The search index does not say"),
        ("UPDATE digest SET sort_name = 'x'", "drones is sorted by a wrong date or name"),
        ("UPDATE digest SET original_id = 9", "The imported text of digest drones is missing"),
        ("UPDATE original SET sha256 = 'x'", "of digest drones is not what was imported"),
        ("UPDATE original SET content = x'00'", "of digest drones is not what was imported"),
        (
            "INSERT INTO conflict (digest_id, original_id, path) VALUES (1, 9, 'in.md')",
            "The text of the open question about in.md is missing",
        ),
        (
            "INSERT INTO search (rowid, title) VALUES (5, 'ghost')",
            "The search index does not say",
        ),
    ],
)
def test_what_was_changed_behind_our_back_is_found(
    used: Path, statement: str, sentence: str
) -> None:
    rewritten(used, statement)
    found = problems(used)
    assert len(found) == 1
    assert sentence in found[0]


def test_an_index_that_lies_is_found(used: Path) -> None:
    rewritten(
        used,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'target_key, digest_id', 'title, digest_id') "
        "WHERE name = 'ix_link_target_key'",
    )
    assert any("The file is damaged: row 1 missing from index" in text for text in problems(used))


def test_a_broken_page_is_reported_and_not_raised(used: Path) -> None:
    break_page(used, "signal")
    assert any("is damaged" in text for text in problems(used))


def test_a_column_that_is_gone_is_a_bug_and_not_a_finding(used: Path) -> None:
    rewritten(used, "ALTER TABLE digest RENAME COLUMN sort_name TO other")
    with pytest.raises(OperationalError, match="no such column"):
        problems(used)
