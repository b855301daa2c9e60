"""Typing into one field is one step, whatever the clock does; all else is a step each."""

from dataclasses import replace

import pytest

from curator.domain.changes import Changes
from curator.domain.signal import Signal
from curator.domain.step import Step
from curator.library import history
from curator.library.library import Library
from tests.builders import a_whole
from tests.library.conftest import Clock
from tests.library.deeds import arrived, arriving, putting, setting, whole_of


@pytest.fixture
def signal(library: Library) -> Signal:
    (whole,) = arrived(library, "drones")
    return whole.signals[0]


def typing(library: Library, signal: Signal, name: str, merge: str = "cell") -> Changes:
    return library.write(setting(signal, f"Type {name}", name=name), merge=merge, actor="Ada")


def steps(library: Library) -> list[Step]:
    with library.reading() as connection:
        return history.steps(connection)


def test_typing_is_one_step(library: Library, signal: Signal, clock: Clock) -> None:
    first = typing(library, signal, "o")
    for name in ("on", "one"):
        clock.passes(5)
        assert typing(library, signal, name).step_id == first.step_id
    newest, arrival = steps(library)
    assert (newest.label, newest.at) == ("Type one", "2026-03-01T09:00:10.000+00:00")
    assert (newest.count, arrival.label) == (1, "Import")
    assert library.undo().items[0].after == signal


def test_the_views_are_told_what_changed_last(library: Library, signal: Signal) -> None:
    typing(library, signal, "o")
    (item,) = typing(library, signal, "on").items
    assert (item.before, item.after) == (replace(signal, name="o"), replace(signal, name="on"))


def test_typing_that_comes_back_leaves_no_step(library: Library, signal: Signal) -> None:
    typing(library, signal, "one")
    back = typing(library, signal, signal.name)
    assert (back.step_id, [item.after for item in back.items]) == (0, [signal])
    assert [step.label for step in steps(library)] == ["Import"]


@pytest.mark.parametrize("seconds", [6, -1])
def test_after_a_pause_or_with_a_clock_put_back_a_new_step_begins(
    library: Library, signal: Signal, clock: Clock, seconds: int
) -> None:
    typing(library, signal, "o")
    clock.passes(seconds)
    typing(library, signal, "on")
    assert len(steps(library)) == 3


def test_another_field_person_or_record_is_another_step(library: Library, signal: Signal) -> None:
    other = whole_of(library, signal.digest_id).signals[1]
    typing(library, signal, "one")
    typing(library, signal, "two", merge="another cell")
    library.write(setting(signal, name="three"), merge="another cell", actor="Eve")
    library.write(setting(other, name="four"), merge="another cell", actor="Eve")
    library.write(
        putting(replace(signal, name="five"), replace(other, name="five")),
        merge="another cell",
        actor="Eve",
    )
    library.write(setting(other, name="six"), merge="another cell", actor="Eve")
    library.write(setting(other, name="seven"), actor="Eve")
    assert len(steps(library)) == 8


def test_typing_after_an_undo_does_not_go_on_with_what_was_before(
    library: Library, signal: Signal
) -> None:
    typing(library, signal, "one")
    typing(library, signal, "two", merge="another cell")
    library.undo()
    typing(library, signal, "three")
    assert [step.state for step in steps(library)] == ["applied", "aside", "applied", "applied"]


def test_an_import_is_never_taken_for_typing(library: Library) -> None:
    for key in ("one", "two"):
        library.write(arriving(a_whole(key)), merge="import")
    assert len(steps(library)) == 2


def test_the_first_typing_of_a_library_is_a_step(library: Library) -> None:
    assert library.write(arriving(a_whole("one")), merge="cell").step_id
