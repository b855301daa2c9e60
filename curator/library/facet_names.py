"""The names of the values of a facet, each once, in order: a value is the place of its name."""

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from curator.domain.facet_words import folded, value_words


class FacetNames:
    """Sorted names, and the same as they are searched, made at the first search."""

    def __init__(self, facet: str, names: list[str], searched: list[str] | None = None) -> None:
        self.facet = facet
        self.names = names
        self._searched = searched

    def __len__(self) -> int:
        return len(self.names)

    def code_of(self, name: str) -> int:
        """The place of a name, or -1."""
        code = bisect_left(self.names, name)
        return code if code < len(self.names) and self.names[code] == name else -1

    def places_of(self, new: list[str]) -> list[int]:
        """Before which names other ones belong."""
        return [bisect_left(self.names, name) for name in new]

    def with_new(self, new: list[str]) -> "FacetNames":
        """The names with others among them, which are sorted too and not there yet."""
        places = self.places_of(new)
        searched = self._searched
        if searched is not None:  # to fold all of them again takes longer
            searched = _merged(searched, places, [self._fold(name) for name in new])
        return FacetNames(self.facet, _merged(self.names, places, new), searched)

    def holding(self, text: str) -> NDArray[np.bool_]:
        """Which of the names hold all words of a text, whatever the case and the accents."""
        if self._searched is None:
            self._searched = [self._fold(name) for name in self.names]
        found = np.ones(len(self), dtype=np.bool_)
        for word in folded(text).split():
            found &= np.fromiter((word in name for name in self._searched), np.bool_, len(self))
        return found

    def _fold(self, name: str) -> str:
        return folded(value_words(self.facet, name))


def _merged(items: list[str], places: list[int], new: list[str]) -> list[str]:
    """A list with new items put in before the ones at some places, which are in order."""
    merged: list[str] = []
    start = 0
    for place, item in zip(places, new, strict=True):
        merged += items[start:place]
        merged.append(item)
        start = place
    return merged + items[start:]
