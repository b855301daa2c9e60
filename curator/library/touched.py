"""Which digests each write touched, so that what is kept of the others stays good.

Only this process takes notes; where another one wrote there is none, and nothing is known.
"""

import threading

MOST = 5_000
"""Digests of which more are not worth a note: everything is read again then."""
_NOTES = 500


class Touched:
    """Notes of writes, by the number that the library has after each; for any thread."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._notes: dict[int, frozenset[int]] = {}

    def note(self, writes: int, digest_ids: frozenset[int]) -> None:
        """Take a note of the write after which there were `writes`.

        It may be taken before the commit: where that fails, the next write has the same number.
        """
        with self._turn:
            self._notes.pop(writes, None)
            if len(digest_ids) <= MOST:
                self._notes[writes] = digest_ids
            while len(self._notes) > _NOTES:
                del self._notes[next(iter(self._notes))]

    def between(self, known: int, now: int) -> frozenset[int] | None:
        """The digests that changed between two numbers of writes; None where that is not known,
        or where they are too many to be worth it."""
        if not 0 <= now - known <= _NOTES:
            return None
        with self._turn:
            notes = [self._notes.get(number) for number in range(known + 1, now + 1)]
        found: set[int] = set()
        for digest_ids in notes:
            if digest_ids is None:
                return None
            found |= digest_ids
        return frozenset(found) if len(found) <= MOST else None
