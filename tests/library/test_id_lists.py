"""Numbers come out of SQLite in one text and in their order."""

import pytest
from sqlalchemy import select

from curator.library import tables
from curator.library.id_lists import ids, numbers
from curator.library.library import Library
from tests.library.deeds import arrived

SIGNAL = tables.signal.c
NAMED = select(SIGNAL.id, SIGNAL.digest_id).order_by(SIGNAL.digest_id.desc(), SIGNAL.id)


def test_nothing_found_is_an_empty_list(library: Library) -> None:
    with library.reading() as connection:
        assert ids(connection, select(tables.digest.c.id)).tolist() == []
        assert [len(column) for column in numbers(connection, NAMED)] == [0, 0]


@pytest.mark.parametrize("most", [1, 2, 3, 6, 7, 100])
def test_a_list_of_any_length_comes_whole_and_in_order(library: Library, most: int) -> None:
    arrived(library, "a", "b", "c")
    with library.reading() as connection:
        expected = [tuple(row) for row in connection.execute(NAMED)]
        row_ids, digest_ids = numbers(connection, NAMED, most)
    assert len(expected) == 6
    assert list(zip(row_ids.tolist(), digest_ids.tolist(), strict=True)) == expected
