"""Which words of two texts differ."""

import re
from difflib import SequenceMatcher

Spans = tuple[tuple[int, int], ...]
"""Characters of a text, as (from, to)."""

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_WORDS = 400
"""Words that are compared one by one; of longer texts all between the first and the last difference
is marked, which costs nothing."""


def differing(old: str, new: str) -> tuple[Spans, Spans]:
    """What of `old` goes, and what of `new` comes in its place."""
    ours, theirs = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(ours), len(theirs)) > _MOST_WORDS:
        return _between(old, new)
    opcodes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    changed = [(a, b, c, d) for tag, a, b, c, d in opcodes if tag != "equal"]
    return (
        _spans(ours, [(a, b) for a, b, _, _ in changed]),
        _spans(theirs, [(c, d) for _, _, c, d in changed]),
    )


def _between(old: str, new: str) -> tuple[Spans, Spans]:
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    most -= start
    end = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return _some(start, len(old) - end), _some(start, len(new) - end)


def _some(start: int, end: int) -> Spans:
    return ((start, end),) if end > start else ()


def _spans(words: list[str], parts: list[tuple[int, int]]) -> Spans:
    places = [0]
    for word in words:
        places.append(places[-1] + len(word))
    return tuple((places[a], places[b]) for a, b in parts if b > a)
