"""A deed edits through one hand, which notes every row."""

from dataclasses import replace

import pytest

from curator.domain.errors import InvalidRecord, UnknownRecord
from curator.domain.listing import Listing
from curator.domain.signal import Signal
from curator.library import queries
from curator.library.library import Library
from curator.library.write import Write
from tests.builders import a_digest, a_signal, a_theme, a_whole
from tests.library.deeds import arrived, arriving, listed, putting, removing, whole_of


def test_a_new_record_gets_an_id_that_is_never_used_again(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    row = a_signal("New", digest_id=whole.digest.id)
    made = library.write(putting(row)).items[0].after
    assert isinstance(made, Signal)
    assert replace(made, id=0) == row
    library.write(removing(made))
    again = library.write(putting(row)).items[0].after
    assert again is not None
    assert again.id > made.id


def test_many_edits_of_one_row_come_to_one_change(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    first, last = (replace(whole.signals[0], name=name) for name in ("one", "two"))
    changes = library.write(putting(first, last))
    assert [(item.before, item.after) for item in changes.items] == [(whole.signals[0], last)]


def test_what_is_made_and_deleted_in_one_deed_never_was(library: Library) -> None:
    (whole,) = arrived(library, "drones")

    def deed(write: Write) -> str:
        write.remove(write.put(a_theme(digest_id=whole.digest.id)))
        return "Nothing"

    changes = library.write(deed)
    assert changes.is_empty
    assert not changes.step_id


def test_what_was_deleted_meanwhile_can_not_be_kept(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    library.write(removing(whole.signals[0]))
    for deed in (putting(replace(whole.signals[0], name="late")), removing(whole.signals[0])):
        with pytest.raises(UnknownRecord, match="any more"):
            library.write(deed)


def test_many_are_read_at_once_and_what_is_gone_is_left_out(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    first, second = whole.signals

    def deed(write: Write) -> str:
        assert write.get_all(Signal, [second.id, 99, first.id]) == [second, first]
        with pytest.raises(UnknownRecord, match="signal number 99"):
            write.get(Signal, 99)
        return "Look"

    assert library.write(deed).is_empty


def test_a_key_is_used_once(library: Library) -> None:
    arrived(library, "drones")
    for deed in (arriving(a_whole("drones")), putting(a_digest("drones"))):
        with pytest.raises(InvalidRecord, match="that key already"):
            library.write(deed)


def test_edits_of_what_has_just_arrived_belong_to_the_arrival(library: Library) -> None:
    def deed(write: Write) -> str:
        digest_id = write.arrive(a_whole("drones"), "# Drones")
        whole = write.whole(digest_id)
        write.put(replace(whole.signals[0], name="mended"))
        write.put(replace(whole.digest, review="done"))
        write.remove(whole.themes[0])
        write.put(a_theme("added", digest_id=digest_id))
        return "Import"

    changes = library.write(deed)
    assert [item.wholesale for item in changes.items] == [True]
    now = whole_of(library, changes.items[0].id)
    assert now.signals[0].name == "mended"
    assert {theme.name for theme in now.themes} == {"supply", "added"}
    with library.reading() as connection:
        assert listed(connection, Listing(search="added")) == [now.digest.id]


def test_a_row_can_move_to_another_digest(library: Library) -> None:
    one, two = arrived(library, "drones", "robots")
    library.write(putting(replace(one.signals[0], digest_id=two.digest.id, name="moved")))
    with library.reading() as connection:
        assert listed(connection, Listing(search="moved")) == [two.digest.id]
    library.undo()
    assert (whole_of(library, one.digest.id), whole_of(library, two.digest.id)) == (one, two)


def test_a_text_is_kept_once_and_can_be_read_in_the_deed(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    seen: list[object] = []

    def deed(write: Write) -> str:
        first, same, other = (
            write.add_original(whole.digest.id, text) for text in ("# New", "# New", "# Newer")
        )
        seen.extend((first == same, first == other, write.original(other)))
        write.put(replace(whole.digest, original_id=first))
        return "Take theirs"

    library.write(deed)
    assert seen == [True, False, "# Newer"]
    library.undo()
    with library.reading() as connection:
        assert queries.original(connection, whole.digest.original_id) == "# About drones"


def test_an_unknown_digest_can_not_be_read(library: Library) -> None:
    def deed(write: Write) -> str:
        return write.whole(7).digest.title

    with pytest.raises(UnknownRecord, match="digest number 7"):
        library.write(deed)
