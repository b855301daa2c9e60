"""Deeds that settle a conflict: keep mine, take theirs, or keep both."""

from collections.abc import Sequence
from dataclasses import replace

from curator.domain.conflict import Conflict
from curator.domain.link import Link
from curator.domain.order import spread
from curator.domain.signal import Signal
from curator.domain.term import Term
from curator.domain.text import quoted
from curator.domain.whole import WholeDigest
from curator.library import queries
from curator.library.write import Write
from curator.workspace.taking import conflicting, update


def keep_mine(write: Write, conflict_id: int) -> str:
    """Leave the digest as it stands here; the same file will not be asked about again."""
    conflict = write.get(Conflict, conflict_id)
    theirs = conflicting(write, conflict)
    digest = write.whole(conflict.digest_id).digest
    write.put(replace(digest, declined=theirs.sha256))
    write.remove(conflict)
    return f"Keep mine of {quoted(digest.name)}"


def take_theirs(write: Write, conflict_id: int) -> str:
    """Take the file as it changed outside; the edits made here stay in the history."""
    conflict = write.get(Conflict, conflict_id)
    mine = write.whole(conflict.digest_id)
    update(write, mine, conflicting(write, conflict))
    write.remove(conflict)
    return f"Take theirs of {quoted(mine.digest.name)}"


def keep_both(write: Write, conflict_id: int) -> str:
    """Keep the digest as it stands here and add the file as a digest with a key of its own."""
    conflict = write.get(Conflict, conflict_id)
    theirs = conflicting(write, conflict)
    digest = write.whole(conflict.digest_id).digest
    key = _free_key(write, digest.key)
    second = replace(theirs.whole.digest, key=key, file_name=f"{key}.md")
    _add(write, replace(theirs.whole, digest=second), theirs.plain)
    write.put(replace(digest, declined=theirs.sha256))
    write.remove(conflict)
    return f"Keep both of {quoted(digest.name)}"


def _add(write: Write, whole: WholeDigest, text: str) -> None:
    """A digest that came by a decision and not by an import: undo takes it away altogether."""
    digest = write.put(whole.digest)
    write.put(replace(digest, original_id=write.add_original(digest.id, text)))
    groups: tuple[Sequence[Term | Signal | Link], ...] = (
        whole.themes,
        whole.keywords,
        whole.signals,
        whole.closest,
    )
    for rows in groups:
        for row, place in zip(rows, spread(len(rows)), strict=True):
            write.put(replace(row, digest_id=digest.id, position=place))


def _free_key(write: Write, key: str) -> str:
    number = 2
    while queries.digest_by_key(write.connection, f"{key}-{number}"):
        number += 1
    return f"{key}-{number}"
