"""Where somebody can go by a few letters of its name: one line of *Go to anything*."""

from collections.abc import Iterable
from dataclasses import dataclass

from curator.domain.fitting import BEGINS, fit

DIGEST, THEME, SEARCH, VIEW, ACTION = "digest", "theme", "saved search", "view", "action"
KINDS = (VIEW, SEARCH, THEME, ACTION, DIGEST)
"""In this order where names fit equally well: of digests there are many, of the others few."""
MOST = {VIEW: 6, SEARCH: 6, THEME: 6, ACTION: 8, DIGEST: 30}
"""How many of each kind are offered."""


@dataclass(frozen=True, slots=True)
class Destination:
    """`target` is what the library or the window knows it by: an id, or a name; `note` says in
    quiet words what tells it from others, such as a date, a number or a key."""

    kind: str
    name: str
    target: int | str
    note: str = ""


def ranked(asked: str, found: Iterable[Destination]) -> list[Destination]:
    """Those that fit what was typed, the best first, and of each kind as many as can be offered.

    Digests are taken as they come: the library has found them, maybe by a key.
    """
    best: dict[str, list[tuple[int, Destination]]] = {kind: [] for kind in KINDS}
    for destination in found:
        grade = fit(asked, destination.name)
        if destination.kind == DIGEST and grade is None:
            grade = BEGINS  # by its key
        if grade is not None:
            best[destination.kind].append((grade, destination))
    offered = [
        (grade, destination)
        for kind in KINDS
        for grade, destination in sorted(best[kind], key=_grade)[: MOST[kind]]
    ]
    return [destination for _, destination in sorted(offered, key=_grade)]


def _grade(found: tuple[int, Destination]) -> int:
    return found[0]
