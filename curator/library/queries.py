"""Questions to the library, each answered by few statements that an index serves."""

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select

from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.errors import UnknownRecord
from curator.domain.listing import ALL, TRASH, VIEWS, DigestCard
from curator.domain.signal import KINDS, SIGNAL, Signal
from curator.domain.term import KEYWORD, THEME
from curator.domain.whole import WholeDigest
from curator.library import tables
from curator.library.rows import batches, find, read, records

LIBRARY_ID, WRITES = "library_id", "writes"
"""Names of settings: the random identity of a library, and the number of its writes."""

_digest = tables.digest.c
_signal = tables.signal.c
_term = tables.term.c
_link = tables.link.c
_conflict = tables.conflict.c
_original = tables.original.c

NEWEST_FIRST = (_digest.date.desc(), _digest.sort_name, _digest.id)
"""How lists of digests are sorted."""

_setting = select(tables.setting.c.value).where(tables.setting.c.name == bindparam("name"))


def setting(connection: Connection, name: str) -> str:
    """A note that the library keeps about itself, such as its id; empty where it has none."""
    return connection.scalar(_setting, {"name": name}) or ""


def writes(connection: Connection) -> int:
    """How often the library was ever written to: of two copies, how far one is behind."""
    return whole_number(setting(connection, WRITES))


def whole_number(text: str) -> int:
    """What a setting counts; 0 where nothing that counts stands there."""
    return int(text) if text.isdecimal() else 0


def highest_id(connection: Connection) -> int:
    """The highest number that a digest has; 0 where there is none."""
    return connection.scalar(select(func.max(_digest.id))) or 0


def counts(connection: Connection) -> dict[str, int]:
    """How many digests each view of the sidebar has."""
    present = (
        select(_digest.review, func.count()).where(_digest.trashed == "").group_by(_digest.review)
    )
    by_review: dict[str, int] = dict(connection.execute(present).all())
    trashed = select(func.count()).select_from(tables.digest).where(_digest.trashed > "")
    totals = {ALL: sum(by_review.values()), TRASH: connection.scalar(trashed) or 0}
    return {view: totals.get(view, by_review.get(view, 0)) for view in VIEWS}


def cards(connection: Connection, ids: Sequence[int]) -> list[DigestCard]:
    """One card per digest, in the order of `ids`; ids that are gone are passed over."""
    found: dict[int, DigestCard] = {}
    for batch in batches(ids):
        found.update(_cards(connection, batch))
    return [found[digest_id] for digest_id in ids if digest_id in found]


_wanted: BindParameter[Any] = bindparam("ids", expanding=True)
_card = select(
    *(_digest[name] for name in ("id", "key", "title", "date", "origin", "review", "trashed"))
).where(_digest.id.in_(_wanted))
_signal_numbers = (
    select(_signal.digest_id, func.count())
    .where(_signal.digest_id.in_(_wanted), _signal.kind == SIGNAL)
    .group_by(_signal.digest_id)
)
_theme_names = (
    select(_term.digest_id, _term.name)
    .where(_term.digest_id.in_(_wanted), _term.kind == THEME)
    .order_by(_term.digest_id, _term.position, _term.id)
)
_questions = select(_conflict.digest_id, _conflict.id).where(_conflict.digest_id.in_(_wanted))


def _cards(connection: Connection, ids: Sequence[int]) -> dict[int, DigestCard]:
    signals = _grouped(connection, _signal_numbers, ids)
    themes = _grouped(connection, _theme_names, ids)
    open_questions = _grouped(connection, _questions, ids)
    return {
        row.id: DigestCard(
            id=row.id,
            key=row.key,
            title=row.title or row.key,
            date=row.date or row.origin,
            review=row.review,
            signals=sum(signals[row.id]),
            themes=tuple(themes[row.id]),
            trashed=bool(row.trashed),
            conflict=bool(open_questions[row.id]),
        )
        for row in connection.execute(_card, {"ids": ids})
    }


def _grouped(
    connection: Connection, statement: Select[Any], ids: Sequence[int]
) -> defaultdict[int, list[Any]]:
    groups: defaultdict[int, list[Any]] = defaultdict(list)
    for digest_id, value in connection.execute(statement, {"ids": ids}):
        groups[digest_id].append(value)
    return groups


def whole(connection: Connection, digest_id: int) -> WholeDigest:
    """A digest with all its rows in their order.

    Raises:
        UnknownRecord: the library has no such digest.
    """
    digest = find(connection, "digest", digest_id)
    if not isinstance(digest, Digest):
        raise UnknownRecord(f"There is no digest number {digest_id}.", "It may have been undone.")
    terms = _rows_of(connection, "term", digest_id)
    return WholeDigest(
        digest,
        themes=tuple(row for row in terms if row.kind == THEME),
        keywords=tuple(row for row in terms if row.kind == KEYWORD),
        signals=_kind_by_kind(_rows_of(connection, "signal", digest_id)),
        closest=tuple(_rows_of(connection, "link", digest_id)),
    )


def _rows_of(connection: Connection, kind: str, digest_id: int) -> list[Any]:
    columns = tables.metadata.tables[kind].c
    statement = records(kind).where(columns.digest_id == digest_id)
    return read(connection, statement.order_by(columns.position, columns.id), kind)


def _kind_by_kind(signals: list[Signal]) -> tuple[Signal, ...]:
    """Tables stay together, in the order of the kinds."""
    return tuple(sorted(signals, key=lambda row: KINDS.index(row.kind)))


def digest_by_key(connection: Connection, key: str) -> Digest | None:
    """The digest with that key, also one in the trash."""
    return digests_by_key(connection, [key]).get(key)


def digests_by_key(connection: Connection, keys: Iterable[str]) -> dict[str, Digest]:
    """Those of the keys that the library has, with their digests, trash included."""
    found: dict[str, Digest] = {}
    for batch in batches(list(dict.fromkeys(keys))):
        statement = records("digest").where(_digest.key.in_(batch))
        found.update((row.key, row) for row in read(connection, statement, "digest"))
    return found


def term_names(
    connection: Connection, kind: str, text: str = "", limit: int = 20
) -> list[tuple[str, int]]:
    """Spellings that hold `text`, and how often each is used, the most used first."""
    uses = func.count()
    statement = (
        select(_term.name, uses)
        .where(_term.kind == kind, _term.name.icontains(text, autoescape=True))
        .group_by(_term.name)
        .order_by(uses.desc(), _term.name)
        .limit(limit)
    )
    return [(name, count) for name, count in connection.execute(statement)]


def all_terms(connection: Connection, kind: str) -> list[str]:
    """Every theme, or every keyword, once, in the order of their letters.

    Each name is found from the one before, so that it takes as many steps as there are names.
    """
    first = select(func.min(_term.name).label("name")).where(_term.kind == kind)
    names = first.cte("names", recursive=True)
    following = select(func.min(_term.name)).where(_term.kind == kind, _term.name > names.c.name)
    names = names.union_all(select(following.scalar_subquery()).where(names.c.name.is_not(None)))
    return list(connection.scalars(select(names.c.name).where(names.c.name.is_not(None))))


def term_counts(connection: Connection, kind: str, names: Collection[str]) -> dict[str, int]:
    """How often each of the spellings is used; 0 where it is not."""
    found = dict.fromkeys(names, 0)
    for batch in batches(list(found)):
        statement = (
            select(_term.name, func.count())
            .where(_term.kind == kind, _term.name.in_(batch))
            .group_by(_term.name)
        )
        found.update(connection.execute(statement).all())
    return found


def backlinks(connection: Connection, key: str) -> list[DigestCard]:
    """Digests outside the trash that list `key` among their closest."""
    pointing = select(_link.digest_id).where(_link.target_key == key)
    statement = (
        select(_digest.id)
        .where(_digest.id.in_(pointing), _digest.trashed == "")
        .order_by(*NEWEST_FIRST)
    )
    return cards(connection, list(connection.scalars(statement)))


def conflicts(connection: Connection) -> list[Conflict]:
    """The open questions of imports, oldest first."""
    return read(connection, records("conflict").order_by(_conflict.id), "conflict")


def conflicts_of(connection: Connection, digest_id: int) -> list[Conflict]:
    """The open questions about one digest, oldest first."""
    statement = records("conflict").where(_conflict.digest_id == digest_id)
    return read(connection, statement.order_by(_conflict.id), "conflict")


def file_names(connection: Connection) -> list[tuple[int, str, str]]:
    """Id, key and file name of each digest outside the trash, in the order of their coming."""
    statement = select(_digest.id, _digest.key, _digest.file_name).where(_digest.trashed == "")
    return [tuple(row) for row in connection.execute(statement.order_by(_digest.id))]


def original(connection: Connection, original_id: int) -> str:
    """An imported text, as it came.

    Raises:
        UnknownRecord: the library has no such text.
    """
    content = connection.scalar(select(_original.content).where(_original.id == original_id))
    if content is None:
        raise UnknownRecord(f"There is no original number {original_id}.")
    return zlib.decompress(content).decode("utf-8")


def original_hash(connection: Connection, original_id: int) -> str:
    """The SHA-256 (hex) of an imported text; empty where there is none."""
    found = connection.scalar(select(_original.sha256).where(_original.id == original_id))
    return found or ""
