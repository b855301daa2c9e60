"""The check finds what is wrong, in words, whatever it is."""

from contextlib import closing
from pathlib import Path

import pytest

from curator.library import integrity
from curator.library.library import Library
from tests.library import damage
from tests.library.damage import rewritten
from tests.library.deeds import arrived, setting
from tests.library.stock import problems


@pytest.fixture
def used(path: Path) -> Path:
    """A library with a digest, an edit and a question, closed."""
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        library.write(setting(whole.signals[0], name="Swarms"))
    return path


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
        (
            "INSERT INTO original SELECT 2, 77, sha256, content FROM original",
            "The kept text 2 belongs to digest 77, which nobody knows",
        ),
        ("UPDATE signal SET kind = 'omen' WHERE id = 2", "1 row of “signal” can’t be what Curator"),
        ("DELETE FROM change", "Step 1 of the history says nothing that it changed"),
        ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'term'", "New rows of “term” would get"),
        ("DROP INDEX ix_term_name", "The index “ix_term_name” is missing"),
        ("CREATE TABLE notes (id)", "The file has a table “notes” that Curator did not make"),
    ],
)
def test_what_was_changed_behind_our_back_is_found(
    used: Path, statement: str, sentence: str
) -> None:
    rewritten(used, statement)
    assert any(sentence in found for found in problems(used))


@pytest.mark.fault("F11")
def test_an_index_that_lies_is_found(used: Path) -> None:
    damage.garble_index(used)
    assert any("The file is damaged: row 1 missing from index" in text for text in problems(used))


@pytest.mark.fault("F10")
def test_a_broken_page_is_reported_and_the_other_parts_still_run(used: Path) -> None:
    rewritten(used, "UPDATE digest SET sort_name = 'x'")
    damage.overwrite_table(used, "term")
    found = problems(used)
    assert "scan.curator is damaged." in " ".join(found)
    assert "Digest drones is sorted by a wrong date or name." in found


@pytest.mark.fault("F15")
def test_a_column_that_is_gone_is_told_with_its_table(used: Path) -> None:
    rewritten(used, "ALTER TABLE digest RENAME COLUMN sort_name TO other")
    found = problems(used)
    assert "The table “digest” is not as Curator makes it." in found
    assert integrity.UNREADABLE in found


@pytest.mark.fault("F34")
def test_a_text_that_can_t_be_read_is_told_and_ends_nothing(used: Path) -> None:
    rewritten(
        used,
        "UPDATE digest SET summary = CAST(x'ff' AS TEXT)",
        "UPDATE change SET after = 'no record' WHERE after IS NOT NULL",
    )
    found = problems(used)
    assert "1 row of “digest” can’t be read as text." in found
    assert "Change 2 of step 2 can’t be read." in found


def test_a_library_that_may_not_be_written_is_checked_but_for_its_index(used: Path) -> None:
    rewritten(used, "INSERT INTO search (rowid, title) VALUES (5, 'ghost')")
    with closing(Library.view(used, "looked at")) as library, library.reading() as connection:
        assert integrity.check(connection, search=False) == []
    assert not [other for other in used.parent.iterdir() if other != used]


@pytest.mark.parametrize("deed", ["DROP VIEW search_text", "DELETE FROM search_config"])
def test_an_index_that_can_not_be_asked_is_wrong(used: Path, deed: str) -> None:
    rewritten(used, deed)
    assert integrity.SEARCH_IS_WRONG in problems(used)


def test_text_that_is_bytes_ends_only_the_part_it_is_met_in(used: Path) -> None:
    rewritten(used, "UPDATE digest SET title = x'ff00'")
    assert integrity.UNREADABLE in problems(used)
