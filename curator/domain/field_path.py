"""Names of single fields: `title`, `themes.1`, `signals.0.change`, `closest.2.tags`.

One grammar serves the command `set`, the findings that jump to a field, and the window.
"""

import re
from dataclasses import dataclass

from curator.domain.digest import Digest
from curator.domain.errors import UnknownRecord
from curator.domain.signal import Signal

DIGEST_FIELDS = (*Digest.TEXT_FIELDS, "date", "review")
TERM_PARTS = {"themes": "theme", "keywords": "keyword"}
LINK_FIELDS = ("title", "key", "relation", "tags")
_ROW_FIELDS = {"signals": Signal.TEXT_FIELDS, "closest": LINK_FIELDS}
EXTRA = "extra."
"""Before the heading of a column that Curator does not know: `signals.0.extra.Mood`."""
_ROW = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class FieldPath:
    """`part` is a field of the digest or one of its tables; `index` counts rows from 0."""

    part: str
    index: int = -1
    name: str = ""

    def __str__(self) -> str:
        row = [] if self.index < 0 else [str(self.index)]
        return ".".join([self.part, *row, *([self.name] if self.name else [])])


def parse_field(text: str) -> FieldPath:
    """The field that `text` names.

    Raises:
        UnknownRecord: there is no such field.
    """
    part, *rest = text.strip().split(".")
    if part in DIGEST_FIELDS and not rest:
        return FieldPath(part)
    if rest and _ROW.fullmatch(rest[0]):
        row = int(rest[0])
        if part in TERM_PARTS and len(rest) == 1:
            return FieldPath(part, row)
        name = ".".join(rest[1:])
        if name in _ROW_FIELDS.get(part, ()) or (part == "signals" and name.startswith(EXTRA)):
            return FieldPath(part, row, name)
    raise UnknownRecord(
        f"“{text}” names no field of a digest.",
        "Fields are as in “show”: title, themes.1, signals.0.change, closest.2.tags.",
    )
