"""A field is named, asked and written by one address, whatever record it belongs to."""

import pytest

from curator.domain.errors import CuratorError
from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.term import Term
from curator.domain.whole import WholeDigest
from curator.workspace import reading
from curator.workspace.reviewing import trash
from curator.workspace.rows import delete_signals
from curator.workspace.typed_fields import (
    TypedField,
    is_written,
    kind_of,
    put_over,
    put_text,
    standing,
    text_of,
    words_of,
)
from curator.workspace.workspace import Workspace
from tests.builders import a_digest, a_link, a_signal, a_theme
from tests.digests import KEY_A, KEY_B


@pytest.fixture
def harbours(stocked: Workspace) -> WholeDigest:
    return reading.whole(stocked, reading.digest_by_key(stocked, KEY_A).id)


def place_in(record: Signal | Term | Link, field: str) -> TypedField:
    return TypedField(record.digest_id, kind_of(record), record.id, field)


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        (a_digest(id=1), "title", "Title"),
        (a_digest(id=1), "source_url", "Source"),
        (a_signal(id=1), "change", "Change of signal “Cheap drones”"),
        (a_signal(id=1), "horizon", "10y horizon of signal “Cheap drones”"),
        (a_signal("", id=1), "extra.Mood", "Mood of a signal"),
        (a_theme(id=1), "name", "Theme “autonomy”"),
        (a_link(id=1), "tags", "Tags of closest link “About robots”"),
        (a_signal(kind="concern"), "name", "New concern"),
    ],
)
def test_a_field_is_called_as_a_person_calls_it(record, field: str, words: str) -> None:
    assert words_of(TypedField(1, kind_of(record), record.id, field), record) == words


def test_what_a_field_says_is_what_the_window_shows() -> None:
    assert text_of(a_digest(), "date") == "2024-08-18"
    assert text_of(a_digest(origin="somewhere"), "date") == "somewhere"
    assert text_of(a_link(tags=("a", "b")), "tags") == "a, b"
    mood = a_signal(extra=(("Mood", "calm"),))
    assert (text_of(mood, "extra.Mood"), text_of(mood, "extra.Cost")) == ("calm", "")
    assert text_of(a_theme(), "no such field") == ""


def test_each_kind_of_field_is_written(stocked: Workspace, harbours: WholeDigest) -> None:
    digest_id = harbours.digest.id
    for place, text in [
        (TypedField(digest_id, "digest", digest_id, "title"), "Plugs"),
        (place_in(harbours.signals[0], "change"), "Diesel\nis gone"),
        (place_in(harbours.themes[0], "name"), "Power"),
        (place_in(harbours.closest[0], "tags"), "near, far"),
        (TypedField(digest_id, "concern", 0, "name"), "Fire"),
        (TypedField(digest_id, "keyword", 0, "name"), "arms"),
    ]:
        assert not is_written(stocked, place, text)
        assert stocked.do(put_text, place, text).items
        assert is_written(stocked, place, f" {text} ")
    assert standing(stocked, place_in(harbours.closest[0], "tags")).now == "near, far"
    for _ in range(6):
        stocked.undo()
    assert reading.whole(stocked, digest_id) == harbours


def test_only_the_text_that_was_seen_is_replaced(stocked: Workspace, harbours: WholeDigest) -> None:
    place = TypedField(harbours.digest.id, "digest", harbours.digest.id, "title")
    with pytest.raises(CuratorError, match="Title was changed just now"):
        stocked.do(put_over, place, "Plugs", "An older title")
    assert stocked.do(put_over, place, "Plugs", harbours.digest.title).items
    row = TypedField(harbours.digest.id, "keyword", 0, "name")
    assert stocked.do(put_over, row, "arms", "").items


def test_a_new_row_stands_empty_until_it_is_written(
    stocked: Workspace, harbours: WholeDigest
) -> None:
    place = TypedField(harbours.digest.id, "signal", 0, "name")
    told = standing(stocked, place)
    assert (told.title, told.words) == ("Harbours Learn to Charge Ships", "New signal")
    assert (told.now, told.obstacle) == ("", "")


def test_what_stands_in_the_way_is_said(stocked: Workspace, harbours: WholeDigest) -> None:
    signal = harbours.signals[0]
    place = place_in(signal, "change")
    assert standing(stocked, place).obstacle == ""
    stocked.do(delete_signals, [signal.id])
    assert standing(stocked, place).obstacle == "The signal is not in this digest any more."
    assert not is_written(stocked, place, "Diesel gives way")
    stocked.undo()
    stocked.do(trash, [signal.digest_id])
    assert "in the trash" in standing(stocked, place).obstacle
    other = reading.digest_by_key(stocked, KEY_B)
    nowhere = TypedField(other.id + 99, "digest", other.id + 99, "title")
    assert standing(stocked, nowhere).obstacle == "Its digest is not in this library any more."
    assert standing(stocked, nowhere).words == "Title"
    assert not is_written(stocked, nowhere, "x")
