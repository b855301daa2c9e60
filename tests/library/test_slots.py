"""Ids and their slots lead to each other, whatever the ids are."""

import numpy as np
import pytest

from curator.library.slots import Slots

FAR = 2**40


@pytest.mark.parametrize(
    "known", [[], [1, 2, 3], [5, 90, 1_000], [-7, 4], [1, FAR]], ids=lambda ids: f"{ids}"
)
def test_each_id_has_the_slot_of_its_place(known: list[int]) -> None:
    slots = Slots(np.array(known, np.int64))
    assert len(slots) == len(known)
    assert slots.of(np.array(known[::-1], np.int64)).tolist() == list(range(len(known)))[::-1]
    assert slots.nbytes >= slots.ids.nbytes


@pytest.mark.parametrize("known", [[], [1, 3], [1, FAR]], ids=lambda ids: f"{ids}")
def test_an_id_that_is_not_there_is_in_no_set(known: list[int]) -> None:
    slots = Slots(np.array(known, np.int64))
    strange = np.array([-1, 0, 2, 17, FAR + 1, *known[:1]], np.int64)
    assert slots.of(strange[:-1] if known else strange).tolist() == [len(known)] * 5
    assert slots.mask(strange).tolist() == [True, False][: len(known)]
