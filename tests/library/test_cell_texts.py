"""Texts of many records come in the order that was asked for."""

from collections.abc import Iterator

import pytest

from curator.library.cell_texts import CellTexts
from curator.library.library import Library
from tests.builders import a_signal, a_theme, a_whole
from tests.library.deeds import arriving, setting, whole_of


@pytest.fixture
def texts(library: Library) -> Iterator[CellTexts]:
    rows = (a_signal("First"), a_signal("Worry", kind="concern"), a_signal("Second"))
    library.write(arriving(a_whole("drones", signals=rows), a_whole("robots", themes=())))
    library.write(setting(whole_of(library, 2).digest, trashed="2026"))
    with library.reading() as connection:
        yield CellTexts(connection)


def test_rows_come_in_the_order_of_their_ids(texts: CellTexts) -> None:
    assert texts.of_signals([3, 99, 1], ["name"]) == [(3, 1, "Second"), (1, 1, "First")]
    assert texts.owners([4, 1, 5, 2]) == [2, 1]


def test_rows_of_digests_come_as_their_tables_show_them(texts: CellTexts) -> None:
    found = texts.of_signals_in([2, 1], ["name"])
    assert [name for *_, name in found] == [
        *("Cheap drones", "Open skies"),
        *("First", "Second", "Worry"),
    ]


def test_digests_in_the_trash_are_left_out(texts: CellTexts) -> None:
    assert texts.of_digests([2, 1, 7], ["title", "key"]) == [(1, 1, "About drones", "drones")]


def test_terms_are_told_for_each_digest(texts: CellTexts) -> None:
    found = texts.terms([2, 1], "theme")
    assert list(found) == [2, 1]
    assert found[2] == []
    assert [term.name for term in found[1]] == [a_theme().name, "supply"]
