"""What was salvaged is made one library again: owners, numbers, texts, order, index."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.listing import Listing
from curator.library import queries
from curator.library.library import Library
from curator.library.repair import repair
from tests.library import damage
from tests.library.deeds import listed
from tests.library.stock import contents, problems, stocked, stocked_once

__all__ = ["stocked", "stocked_once"]


def test_no_number_is_given_twice(stocked: Path) -> None:
    for table in ("digest", "term", "step"):
        damage.forget_sequence(stocked, table)
    repair(stocked)
    with closing(sqlite3.connect(stocked)) as connection:
        given = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
        highest = connection.execute("SELECT max(id) FROM step").fetchone()[0]
    assert (given["digest"], given["step"]) == (60, highest)


def test_lists_are_sorted_as_before(stocked: Path) -> None:
    damage.rewritten(stocked, "UPDATE digest SET sort_name = 'x', date = '' WHERE id = 9")
    repair(stocked)
    assert problems(stocked) == []


def test_words_are_found_again(stocked: Path) -> None:
    damage.overwrite_table(stocked, "search_data")
    repair(stocked)
    with closing(Library.open(stocked)) as library, library.reading() as connection:
        listing = Listing(search="“Charging arm 44”")
        assert listed(connection, listing)


@pytest.mark.fault("F10")
def test_lost_texts_are_written_anew_from_what_stands(stocked: Path) -> None:
    damage.overwrite_table(stocked, "original")
    done = repair(stocked)
    assert "60 imported texts were lost and written anew from the digests." in done.notes
    digest = contents(stocked)[30].digest
    with closing(Library.open(stocked)) as library, library.reading() as connection:
        assert "Charging arm 30" in queries.original(connection, digest.original_id)
    assert dict(done.lost) == {"conflict": 1, "original": 1}


def test_a_kept_text_of_nobody_goes_beside(stocked: Path) -> None:
    damage.rewritten(
        stocked, "INSERT INTO original SELECT 900, 800, sha256, content FROM original WHERE id = 1"
    )
    damage.rewritten(stocked, "INSERT INTO change (step_id, kind, record_id) VALUES (2, 'x', 800)")
    done = repair(stocked)
    assert dict(done.lost)["change"] == 1
    assert problems(stocked) == []


def test_a_row_that_differs_from_the_history_is_one_undoable_step(stocked: Path) -> None:
    damage.rewritten(stocked, "UPDATE term SET name = 'ebb' WHERE name = 'tides'")
    repair(stocked)
    with closing(Library.open(stocked)) as library:
        assert library.undo().label == "Repair the library"
    assert "tides" in {term.name for term in contents(stocked)[4].themes}
