"""Words as the index has them: letters and digits, folded, without accents.

This is what SQLite's tokenizer `unicode61 remove_diacritics 2` does, told in Python, so that a
question means the same in memory as in the index (FTS5 documentation, section 4.3.1). It knows
the letters of Unicode 6 and takes accents off Latin letters only; for signs that came later, such
as new emoji, the two can differ.
"""

import unicodedata
from collections.abc import Sequence

_ACCENTS = frozenset(
    chr(0x300 + place)
    for place in range(50)
    if (0x08029FDF | 0x000361F8 << 32) & 1 << place  # the masks of its source
)
"""Marks behind a letter that are passed over; any other mark ends a word."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, in their order."""
    words: list[str] = []
    current: list[str] = []
    for character in text:
        if _is_of_a_word(character):
            current.append(_folded(character))
        elif current and character not in _ACCENTS:
            words.append("".join(current))
            current = []
    if current:
        words.append("".join(current))
    return tuple(words)


def stand_in(wanted: Sequence[str], words: Sequence[str], *, goes_on: bool = False) -> bool:
    """Whether the wanted words stand among others, next to each other and in this order."""
    *head, last = wanted
    for place in range(len(words) - len(head)):
        if list(words[place : place + len(head)]) == head:
            end = words[place + len(head)]
            if end == last or (goes_on and end.startswith(last)):
                return True
    return False


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
