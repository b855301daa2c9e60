"""Changes: what a deed did, how it is told, and how it is taken back."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.changes import (
    KIND_OF,
    RECORD_TYPES,
    Change,
    Changes,
    Record,
    digest_of,
    net,
)
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.term import KEYWORD, THEME, Term

FERRY = Signal(id=4, digest_id=1, name="Swappable ferry batteries")
ELECTRIC = replace(FERRY, name="Electric ferries")
HARBOUR = Term(id=9, digest_id=1, kind=THEME, name="harbours")
QUAY = Term(id=10, digest_id=2, kind=KEYWORD, name="quay")

RENAMED = Change("signal", 4, 1, FERRY, ELECTRIC)
ADDED = Change("term", 9, 1, None, HARBOUR)
DELETED = Change("term", 10, 2, QUAY, None)
ARRIVED = Change("digest", 7, 7)


@pytest.mark.parametrize("type_", RECORD_TYPES.values())
def test_the_journal_finds_each_record_by_its_kind(type_: type[Record]) -> None:
    assert RECORD_TYPES[KIND_OF[type_]] is type_


@pytest.mark.parametrize(
    "record", [Digest(id=3), Signal(digest_id=3), Term(digest_id=3), Link(digest_id=3)]
)
def test_a_record_knows_its_digest(record: Record) -> None:
    assert digest_of(record) == 3


def test_a_conflict_belongs_to_the_digest_that_was_not_overwritten() -> None:
    assert digest_of(Conflict(id=1, digest_id=8)) == 8


def test_taking_back_swaps_before_and_after() -> None:
    assert RENAMED.reversed() == Change("signal", 4, 1, ELECTRIC, FERRY)


def test_taking_back_a_deed_goes_from_the_last_change_to_the_first() -> None:
    back = Changes("Rename", (RENAMED, ADDED), step_id=5).reversed()
    assert back == Changes("Rename", (ADDED.reversed(), RENAMED.reversed()), step_id=5)


def test_views_learn_what_they_have_to_show_anew() -> None:
    changes = Changes("Clean up", (RENAMED, DELETED))
    assert changes.of_kind("term") == (DELETED,)
    assert changes.digest_ids == {1, 2}
    assert not changes.wholesale
    assert not changes.is_empty


def test_an_import_names_digests_without_their_records() -> None:
    assert ARRIVED.wholesale
    assert Changes("Import", (RENAMED, ARRIVED)).wholesale
    assert not RENAMED.wholesale
    assert not ADDED.wholesale
    assert not DELETED.wholesale


def test_a_deed_that_did_nothing_says_so() -> None:
    assert Changes("Rename").is_empty
    assert Changes("Rename").summary() == "nothing"


def test_a_deed_is_told_in_numbers() -> None:
    many = tuple(Change("signal", n, 1, FERRY, ELECTRIC) for n in range(1_234))
    assert Changes("", (*many, ADDED)).summary() == "1,234 signals, 1 theme"
    assert Changes("", (DELETED, ARRIVED)).summary() == "1 keyword, 1 digest"


def test_typing_on_in_one_cell_is_one_change() -> None:
    typed = replace(FERRY, name="Electric f")
    steps = [Change("signal", 4, 1, FERRY, typed), Change("signal", 4, 1, typed, ELECTRIC)]
    assert net(steps) == (RENAMED,)


def test_what_came_back_to_its_start_is_no_change() -> None:
    assert net([RENAMED, RENAMED.reversed()]) == ()
    assert net([ADDED, ADDED.reversed()]) == ()


def test_an_arrival_is_kept_though_it_names_no_records() -> None:
    assert net([ARRIVED]) == (ARRIVED,)


STATES = st.none() | st.sampled_from([FERRY, ELECTRIC, replace(FERRY, change="slow to fast")])


@given(st.lists(STATES, min_size=2, max_size=8))
def test_only_the_ends_of_a_chain_of_edits_count(states: list[Signal | None]) -> None:
    chain = [
        Change("signal", 4, 1, before, after)
        for before, after in pairwise(states)
        if before is not after
    ]
    joined = net(chain)
    if states[0] == states[-1]:
        assert joined == ()
    else:
        assert joined == (Change("signal", 4, 1, states[0], states[-1]),)


@given(st.lists(st.sampled_from([RENAMED, ADDED, DELETED, ARRIVED]), max_size=6))
def test_taking_back_twice_is_the_deed_itself(items: list[Change]) -> None:
    changes = Changes("Mixed", tuple(items), 3)
    assert changes.reversed().reversed() == changes
