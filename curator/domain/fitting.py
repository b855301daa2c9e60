"""How well a name fits what somebody typed to find it."""

from curator.domain.query_words import places_in, words_of

BEGINS, WORDS, WITHIN = 0, 1, 2
"""The name begins with it; each of its words begins a word of the name; it is somewhere inside."""


def fit(asked: str, name: str) -> int | None:
    """BEGINS, WORDS or WITHIN, the best first; None where the name does not have all that is asked.

    Capitals, accents and signs do not matter but inside of words. Everything fits what is empty.
    """
    if not asked.strip():
        return BEGINS
    wanted, words = words_of(asked), words_of(name)
    if wanted:
        if 0 in places_in(wanted, words, goes_on=True):
            return BEGINS
        if all(any(word.startswith(part) for word in words) for part in wanted):
            return WORDS
    folded = name.casefold()
    return WITHIN if all(part in folded for part in asked.casefold().split()) else None
