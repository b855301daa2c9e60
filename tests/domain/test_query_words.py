"""Words are what the index takes for words."""

import sqlite3
from contextlib import closing

import pytest

from curator.domain.query_words import stand_in, words_of

TEXTS = [
    "Cheap drones, GRÖSSE & größe!",
    "naïve e\u0301lan \u0301x a\u0332b İzmir Straße \u017fo",
    "ёлка Ёлка Ήλιος ς 中文 7.5% r2d2 x² ½",
    "it’s a—dash under_score \ue000 a\tb\nc",
    "",
]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_words_are_those_of_the_index(text: str) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE t USING fts5(a, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
        connection.execute("INSERT INTO t VALUES (?)", (text,))
        rows = connection.execute("SELECT term FROM v ORDER BY offset").fetchall()
    assert words_of(text) == tuple(term for (term,) in rows)


def test_words_stand_next_to_each_other_in_their_order() -> None:
    words = words_of("robots till the arable land")
    assert stand_in(("the", "arable"), words)
    assert not stand_in(("arable", "the"), words)
    assert not stand_in(("the", "land"), words)
    assert not stand_in(("land", "robots"), words)
    assert stand_in(("ara",), words, goes_on=True)
    assert not stand_in(("ara",), words)
    assert not stand_in(("th", "arable"), words, goes_on=True)
    assert not stand_in(("a", "b"), ("a",))
