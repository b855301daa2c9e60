"""A deed on the file of a library, which nobody may have open meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClosedDeed:
    """What is to be done between closing a library and opening it again.

    `title` is told meanwhile (“Bringing back a copy”). `do` runs in the background; the window that
    opens afterwards is given what it returned, or the known error that it raised.
    """

    title: str
    do: Callable[[], object]
