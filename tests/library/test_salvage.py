"""Every row that can be read goes into a new library; what fits in none is kept as a stray."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from curator.library.creation import create_library
from curator.library.salvage import Salvage, salvage
from tests.library import damage
from tests.library.stock import stocked, stocked_once

__all__ = ["stocked", "stocked_once"]


@pytest.fixture
def rescued(tmp_path: Path) -> Path:
    """A new library to save into."""
    path = tmp_path / "rescued.curator"
    create_library(path)
    return path


def rows(path: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def counted(path: Path, table: str) -> int:
    question = f"SELECT count(*) FROM {table}"  # noqa: S608
    return int(str(rows(path, question)[0][0]))


def test_a_sound_file_is_saved_whole(stocked: Path, rescued: Path) -> None:
    found = salvage(stocked, rescued)
    assert (found.clues, found.strays, found.unsure, found.mended) == ({}, {}, set(), 0)
    for table in ("digest", "signal", "term", "link", "conflict", "original", "step", "change"):
        assert counted(rescued, table) == counted(stocked, table)
    question = "SELECT value FROM setting WHERE name = 'library_id'"
    assert rows(rescued, question) == rows(stocked, question)


@pytest.mark.fault("F10")
def test_two_indexes_together_hold_whole_terms(stocked: Path, rescued: Path) -> None:
    damage.overwrite_table(stocked, "term")
    found = salvage(stocked, rescued)
    assert ("term" in found.clues, "term" in found.unsure) == (False, False)
    assert counted(rescued, "term") == 301


@pytest.mark.fault("F10")
def test_what_an_index_says_of_a_lost_row_is_a_clue(stocked: Path, rescued: Path) -> None:
    damage.overwrite_table(stocked, "digest")
    found = salvage(stocked, rescued)
    assert found.clues["digest"][1]["key"] == "harbour001"
    assert found.clues["digest"][1]["trashed"] == ""


@pytest.mark.fault("F10")
def test_a_table_that_has_lost_its_index_too_is_not_certain(stocked: Path, rescued: Path) -> None:
    damage.overwrite_table(stocked, "link")
    damage.overwrite_table(stocked, "ix_link_digest_id")
    assert salvage(stocked, rescued).unsure == {"link"}


def test_a_table_that_is_gone_is_not_certain(stocked: Path, rescued: Path) -> None:
    damage.rewritten(stocked, "DROP TABLE conflict")
    assert "conflict" in salvage(stocked, rescued).unsure


def test_rows_that_no_table_takes_are_strays(stocked: Path, rescued: Path) -> None:
    damage.rewritten(
        stocked,
        "UPDATE signal SET extra = 'no JSON' WHERE id = 4",
        "CREATE TABLE notes (id, words)",
        "INSERT INTO notes VALUES (1, 'of a stranger')",
    )
    found = salvage(stocked, rescued)
    assert [row["id"] for row in found.strays["signal"]] == [4]
    assert found.strays["notes"] == [{"id": 1, "words": "of a stranger"}]


@pytest.mark.fault("F10")
def test_two_digests_with_one_key_are_both_kept(stocked: Path, rescued: Path) -> None:
    damage.rewritten(
        stocked,
        "DROP INDEX uq_digest_key",
        "UPDATE digest SET key = 'harbour001' WHERE id = 2",
    )
    salvage(stocked, rescued)
    keys = rows(rescued, "SELECT key FROM digest WHERE id < 3 ORDER BY id")
    assert keys == [("harbour001",), ("harbour001-2",)]


def test_a_row_whose_number_is_taken_is_a_stray(stocked: Path, rescued: Path) -> None:
    damage.rewritten(
        rescued,
        "INSERT INTO term (id, digest_id, position, kind, name) VALUES (5, 1, 9, 'theme', 'mine')",
    )
    found = salvage(stocked, rescued)
    assert [row["id"] for row in found.strays["term"]] == [5]


def test_a_first_page_without_a_schema_is_an_error(stocked: Path, rescued: Path) -> None:
    damage.overwrite_page(stocked, 1)
    with pytest.raises(sqlite3.DatabaseError):
        salvage(stocked, rescued)
    assert Salvage().strays == {}
