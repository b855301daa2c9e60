"""How many findings each digest has, kept beside it so that a list can ask for them.

The number is derived: it is what a reader notices in the text that the digest would be written as.
Links that lead nowhere are left out, because they come and go with other digests. Counting takes
a millisecond or two for each digest, so a deed that changes many only notes that they have to be
counted; `curator.workspace.findings` does that afterwards.
"""

import zlib
from collections.abc import Collection, Mapping
from operator import attrgetter

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import DatabaseError

from curator.codec.content import link_content
from curator.codec.reader import read
from curator.codec.writer import write
from curator.domain.changes import Change
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.errors import UnknownRecord
from curator.domain.link import Link
from curator.domain.saved_search import SavedSearch
from curator.library import queries, tables
from curator.library.rows import batches

UNCOUNTED = -1
FEW = 20
"""Digests of one deed whose findings are counted within it."""
LONGEST = 200_000
"""Characters of a text that is read within an edit; a longer one is counted afterwards."""

_digest = tables.digest.c
_keep = (
    tables.digest.update()
    .where(_digest.id == bindparam("digest_id"), _digest.findings != bindparam("number"))
    .values(findings=bindparam("number"))
)
_waiting = (
    select(_digest.id)
    .where(_digest.findings == UNCOUNTED, _digest.id > bindparam("after_id"))
    .order_by(_digest.id)
    .limit(bindparam("limit"))
)
_told = attrgetter(*Digest.TEXT_FIELDS, "key", "layout", "original_id")


def touches(change: Change) -> bool:
    """Whether a change can make the text of its digest another one."""
    before, after = change.before, change.after
    if isinstance(before, Digest) and isinstance(after, Digest):
        return bool(_told(before) != _told(after))
    if isinstance(before, Link) and isinstance(after, Link):
        return link_content(before) != link_content(after)
    return not isinstance(before or after, Conflict | SavedSearch)


def renew(connection: Connection, touched: Collection[int], arrived: Collection[int] = ()) -> None:
    """Follow a deed: count where few digests were touched, else note that it is to be done.

    Of few that arrived, those are counted that came without a number.
    """
    few = set(touched) if len(touched) <= FEW else set()
    if len(arrived) <= FEW:
        few.update(_uncounted_of(connection, arrived))
    if few:
        keep(connection, counted(connection, few, longest=LONGEST))
    if len(touched) > FEW:
        forget(connection, touched)


def counted(
    connection: Connection, digest_ids: Collection[int], *, longest: int = 0
) -> dict[int, int]:
    """The number of findings of digests; `UNCOUNTED` where a text can't be read, or has more than
    `longest` characters."""
    return {id_: _count(connection, id_, longest) for id_ in digest_ids}


def keep(connection: Connection, numbers: Mapping[int, int]) -> None:
    """Note how many findings digests have; there has to be at least one."""
    rows = [{"digest_id": id_, "number": number} for id_, number in numbers.items()]
    connection.execute(_keep, rows)


def forget(connection: Connection, digest_ids: Collection[int]) -> None:
    """Note that the findings of digests are to be counted."""
    for batch in batches(list(digest_ids)):
        statement = tables.digest.update().where(_digest.id.in_(batch))
        connection.execute(statement.values(findings=UNCOUNTED))


def forget_all(connection: Connection) -> None:
    """Note that the findings of every digest are to be counted."""
    connection.execute(tables.digest.update().values(findings=UNCOUNTED))


def waiting(connection: Connection, after_id: int = 0, limit: int = 1) -> list[int]:
    """The next digests, by their ids, whose findings are to be counted."""
    return list(connection.scalars(_waiting, {"after_id": after_id, "limit": limit}))


def _uncounted_of(connection: Connection, digest_ids: Collection[int]) -> set[int]:
    if not digest_ids:
        return set()
    where = _digest.id.in_(digest_ids), _digest.findings == UNCOUNTED
    return set(connection.scalars(select(_digest.id).where(*where)))


def _count(connection: Connection, digest_id: int, longest: int) -> int:
    # What can't be read is a matter for the check, and no reason to refuse an edit.
    try:
        whole = queries.whole(connection, digest_id)
        original_id = whole.digest.original_id
        original = queries.original(connection, original_id) if original_id else ""
    except (UnknownRecord, DatabaseError, zlib.error, ValueError):
        return UNCOUNTED
    if longest and len(original) > longest:
        return UNCOUNTED
    return read(write(original, whole), key=whole.digest.key).noticed
