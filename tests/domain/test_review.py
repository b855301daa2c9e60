"""How far the judgement of a digest has come."""

import pytest

from curator.domain.errors import InvalidRecord
from curator.domain.review import DONE, IN_WORK, REVIEWS, SECOND_LOOK, TO_DO, review_named


@pytest.mark.parametrize("state", REVIEWS)
def test_each_state_is_known_by_its_name(state: str) -> None:
    assert review_named(state) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [("todo", TO_DO), ("To-Do", TO_DO), ("IN_WORK", IN_WORK), (" done ", DONE),
     ("secondlook", SECOND_LOOK), ("second  look", SECOND_LOOK)],
)  # fmt: skip
def test_a_state_may_be_spelled_as_it_comes(text: str, state: str) -> None:
    assert review_named(text) == state


@pytest.mark.parametrize("text", ["", "finished", "do"])
def test_an_unknown_state_is_refused_with_the_known_ones(text: str) -> None:
    with pytest.raises(InvalidRecord) as told:
        review_named(text)
    assert told.value.message == f"“{text}” is no review state."
    assert told.value.hint == "Use one of: to do, in work, done, second look."
