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

Renew = Callable[[Hashable, Answer], Answer | None]
"""What an answer about a former state comes to now; None where it has to be found out anew."""


class AnswerCache:
    """What was found out about one state of the library; safe to use from any thread.

    Of another state nothing is known any more, but for answers that can be renewed: the last of
    each name waits for that, besides the room. What was not asked for longest goes first when there
    is no more of it.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._turn = Lock()
        self._state: Hashable = None
        self._answers: OrderedDict[Hashable, Measured] = OrderedDict()
        self._renewable: dict[Hashable, tuple[Hashable, Measured]] = {}
        self._bytes = 0

    @property
    def nbytes(self) -> int:
        """The memory that all answers take."""
        return self._bytes

    def get(
        self,
        state: Hashable,
        key: Hashable,
        make: Callable[[], Answer],
        renew: Renew[Answer] | None = None,
    ) -> Answer:
        """The answer of that name for a state of the library; `make` finds it out if need be, and
        where there is one of a former state and `renew`, that is tried before."""
        with self._turn:
            self._turn_to(state)
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast(Answer, self._answers[key])
            former = self._renewable.get(key) if renew else None
        answer = renew(former[0], cast(Answer, former[1])) if renew and former else None
        if answer is None:
            answer = make()
        with self._turn:
            if state == self._state and key not in self._answers:
                self._keep(key, answer)
                if renew:
                    self._renewable[key] = state, answer
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
