"""Deeds that settle a conflict: keep mine, take theirs, or keep both."""

from dataclasses import replace

from curator.domain.conflict import Conflict
from curator.domain.text import quoted
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
    write.arrive_many([(replace(theirs.whole, digest=second), theirs.plain)])
    write.put(replace(digest, declined=theirs.sha256))
    write.remove(conflict)
    return f"Keep both of {quoted(digest.name)}"


def _free_key(write: Write, key: str) -> str:
    number = 2
    while queries.digest_by_key(write.connection, f"{key}-{number}"):
        number += 1
    return f"{key}-{number}"
