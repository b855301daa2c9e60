"""Answers that stay right as long as nobody writes to the library."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Protocol, TypeVar, cast

MOST_BYTES = 64_000_000
"""Memory of all answers that are kept; the order of half a million rows takes two million."""


class Measured(Protocol):
    """What says how much memory it takes."""

    @property
    def nbytes(self) -> int:
        """Bytes."""


Answer = TypeVar("Answer", bound=Measured)


class AnswerCache:
    """What was found out about one state of the library; safe to use from any thread.

    Of another state nothing is known any more. What was not asked for longest goes first when
    there is no more room.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._turn = Lock()
        self._state: Hashable = None
        self._answers: OrderedDict[Hashable, Measured] = OrderedDict()
        self._bytes = 0

    @property
    def nbytes(self) -> int:
        """The memory that all answers take."""
        return self._bytes

    def get(self, state: Hashable, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer of that name for a state of the library; `make` finds it out if need be."""
        with self._turn:
            self._turn_to(state)
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast(Answer, self._answers[key])
        answer = make()
        with self._turn:
            if state == self._state and key not in self._answers:
                self._keep(key, answer)
        return answer

    def _turn_to(self, state: Hashable) -> None:
        if state != self._state:
            self._state = state
            self._answers.clear()
            self._bytes = 0

    def _keep(self, key: Hashable, answer: Measured) -> None:
        self._answers[key] = answer
        self._bytes += answer.nbytes
        while self._bytes > self._most:
            _, oldest = self._answers.popitem(last=False)
            self._bytes -= oldest.nbytes
