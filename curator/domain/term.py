"""Themes and keywords: words that a digest is filed under."""

from dataclasses import dataclass
from typing import ClassVar

THEME = "theme"
KEYWORD = "keyword"
TERM_KINDS = (THEME, KEYWORD)


@dataclass(frozen=True, slots=True)
class Term:
    """One theme or keyword of one digest, spelled as that digest spells it.

    Terms are rows of their digest and not entries of a shared vocabulary: so a rename or a merge
    over the whole library is a plain list of changed rows, and its undo restores each of them.
    """

    TEXT_FIELDS: ClassVar[tuple[str, ...]] = ("name",)

    id: int = 0
    digest_id: int = 0
    position: int = 0
    kind: str = THEME
    name: str = ""
