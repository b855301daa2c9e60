"""Every row has its own document, which follows all that happens to the row."""

import sqlite3
from contextlib import closing
from pathlib import Path

from curator.library import row_index
from curator.library.library import Library
from curator.library.match_expression import ROW_WORDS
from curator.library.write import Write
from tests.builders import a_signal, a_whole
from tests.library.deeds import arriving, putting, removing, setting, whole_of


def rows_with(library: Library, words: str) -> list[int]:
    with library.reading() as connection:
        return list(connection.scalars(ROW_WORDS.matching(words)))


def test_the_index_has_the_columns_that_the_program_names(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM pragma_table_info('signal_search')").fetchall()
        assert row_index.is_right(connection)
    assert tuple(name for (name,) in found) == row_index.COLUMNS


def test_every_column_is_searched(library: Library) -> None:
    cells = (("Cost", 'a "high" one'), ("", "back\\slash"), ("Who", ""), ("Odd", "new\nline"))
    library.write(arriving(a_whole(signals=(a_signal(relevancy="policy makers", extra=cells),))))
    for words in ("policy", "high", '"back slash"', "line", "slash new"):
        assert rows_with(library, words) == [1], words
    for words in ("cost", "who", '"one back"', "nline"):
        assert rows_with(library, words) == [], words


def test_the_index_follows_edits_undo_and_redo(library: Library) -> None:
    library.write(arriving(a_whole(signals=(a_signal("Kites"), a_signal("Arms")))))
    kites, arms = whole_of(library, 1).signals
    library.write(setting(kites, name="Balloons"))
    assert (rows_with(library, "kites"), rows_with(library, "balloons")) == ([], [1])
    library.undo()
    assert (rows_with(library, "kites"), rows_with(library, "balloons")) == ([1], [])
    library.write(removing(arms))
    library.write(putting(a_signal("Sails", digest_id=1)))
    assert (rows_with(library, "arms"), rows_with(library, "sails")) == ([], [3])
    library.undo()
    library.undo()
    assert (rows_with(library, "arms"), rows_with(library, "sails")) == ([2], [])


def test_a_row_that_is_changed_twice_in_one_deed_is_indexed_once(library: Library) -> None:
    def deed(write: Write) -> str:
        (digest_id,) = write.arrive_many([(a_whole(), "# Drones")])
        row = write.whole(digest_id).signals[0]
        row = write.put(a_signal("Kites", id=row.id, digest_id=digest_id))
        write.put(a_signal("Sails", id=row.id, digest_id=digest_id))
        return "Import"

    library.write(deed)
    assert (rows_with(library, "kites"), rows_with(library, "sails")) == ([], [1])
    with closing(sqlite3.connect(library.path)) as connection:
        assert row_index.is_right(connection)


def test_the_last_row_of_an_empty_library_is_none(library: Library) -> None:
    with library.reading() as connection:
        assert row_index.last_id(connection) == 0
