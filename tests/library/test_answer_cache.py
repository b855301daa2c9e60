"""What was asked once is known until somebody writes, or until the room is needed."""

from collections.abc import Callable
from dataclasses import dataclass

from curator.library.answer_cache import AnswerCache


@dataclass(frozen=True)
class Told:
    """An answer of some size."""

    nbytes: int
    number: int


class Asked:
    """Somebody who counts how often he had to find out."""

    def __init__(self) -> None:
        self.times = 0

    def finds(self, nbytes: int = 10) -> Callable[[], Told]:
        def find() -> Told:
            self.times += 1
            return Told(nbytes, self.times)

        return find


def test_an_answer_is_found_out_once() -> None:
    cache, asked = AnswerCache(), Asked()
    first = cache.get(1, "all", asked.finds())
    assert cache.get(1, "all", asked.finds()) is first
    assert cache.get(1, "done", asked.finds()) is not first
    assert (asked.times, cache.nbytes) == (2, 20)


def test_a_write_makes_everything_unknown() -> None:
    cache, asked = AnswerCache(), Asked()
    cache.get(1, "all", asked.finds())
    cache.get(2, "all", asked.finds())
    assert (asked.times, cache.nbytes) == (2, 10)


def test_an_answer_of_a_former_state_may_be_renewed() -> None:
    cache, asked = AnswerCache(), Asked()

    def still_told(state: object, told: Told) -> Told | None:
        return told if state == 1 else None

    first = cache.get(1, "all", asked.finds(), still_told)
    assert cache.get(3, "all", asked.finds(), still_told) is first
    assert cache.get(4, "all", asked.finds(), still_told).number == 2
    assert (asked.times, cache.nbytes) == (2, 10)


def test_what_was_not_asked_for_longest_goes_first() -> None:
    cache, asked = AnswerCache(most_bytes=25), Asked()
    for name in ("old", "new", "old", "newest"):
        cache.get(1, name, asked.finds())
    assert (asked.times, cache.nbytes) == (3, 20)
    cache.get(1, "old", asked.finds())
    assert asked.times == 3
    cache.get(1, "new", asked.finds())
    assert asked.times == 4


def test_what_is_too_large_is_told_and_not_kept() -> None:
    cache, asked = AnswerCache(most_bytes=5), Asked()
    assert cache.get(1, "all", asked.finds()).number == 1
    assert cache.nbytes == 0


def test_an_answer_about_a_state_that_has_passed_is_not_kept() -> None:
    cache, asked = AnswerCache(), Asked()

    def find_while_somebody_writes() -> Told:
        cache.get(2, "other", asked.finds())
        return asked.finds()()

    assert cache.get(1, "all", find_while_somebody_writes).number == 2
    assert cache.get(2, "all", asked.finds()).number == 3


def test_two_that_find_out_the_same_at_once_keep_it_once() -> None:
    cache, asked = AnswerCache(), Asked()

    def find_while_another_does() -> Told:
        cache.get(1, "all", asked.finds())
        return asked.finds()()

    cache.get(1, "all", find_while_another_does)
    assert cache.nbytes == 10
