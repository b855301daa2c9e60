"""An index has the documents of its view, as long as each change is told to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from curator.library import integrity, row_index, search_index
from curator.library.library import Library
from curator.library.match_expression import ROW_WORDS
from curator.library.sqlite_connection import writing_engine
from tests.builders import a_whole
from tests.library.deeds import arrived, arriving, rewritten


def test_documents_are_put_aside_and_renewed_by_id(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones", "robots")
    engine = writing_engine(path)
    with engine.begin() as connection:
        row_index.INDEX.put_aside(connection, [3, 4])
        change = "UPDATE signal SET name = 'Dear ' || name WHERE id = 4"
        connection.exec_driver_sql(change)
        row_index.INDEX.renew(connection, [4, 99])
        assert connection.scalars(ROW_WORDS.matching("cheap")).all() == [1, 2, 4]
        assert connection.scalars(ROW_WORDS.matching("dear")).all() == [4]
        row_index.INDEX.renew(connection, [3])
        assert connection.scalars(ROW_WORDS.matching("cheap")).all() == [1, 2, 3, 4]
    engine.dispose()
    with closing(sqlite3.connect(path)) as check:
        assert row_index.is_right(check)


def test_documents_go_in_by_range(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones", "robots")
    rewritten(path, "INSERT INTO signal_search (signal_search) VALUES ('delete-all')")
    engine = writing_engine(path)
    with engine.begin() as connection:
        row_index.INDEX.add_after(connection, 2)
        assert connection.scalars(ROW_WORDS.matching("cheap")).all() == [3, 4]
    engine.dispose()


def test_a_phrase_does_not_reach_from_one_value_into_the_next(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
        with library.reading() as connection:
            match = "SELECT count(*) FROM search WHERE search MATCH ?"
            for phrase, count in (('"autonomy supply"', 0), ('"supply"', 1)):
                assert connection.exec_driver_sql(match, (phrase,)).scalar() == count


def test_each_index_is_checked_and_made_anew_for_itself(path: Path) -> None:
    with closing(Library.open(path)) as library:
        arrived(library, "drones")
    rewritten(path, "INSERT INTO signal_search (rowid, name) VALUES (4711, 'ghost')")
    with closing(Library.open(path)) as library:
        with library.reading() as connection:
            assert integrity.check(connection) == [integrity.SEARCH_IS_WRONG]
        engine = writing_engine(path)
        with engine.begin() as connection:
            row_index.rebuild(connection)
            search_index.rebuild(connection)
        engine.dispose()
        with library.reading() as connection:
            assert integrity.check(connection) == []


def test_thousands_of_documents_go_in_at_once_and_nothing_of_that_stays(path: Path) -> None:
    with closing(Library.open(path)) as library:
        kept = settings_of(library)
        library.write(arriving(*(a_whole(str(number)) for number in range(1_001))))
        assert settings_of(library) == kept | {"automerge": 4, "hashsize": 1 << 20}
        with library.reading() as connection:
            assert integrity.check(connection) == []
            assert len(connection.scalars(ROW_WORDS.matching("cheap")).all()) == 2_002


def settings_of(library: Library) -> dict[str, int]:
    """What the index of rows is told, as the library keeps it."""
    with library.reading() as connection:
        rows = connection.exec_driver_sql("SELECT k, v FROM signal_search_config")
        return {str(name): int(value) for name, value in rows}
