"""Rows are read around what can't be read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from curator.library.lenient_rows import LenientRows, quoted_name
from tests.library import damage


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A database with one table of 2,000 rows on many pages."""
    path = tmp_path / "rows.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT)")
        connection.execute("CREATE INDEX ix_note_text ON note (text)")
        rows = [(f"note {number} {'x' * 40}",) for number in range(1, 2001)]
        connection.executemany("INSERT INTO note (text) VALUES (?)", rows)
        connection.execute("CREATE TABLE copy AS SELECT * FROM note")
        connection.commit()
    return path


def ids(path: Path) -> tuple[list[int], bool]:
    with closing(LenientRows(path)) as source:
        found = sorted(row["id"] for row in source.rows("note", source.sequences().get("note", 0)))
        return found, source.failed


def test_a_sound_table_is_read_as_it_is(table: Path) -> None:
    assert ids(table) == (list(range(1, 2001)), False)
    with closing(LenientRows(table)) as source:
        assert source.tables() == ["note", "sqlite_sequence", "copy"]
        assert source.columns("note") == ["id", "text"]
        assert source.columns("nothing") == []
        assert source.mended == 0


@pytest.mark.fault("F10")
@pytest.mark.parametrize("which", [[0], [-1], [5], [3, 4, 11], [0, 7, -1]])
def test_bad_pages_cost_their_own_rows_and_no_other(table: Path, which: list[int]) -> None:
    rows_per_page = 2000 // len(damage.leaf_pages(table, "note")) + 12
    for number in which:
        damage.overwrite_leaf(table, "note", number)
    found, failed = ids(table)
    assert failed
    assert 2000 - len(which) * rows_per_page <= len(found) < 2000


@pytest.mark.fault("F12")
def test_a_file_cut_to_half_gives_what_is_left(table: Path) -> None:
    damage.cut(table, 0.5)
    found, failed = ids(table)
    assert failed or found == list(range(1, 2001))
    assert found


def test_a_table_of_which_nothing_can_be_read_is_given_up(table: Path) -> None:
    damage.overwrite_table(table, "note")
    assert ids(table) == ([], True)


def test_a_number_of_rows_beyond_belief_is_not_searched_through(table: Path) -> None:
    damage.rewritten(table, "UPDATE sqlite_sequence SET seq = 1152921504606846976")
    damage.overwrite_leaf(table, "note", 5)
    found, failed = ids(table)
    assert failed
    assert len(found) > 1800


def test_an_index_tells_of_rows_that_are_lost(table: Path, tmp_path: Path) -> None:
    rescued = tmp_path / "rescued.db"
    with closing(sqlite3.connect(rescued)) as connection:
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        connection.execute("INSERT INTO note SELECT value, '' FROM (SELECT 1 AS value)")
        connection.commit()
    with closing(LenientRows(table)) as source:
        source.attach(rescued)
        lost = {row["id"] for row in source.lost_by_index("note", "ix_note_text", ["text"])}
        assert (lost, source.failed) == (set(range(2, 2001)), False)
    damage.overwrite_leaf(table, "ix_note_text", 3)
    with closing(LenientRows(table)) as source:
        source.attach(rescued)
        lost = {row["id"] for row in source.lost_by_index("note", "ix_note_text", ["text"])}
        assert (1800 < len(lost) < 1999, source.failed) == (True, True)


@pytest.mark.fault("F34")
def test_bytes_that_are_no_text_do_not_stop_the_reading(table: Path) -> None:
    damage.rewritten(table, "UPDATE note SET text = CAST(x'61ff62' AS TEXT) WHERE id = 3")
    with closing(LenientRows(table)) as source:
        texts = {row["id"]: row["text"] for row in source.rows("note")}
        assert (texts[3], source.mended) == ("a\ufffdb", 1)


def test_the_header_tells_whose_file_it_is(path: Path) -> None:
    with closing(LenientRows(path)) as source:
        assert source.header()[0] == 0x43555254


def test_any_name_can_be_put_into_a_question() -> None:
    assert quoted_name('a"b') == '"a""b"'
