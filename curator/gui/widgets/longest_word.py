"""How wide a column has to be so that no ordinary word of it is broken."""

import re
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QFontMetrics

from curator.gui.theme import Type, font

ORDINARY = 18
"""Characters; longer words (compounds, addresses) may break, or they would take all the room."""
_MEASURED = 5
_WORD = re.compile(r"[^\s/-]+-?")


def longest_word(texts: Iterable[str], kind: Type) -> int:
    """Pixels of the widest ordinary word, 0 where there is none."""
    words = {word for text in texts for word in _WORD.findall(text[:1_000])}
    ordinary = sorted((word for word in words if len(word) <= ORDINARY), key=len, reverse=True)
    return max((_width(word, kind) for word in ordinary[:_MEASURED]), default=0)


@lru_cache(maxsize=4_000)
def _width(word: str, kind: Type) -> int:
    return QFontMetrics(font(kind)).horizontalAdvance(word)
