"""What the window and the command line ask of a library; nothing here changes it."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from curator.codec.curated import write_curated
from curator.codec.limits import limited
from curator.codec.reader import read
from curator.codec.writer import write
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.errors import UnknownRecord
from curator.domain.finding import Finding
from curator.domain.listing import DigestCard, Listing, SearchHit
from curator.domain.query import Question
from curator.domain.query_parsing import question_of
from curator.domain.whole import WholeDigest
from curator.library import queries, titles
from curator.library.digest_orders import counts as view_counts
from curator.library.listing import digest_ids as listed_digests
from curator.library.search import search as search_library
from curator.library.snapshot import snapshot
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace

FAITHFUL = "faithful"
CURATED = "curated"
LAYOUTS = (FAITHFUL, CURATED)
_SMALL = 1_000
"""Digests whose list is made in the time in which a thread starts."""
_MOST_ASKED = 500
"""Characters of a part of a title or of a term that are looked for; SQLite takes no patterns
without end, and nothing longer is there to be found."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A file that changed outside, beside the digest as it stands here, both as Markdown."""

    conflict: Conflict
    card: DigestCard
    mine: str
    theirs: str


def digest_ids(workspace: Workspace, listing: Listing, stop: Stop | None = None) -> "array[int]":
    """The ids of the digests that a list shows, in its order.

    Raises:
        Interrupted: it was stopped.
    """
    with snapshot(workspace.library, stop) as now:
        return array("q", listed_digests(now, listing).tobytes())


def cards(workspace: Workspace, ids: Sequence[int]) -> list[DigestCard]:
    """Cards for some digests, in the order of `ids`."""
    with workspace.library.reading() as connection:
        return queries.cards(connection, ids)


def counts(workspace: Workspace, stop: Stop | None = None) -> dict[str, int]:
    """How many digests each view holds.

    Raises:
        Interrupted: it was stopped.
    """
    with snapshot(workspace.library, stop) as now:
        return view_counts(now)


def is_small(workspace: Workspace) -> bool:
    """Whether the library never had more digests than any list of it takes no time at all."""
    with workspace.library.reading() as connection:
        return queries.highest_id(connection) <= _SMALL


def whole(workspace: Workspace, digest_id: int) -> WholeDigest:
    """A digest with all its rows.

    Raises:
        UnknownRecord: the library has no such digest.
    """
    with workspace.library.reading() as connection:
        return queries.whole(connection, digest_id)


def digest_by_key(workspace: Workspace, key: str) -> Digest:
    """The digest with this key, also from the trash.

    Raises:
        UnknownRecord: the library has no such digest.
    """
    with workspace.library.reading() as connection:
        digest = queries.digest_by_key(connection, key)
    if digest is None:
        raise UnknownRecord(
            f"The library has no digest “{key}”.", "“curator list” shows the keys that it has."
        )
    return digest


def targets(workspace: Workspace, keys: Iterable[str]) -> dict[str, Digest]:
    """The digests that closest links can lead to: those of `keys` that are here, by key."""
    with workspace.library.reading() as connection:
        found = queries.digests_by_key(connection, list(keys))
    return {key: digest for key, digest in found.items() if not digest.trashed}


def term_names(workspace: Workspace, kind: str, text: str, limit: int = 50) -> list[str]:
    """Themes or keywords of the whole library that contain `text`, most used first."""
    with workspace.library.reading() as connection:
        return [name for name, _ in queries.term_names(connection, kind, _asked(text), limit)]


def all_terms(workspace: Workspace, kind: str) -> list[str]:
    """Every theme, or every keyword, of the library once; thousands of names take milliseconds."""
    with workspace.library.reading() as connection:
        return queries.all_terms(connection, kind)


def term_counts(workspace: Workspace, kind: str, names: Iterable[str]) -> dict[str, int]:
    """How many digests have each of these themes or keywords."""
    with workspace.library.reading() as connection:
        return queries.term_counts(connection, kind, list(names))


def titles_like(workspace: Workspace, text: str, limit: int = 50) -> list[DigestCard]:
    """Digests whose name contains all words of `text`, in any order, or whose key begins so."""
    with workspace.library.reading() as connection:
        return titles.titles_like(connection, _asked(text), limit)


def backlinks(workspace: Workspace, key: str) -> list[DigestCard]:
    """The digests that list this one among their closest."""
    with workspace.library.reading() as connection:
        return queries.backlinks(connection, key)


def original(workspace: Workspace, digest: Digest) -> str:
    """The text that a digest was imported with."""
    with workspace.library.reading() as connection:
        return queries.original(connection, digest.original_id)


def markdown(workspace: Workspace, digest_id: int, layout: str = FAITHFUL) -> str:
    """A digest as it would be exported now."""
    with workspace.library.reading() as connection:
        record = queries.whole(connection, digest_id)
        text = queries.original(connection, record.digest.original_id)
    return (write_curated if layout == CURATED else write)(text, record)


def preview(workspace: Workspace, digest_id: int) -> str:
    """A digest as HTML that is safe to show; takes seconds where the text is hostile, and at the
    first call, so it belongs into a background lane."""
    return workspace.renderer.render(markdown(workspace, digest_id))


def findings(workspace: Workspace, digest_id: int) -> tuple[Finding, ...]:
    """What there is to notice in a digest as it stands now, in the order of its lines.

    There are at most `MOST_FINDINGS`; the last then says how many more there are.
    """
    with workspace.library.reading() as connection:
        record = queries.whole(connection, digest_id)
        text = queries.original(connection, record.digest.original_id)
    document = read(write(text, record), key=record.digest.key)
    links = document.whole.closest
    known = targets(workspace, [link.target_key for link in links])
    dangling = [
        Finding(
            line,
            f"“{link.title or link.target_key}” is not in this library.",
            f"closest.{index}.key",
        )
        for index, (link, line) in enumerate(zip(links, document.closest_lines, strict=True))
        if link.target_key and link.target_key not in known
    ]
    told = document.findings[:-1] if document.unsaid else document.findings
    return limited((*told, *dangling), document.unsaid)[0]


def has_conflict(workspace: Workspace, digest_id: int) -> bool:
    """Whether a file of a digest changed outside after it was edited here."""
    with workspace.library.reading() as connection:
        return bool(queries.conflicts_of(connection, digest_id))


def conflicts(workspace: Workspace) -> list[ConflictView]:
    """The open conflicts: digests edited here whose files changed outside too."""
    with workspace.library.reading() as connection:
        found = queries.conflicts(connection)
        by_id = {c.id: c for c in queries.cards(connection, [c.digest_id for c in found])}
        theirs = [queries.original(connection, conflict.original_id) for conflict in found]
    return [
        ConflictView(
            conflict, by_id[conflict.digest_id], markdown(workspace, conflict.digest_id), t
        )
        for conflict, t in zip(found, theirs, strict=True)
    ]


def search(workspace: Workspace, text: str, limit: int = 50) -> list[SearchHit]:
    """Digests that `text` asks for, best first; any string is a legal search."""
    with snapshot(workspace.library) as now:
        return search_library(now, text, limit)


def question(text: str, *, typing: bool = False) -> Question:
    """What the text of a search box asks for, and the mistakes in it by their places.

    While `typing`, the last word may go on, as `digest_ids` and `search` take it.
    """
    return question_of(text, typing=typing)


def _asked(text: str) -> str:
    return text[:_MOST_ASKED].encode("utf-8", "replace").decode("utf-8")
