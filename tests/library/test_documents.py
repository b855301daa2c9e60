"""The indexes follow deeds of any size, in whatever order they change rows."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

from curator.domain.signal import Signal
from curator.library import documents, queries, row_index, search_index
from curator.library.library import Library
from curator.library.match_expression import ROW_WORDS
from curator.library.write import Write
from tests.builders import a_digest, a_signal, a_theme, a_whole
from tests.library.deeds import arriving

MANY = 3_100
"""More digests than are put aside at a time."""


@pytest.fixture
def filled(library: Library) -> Library:
    """A library with so many digests, each of one row."""
    row = a_signal("Kites")
    wholes = (
        a_whole(f"d{n}", themes=(), keywords=(), closest=(), signals=(row,)) for n in range(MANY)
    )
    library.write(arriving(*wholes))
    return library


def are_right(library: Library) -> bool:
    with closing(sqlite3.connect(library.path)) as connection:
        return search_index.is_right(connection) and row_index.is_right(connection)


def rows_with(library: Library, words: str) -> int:
    with library.reading() as connection:
        return len(connection.scalars(ROW_WORDS.matching(words)).all())


def renaming(order: Callable[[int], int]) -> Callable[[Write], str]:
    def deed(write: Write) -> str:
        rows = sorted(write.get_all(Signal, range(1, MANY + 1)), key=lambda row: order(row.id))
        write.put_all([replace(row, name="Balloons") for row in rows])
        return "Rename"

    return deed


@pytest.mark.parametrize("order", [lambda id_: id_, lambda id_: -id_, lambda id_: id_ * 7 % 100])
def test_many_rows_in_any_order_undone_and_done_again(
    filled: Library, order: Callable[[int], int]
) -> None:
    changes = filled.write(renaming(order))
    assert len(changes.items) == MANY
    assert (rows_with(filled, "kites"), rows_with(filled, "balloons")) == (0, MANY)
    assert are_right(filled)
    filled.undo()
    assert (rows_with(filled, "kites"), rows_with(filled, "balloons")) == (MANY, 0)
    assert are_right(filled)
    filled.redo()
    assert rows_with(filled, "balloons") == MANY


def test_a_document_that_was_renewed_is_put_aside_again(filled: Library) -> None:
    def deed(write: Write) -> str:
        renaming(lambda id_: id_)(write)
        first = write.get(Signal, 1)
        write.put(replace(first, name="Sails"))
        write.put(a_theme("late", digest_id=first.digest_id))
        write.remove(write.get(Signal, 2))
        return "Rename, and more"

    filled.write(deed)
    assert (rows_with(filled, "balloons"), rows_with(filled, "sails")) == (MANY - 2, 1)
    assert are_right(filled)


def test_many_new_digests_made_one_by_one(library: Library) -> None:
    def deed(write: Write) -> str:
        made = write.put_all([a_digest(f"n{n}") for n in range(documents.MOST + 1)])
        write.put_all([a_signal("Kites", digest_id=digest.id) for digest in made])
        return "New digests"

    library.write(deed)
    assert rows_with(library, "kites") == documents.MOST + 1
    assert are_right(library)
    library.undo()
    assert rows_with(library, "kites") == 0
    with library.reading() as connection:
        assert queries.counts(connection)["all"] == 0
    assert are_right(library)
