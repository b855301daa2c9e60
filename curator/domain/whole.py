"""A digest with all its rows: what one file says, or what the library holds of it."""

from dataclasses import dataclass, field

from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.term import KEYWORD, THEME, Term


@dataclass(frozen=True, slots=True)
class WholeDigest:
    """The records of one digest, each tuple in the order of the file.

    `signals` holds the rows of all kinds, one kind after the other in the order of `KINDS`. The
    codec makes records without ids; the library's have them.
    """

    digest: Digest = field(default_factory=Digest)
    themes: tuple[Term, ...] = ()
    keywords: tuple[Term, ...] = ()
    signals: tuple[Signal, ...] = ()
    closest: tuple[Link, ...] = ()

    def rows(self) -> tuple[Term | Signal | Link, ...]:
        """Every row of it."""
        return (*self.themes, *self.keywords, *self.signals, *self.closest)

    def terms(self, kind: str) -> tuple[Term, ...]:
        """Its themes or its keywords."""
        return {THEME: self.themes, KEYWORD: self.keywords}[kind]

    def signals_of(self, kind: str) -> tuple[Signal, ...]:
        """The rows of one kind."""
        return tuple(row for row in self.signals if row.kind == kind)
