"""The number of the next row is the one that SQLite would give."""

from curator.library.library import Library
from curator.library.sqlite_numbers import next_number
from curator.library.write import Write
from tests.builders import a_whole
from tests.library.deeds import arrived


def next_of(library: Library, table: str) -> int:
    with library.reading() as connection:
        return next_number(connection, table)


def test_it_is_one_more_than_the_last(library: Library) -> None:
    assert next_of(library, "digest") == 1
    arrived(library, "drones", "robots")
    assert (next_of(library, "digest"), next_of(library, "signal")) == (3, 5)


def test_no_number_is_given_twice(library: Library) -> None:
    def deed(write: Write) -> str:
        whole = write.whole(write.arrive(a_whole("drones"), "# Drones"))
        for row in whole.rows():
            write.remove(row)
        write.remove(whole.digest)
        return "Come and go"

    library.write(deed)
    assert (next_of(library, "digest"), next_of(library, "original")) == (2, 2)
    (robots,) = arrived(library, "robots")
    assert (robots.digest.id, robots.digest.original_id) == (2, 2)
