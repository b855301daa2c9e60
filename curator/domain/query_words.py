"""Words as the index has them: letters and digits, folded, without accents.

This is what SQLite's tokenizer `unicode61 remove_diacritics 2` does, told in Python, so that a
question means the same in memory as in the index (FTS5 documentation, section 4.3.1). It knows
the letters of Unicode 6 and takes accents off Latin letters only; for signs that came later, such
as new emoji, the two can differ.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_PLAIN = re.compile("[A-Za-z0-9]+")

_ACCENTS = frozenset(
    chr(0x300 + place)
    for place in range(50)
    if (0x08029FDF | 0x000361F8 << 32) & 1 << place  # the masks of its source
)
"""Marks behind a letter that are passed over; any other mark ends a word."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in their order."""
    return tuple(word for word, _, _ in placed_words(text))


def placed_words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text with their places in it: where each begins, and behind its end."""
    if text.isascii():
        return [(found[0].lower(), *found.span()) for found in _PLAIN.finditer(text)]
    words: list[tuple[str, int, int]] = []
    current: list[str] = []
    start = 0
    for place, character in enumerate(text):
        if _is_of_a_word(character):
            start = start if current else place
            current.append(_folded(character))
        elif current and character not in _ACCENTS:
            words.append(("".join(current), start, place))
            current = []
    if current:
        words.append(("".join(current), start, len(text)))
    return words


def stand_in(wanted: Sequence[str], words: Sequence[str], *, goes_on: bool = False) -> bool:
    """Whether the wanted words stand among others, next to each other and in this order."""
    return next(places_in(wanted, words, goes_on=goes_on), None) is not None


def places_in(
    wanted: Sequence[str], words: Sequence[str], *, goes_on: bool = False
) -> Iterator[int]:
    """Where the wanted words begin to stand among others, each time that they do."""
    *head, last = wanted
    for place in range(len(words) - len(head)):
        if list(words[place : place + len(head)]) == head:
            end = words[place + len(head)]
            if end == last or (goes_on and end.startswith(last)):
                yield place


def _is_of_a_word(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    kind = unicodedata.category(character)
    return kind[0] in "LN" or kind in ("Co", "Cn")


def _folded(character: str) -> str:
    if character.isascii():
        return character.lower()
    folded = character.casefold()
    if len(folded) > 1:  # a letter stays one letter
        folded = character.lower()[0]
    plain = unicodedata.normalize("NFD", folded)[0]
    return plain if plain.isascii() else folded
