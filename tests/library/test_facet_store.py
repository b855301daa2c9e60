"""Columns are kept, and after a write only what it touched is read again."""

from contextlib import closing

import numpy as np
import pytest

from curator.domain.errors import Interrupted
from curator.library.facet_column import FacetColumn
from curator.library.library import Library
from curator.library.stopping import Stop
from tests.builders import a_digest, a_signal, a_theme
from tests.library.deeds import arrived, putting, removing, setting


def column_of(library: Library, facet: str) -> FacetColumn:
    store = library.facets
    with store.turn, library.reading() as connection:
        store.follow(connection)
        return store.column(connection, facet)


def rows_of(library: Library) -> int:
    store = library.facets
    with store.turn, library.reading() as connection:
        store.follow(connection)
        return len(store.rows(connection).ids)


def counts(library: Library, facet: str) -> dict[str, int]:
    column = column_of(library, facet)
    found = column.counts(np.ones(len(library.facets), dtype=np.bool_)).tolist()
    return {name: n for name, n in zip(column.names.names, found, strict=True) if n}


def test_what_did_not_change_is_not_read_again(library: Library) -> None:
    (whole,) = arrived(library, "one")
    before = column_of(library, "theme")
    assert column_of(library, "theme") is before
    library.write(putting(a_theme("new", digest_id=whole.digest.id)))
    after = column_of(library, "theme")
    assert after is not before
    assert after.names.code_of("new") >= 0
    assert before.names.code_of("new") < 0


def test_a_column_follows_whatever_was_done_while_nobody_asked(library: Library) -> None:
    one, two = arrived(library, "one", "two")
    assert counts(library, "review") == {"to do": 2}
    assert counts(library, "layout") == {"A": 2}
    library.write(setting(one.digest, review="done"))
    assert counts(library, "layout") == {"A": 2}
    library.write(setting(two.digest, review="done"))
    library.undo()
    arrived(library, "three")
    assert counts(library, "review") == {"done": 1, "to do": 2}


def test_rows_follow_too(library: Library) -> None:
    one, two = arrived(library, "one", "two")
    before = rows_of(library)
    library.write(putting(a_signal("New", digest_id=one.digest.id)))
    library.write(removing(two.signals[0]))
    library.write(putting(a_signal("Newer", digest_id=one.digest.id)))
    assert rows_of(library) == before + 1
    assert rows_of(library) == before + 1


def test_a_digest_that_is_put_back_keeps_its_place(library: Library) -> None:
    arrived(library, "one")
    library.write(putting(a_digest("two")))
    assert counts(library, "review") == {"to do": 2}
    library.undo()
    assert counts(library, "review") == {"to do": 1}
    library.redo()
    assert counts(library, "review") == {"to do": 2}


def test_a_digest_that_comes_before_others_makes_all_be_read_again(library: Library) -> None:
    arrived(library, "one")
    step = library.write(putting(a_digest("two"))).step_id
    library.undo()
    arrived(library, "three")
    assert counts(library, "layout") == {"A": 2}
    with closing(Library.open(library.path)) as other:
        arrived(other, "four")
    assert counts(library, "layout") == {"A": 3}
    library.reapply(step)
    assert sum(counts(library, "layout").values()) == 4


def test_what_another_process_wrote_is_seen(library: Library) -> None:
    arrived(library, "one")
    assert counts(library, "review") == {"to do": 1}
    with closing(Library.open(library.path)) as other:
        arrived(other, "two")
    assert counts(library, "review") == {"to do": 2}


def give_up_half_way(library: Library) -> None:
    stop, store = Stop(), library.facets
    with store.turn, library.reading(stop) as connection:
        store.follow(connection)
        stop.now()
        store.column(connection, "theme")


def test_a_reading_that_was_given_up_leaves_nothing_wrong(library: Library) -> None:
    arrived(library, "one")
    with pytest.raises(Interrupted):
        give_up_half_way(library)
    arrived(library, "two")
    assert counts(library, "review") == {"to do": 2}
