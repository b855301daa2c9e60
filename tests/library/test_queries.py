"""Lists, cards and counts: right for a few digests, and served by an index for many."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection

from curator.domain.conflict import Conflict
from curator.domain.errors import UnknownRecord
from curator.domain.term import KEYWORD, THEME
from curator.library import history, queries
from curator.library.library import Library
from tests.builders import a_signal, a_theme, a_whole
from tests.library.deeds import arrived, arriving, fill_with_four, putting, whole_of
from tests.library.plans import full_scans, plans_of


@pytest.fixture
def connection(library: Library) -> Iterator[Connection]:
    """A library with four digests: two of one day, one without a date, one in the trash."""
    fill_with_four(library)
    with library.reading() as connection:
        yield connection


def test_each_view_is_counted(connection: Connection) -> None:
    assert queries.counts(connection) == {
        "all": 3, "to do": 2, "in work": 0, "done": 1, "second look": 0, "trash": 1,
    }  # fmt: skip


def test_cards_keep_the_order_that_was_asked_for(connection: Connection) -> None:
    three, missing_date, first = queries.cards(connection, [4, 99, 3, 1])
    assert (three.id, three.trashed, three.conflict) == (4, True, False)
    assert (missing_date.title, missing_date.date, missing_date.review) == ("c", "1535.0", "done")
    assert (first.key, first.title, first.date) == ("b", "zebra", "2024-08-18")
    assert (first.signals, first.themes, first.conflict) == (2, ("autonomy", "supply"), True)


def test_other_rows_are_not_counted_as_signals(library: Library) -> None:
    concern = a_signal("Noise", kind="concern")
    library.write(arriving(a_whole("x", signals=(a_signal(), concern))))
    with library.reading() as connection:
        assert [card.signals for card in queries.cards(connection, [1])] == [1]


def test_tables_stay_together(library: Library) -> None:
    rows = (a_signal("one"), a_signal("worry", kind="concern"))
    library.write(arriving(a_whole("x", signals=rows)))
    late = replace(a_signal("late"), digest_id=1, position=1 << 30)
    library.write(putting(late))
    assert [row.name for row in whole_of(library, 1).signals] == ["one", "late", "worry"]


def test_digests_are_found_by_key(connection: Connection) -> None:
    found = queries.digest_by_key(connection, "d")
    assert found is not None
    assert found.id == 4
    assert queries.digest_by_key(connection, "D") is None
    keys = [*(f"none-{n}" for n in range(1200)), "a", "b", "a"]
    assert sorted(queries.digests_by_key(connection, keys)) == ["a", "b"]


def test_spellings_are_completed_the_most_used_first(library: Library) -> None:
    for key, names in (("x", ("AI policy", "ai")), ("y", ("ai", "50% less", "rain"))):
        library.write(arriving(a_whole(key, themes=tuple(map(a_theme, names)))))
    with library.reading() as connection:
        assert queries.term_names(connection, THEME, "AI") == [
            ("ai", 2),
            ("AI policy", 1),
            ("rain", 1),
        ]
        assert queries.term_names(connection, THEME, "%") == [("50% less", 1)]
        assert queries.term_names(connection, THEME, limit=1) == [("ai", 2)]
        assert queries.all_terms(connection, THEME) == ["50% less", "AI policy", "ai", "rain"]
        assert queries.term_counts(connection, THEME, ["ai", "fog"]) == {"ai": 2, "fog": 0}
        assert queries.term_counts(connection, KEYWORD, ["drone"]) == {"drone": 2}


def test_backlinks_leave_out_the_trash(connection: Connection) -> None:
    assert [card.key for card in queries.backlinks(connection, "robots")] == ["b", "a", "c"]
    assert queries.backlinks(connection, "a") == []


def test_open_questions_are_listed(connection: Connection) -> None:
    question = Conflict(id=1, digest_id=1, path="b.md")
    assert queries.conflicts(connection) == [question]
    assert queries.conflicts_of(connection, 1) == [question]
    assert queries.conflicts_of(connection, 2) == []


def test_file_names_leave_out_the_trash(connection: Connection) -> None:
    assert queries.file_names(connection) == [(1, "b", "b.md"), (2, "a", "a.md"), (3, "c", "c.md")]


def test_an_original_is_found_with_its_hash(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    with library.reading() as connection:
        text = queries.original(connection, whole.digest.original_id)
        assert queries.original_hash(connection, whole.digest.original_id) == (
            hashlib.sha256(text.encode()).hexdigest()
        )
        assert queries.original_hash(connection, 99) == ""
        with pytest.raises(UnknownRecord, match="original number 99"):
            queries.original(connection, 99)


@pytest.mark.parametrize(
    "question",
    [
        lambda c: queries.cards(c, [1, 2, 3]),
        queries.counts,
        lambda c: queries.whole(c, 1),
        lambda c: queries.digest_by_key(c, "a"),
        lambda c: queries.term_names(c, THEME, "ai"),
        lambda c: queries.term_counts(c, THEME, ["ai"]),
        lambda c: queries.all_terms(c, THEME),
        lambda c: queries.backlinks(c, "a"),
        history.steps,
        lambda c: history.steps(c, digest_id=1, before_id=9),
        lambda c: history.step(c, 1),
        history.undoable,
        history.redoable,
        lambda c: history.later_touched(c, 1),
    ],
)
def test_an_index_serves_each_question(
    connection: Connection, question: Callable[[Connection], object]
) -> None:
    with plans_of(connection) as plans:
        question(connection)
    assert plans
    # The history is read along its ids, and names one after the other; all else jumps to its rows.
    assert set(full_scans(plans)) <= {"SCAN step", "SCAN names"}
