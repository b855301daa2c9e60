"""Fields with few values as conditions on digests, each by an index."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, exists, literal_column, select

from curator.domain.query_fields import NONE
from curator.domain.term import KEYWORD, THEME
from curator.library import tables
from curator.library.tables import JUDGED

Condition = ColumnElement[bool]

_digest = tables.digest.c
_signal = tables.signal.c
_term = tables.term.c
_link = tables.link.c
_conflict = tables.conflict.c
_target = tables.digest.alias("target")

# By these words SQLite knows that the index of judged links serves.
_HAS_RELATION: Condition = literal_column("relation <> ''")
_HAS_TAGS: Condition = literal_column("tags <> '[]'")


def _review(value: str) -> Condition:
    return _digest.review == value


def _kind(value: str) -> Condition:
    return _digest.id.in_(select(_signal.digest_id).where(_signal.kind == value))


def _relation(value: str) -> Condition:
    if value == NONE:
        return _has_link(_link.relation == "")
    return _digest.id.in_(select(_link.digest_id).where(_link.relation == value, _HAS_RELATION))


def _has(value: str) -> Condition:
    return _THERE[value]


def _links(value: str) -> Condition:
    return _LINKS[value]


def _is(value: str) -> Condition:
    del value  # a digest can be nothing but trashed
    return _digest.trashed > ""


def _has_link(*where: Condition) -> Condition:
    return exists().where(_link.digest_id == _digest.id, *where)


def _has_term(kind: str) -> Condition:
    return exists().where(_term.digest_id == _digest.id, _term.kind == kind)


_THERE: dict[str, Condition] = {
    "conflict": _digest.id.in_(select(_conflict.digest_id)),
    "date": _digest.date > "",
    "findings": _digest.findings > 0,
    "keywords": _has_term(KEYWORD),
    "links": _has_link(),
    "signals": exists().where(_signal.digest_id == _digest.id),
    "source": _digest.source_url > "",
    "summary": _digest.summary > "",
    "tags": _digest.id.in_(select(_link.digest_id).where(JUDGED, _HAS_TAGS)),
    "themes": _has_term(THEME),
}
_LINKS: dict[str, Condition] = {
    "dangling": _digest.id.in_(
        select(_link.digest_id).where(
            _link.target_key > "",
            ~exists().where(_target.c.key == _link.target_key, _target.c.trashed == ""),
        )
    ),
    "judged": _digest.id.in_(select(_link.digest_id).where(JUDGED)),
    "unjudged": _has_link(_link.relation == "", literal_column("tags = '[]'")),
}
CHOICES: dict[str, Callable[[str], Condition]] = {
    "review": _review,
    "kind": _kind,
    "relation": _relation,
    "has": _has,
    "links": _links,
    "is": _is,
}
"""What each field means for a digest, as a condition on the columns of `tables.digest`."""
