"""A new digest as the rows that it will be in the tables, made before there is a library at hand.

Nothing here knows a database: the processes that read the files of an import make the rows too,
so that little is left to do where only one can work, and plain tuples go from them to the writer.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

from curator.domain.changes import RECORD_TYPES, Record
from curator.domain.digest import Digest
from curator.domain.order import spread
from curator.domain.whole import WholeDigest
from curator.library.json_text import compact_json

Row = tuple[Any, ...]

NOT_COUNTED = -1
"""Findings of a digest of which nobody has counted them."""
OWNED = ("term", "signal", "link")
"""The kinds of rows that come with a digest, in the order in which they are laid down."""
DIGEST_COLUMNS = (
    *(field.name for field in fields(Digest)[1:] if field.name != "original_id"),
    "date",
    "sort_name",
    "findings",
)
"""What a row of a digest begins with; its id and that of its text are given when it arrives."""
ORIGINAL_COLUMNS = ("sha256", "content")
_COMPRESSION = 6


class Arrival(NamedTuple):
    """A digest that is ready to be laid down: values in the order of the columns named here.

    `owned` has the rows for each of `OWNED`, in the order of `owned_columns`.
    """

    digest: Row
    original: Row
    owned: tuple[tuple[Row, ...], ...]

    @property
    def sha256(self) -> str:
        """The SHA-256 of its text, in hexadecimal digits."""
        return str(self.original[0])

    @property
    def text(self) -> str:
        """The text that it was read from."""
        return zlib.decompress(self.original[1]).decode("utf-8")


def owned_columns(kind: str) -> tuple[str, ...]:
    """What a row of a digest holds beside its own id and that of the digest."""
    return tuple(field.name for field in fields(RECORD_TYPES[kind])[2:])


def sort_name(digest: Digest) -> str:
    """By what a digest is sorted: its name, whatever its capitals."""
    return digest.name.casefold()


def arrival_of(whole: WholeDigest, text: str, findings: int = NOT_COUNTED) -> Arrival:
    """A digest with the text it was read from; `findings` is how many there are in it."""
    digest = whole.digest
    return Arrival(
        (*_digest_fields(digest), digest.date, sort_name(digest), findings),
        kept_text(text),
        (
            (*_rows("term", whole.themes), *_rows("term", whole.keywords)),
            tuple(_rows("signal", whole.signals)),
            tuple(_rows("link", whole.closest)),
        ),
    )


def kept_text(text: str) -> Row:
    """The SHA-256 of a text, and the text compressed, as an original is kept."""
    data = text.encode("utf-8")
    return hashlib.sha256(data).hexdigest(), zlib.compress(data, _COMPRESSION)


_digest_fields = attrgetter(*DIGEST_COLUMNS[:-3])
_said = {kind: attrgetter(*owned_columns(kind)[1:]) for kind in OWNED}
_HAS_LIST = {"signal", "link"}  # in their last column, kept as JSON


def _rows(kind: str, records: Sequence[Record]) -> Iterable[Row]:
    """Their values: the place in the list, and what they say."""
    said = _said[kind]
    for place, record in zip(spread(len(records)), records, strict=True):
        *words, last = said(record)
        yield (place, *words, compact_json(last) if kind in _HAS_LIST else last)
