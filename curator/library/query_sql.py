"""A question as SQL: a condition on the digests it asks for, or on their signal rows.

Words go to the full-text indexes, as few expressions as possible; everything else is a comparison
that an index serves. In memory `domain.query_matching` says the same, which a test proves.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, false, func, literal, not_, or_, select, true

from curator.domain.query import Choice, Dates, Every, Exactly, Not, OneOf, Query, Words, parts_of
from curator.domain.query_fields import DIGEST, EXACTS, TEXT_FIELDS
from curator.domain.term import KEYWORD, THEME
from curator.library import tables
from curator.library.match_expression import DIGEST_WORDS, ROW_WORDS, TextScope, joined
from curator.library.query_choices import CHOICES

Condition = ColumnElement[bool]

_digest = tables.digest.c
_signal = tables.signal.c
_term = tables.term.c
_link = tables.link.c
_ROW_COLUMNS = {
    "signal": _signal.name,
    "description": _signal.description,
    "change": _signal.change,
    "horizon": _signal.horizon,
    "force": _signal.driving_force,
    "relevancy": _signal.relevancy,
}


@dataclass(frozen=True, slots=True)
class _Target:
    """What is looked for: where its words are, its id, and what a leaf that is no word means."""

    words: TextScope
    id: ColumnElement[int]
    leaf: Callable[[Query], Condition]


def digest_condition(query: Query) -> Condition:
    """Which digests a question asks for: a condition on the columns of `tables.digest`.

    It says nothing of the trash unless the question does.
    """
    return _condition(query, _DIGESTS)


def row_condition(query: Query) -> Condition:
    """Which signal rows a question asks for: a condition on the columns of `tables.signal`.

    Bare words and the fields of a row look at that row only, all others at its digest.
    """
    return _condition(query, _ROWS)


def _condition(query: Query, target: _Target) -> Condition:
    expression = target.words.expression(query)
    if expression:
        return target.id.in_(target.words.matching(expression))
    if target is _ROWS and asks_of_digests(query):
        return _signal.digest_id.in_(select(_digest.id).where(digest_condition(query)))
    match query:
        case Not(part):
            return not_(_condition(part, target))
        case Every():
            return and_(true(), *_conditions(query, target))
        case OneOf():
            return or_(false(), *_conditions(query, target))
        case _:
            return target.leaf(query)


def _conditions(query: Every | OneOf, target: _Target) -> list[Condition]:
    """The parts as few conditions: words in one expression, what asks of digests in one list."""
    conditions: list[Condition] = []
    expressions: list[str] = []
    of_digests: list[Query] = []
    for part in query.parts:
        expression = target.words.expression(part, depth=1)
        if expression:
            expressions.append(expression)
        elif target is _ROWS and asks_of_digests(part):
            of_digests.append(part)
        else:
            conditions.append(_condition(part, target))
    if expressions:
        conditions.append(target.id.in_(target.words.matching(joined(query, expressions))))
    if of_digests:
        conditions.append(_condition(type(query)(tuple(of_digests)), target))
    return conditions


def asks_of_digests(query: Query) -> bool:
    """Whether a question looks at no row for itself."""
    match query:
        case Words(field=field) | Exactly(field=field):
            return field in EXACTS or (field != "" and TEXT_FIELDS[field].scope == DIGEST)
        case Choice(field):
            return field != "kind"
        case Dates():
            return True
        case _:
            parts = parts_of(query)
            return bool(parts) and all(map(asks_of_digests, parts))


def _digest_leaf(query: Query) -> Condition:
    match query:
        case Exactly():
            return _digest_says(query)
        case Choice(field, value):
            return CHOICES[field](value)
        case Dates(first, last):
            later = and_(_digest.date > "", _digest.date >= first)
            return and_(later, _digest.date <= last) if last else later
        case _:
            return true()  # signs alone, which are in no index


def _row_leaf(query: Query) -> Condition:
    match query:
        case Exactly():
            return _row_says(query)
        case Choice(value=kind):
            return _signal.kind == kind
        case _:
            return true()


def _digest_says(asked: Exactly) -> Condition:
    field, text = asked.field, asked.text
    if field in EXACTS:
        return _digest[field] == text
    if field in (THEME, KEYWORD):
        named = select(_term.digest_id).where(_term.kind == field, _term.name == text)
        return _digest.id.in_(named)
    if TEXT_FIELDS[field].scope != DIGEST:
        return _digest.id.in_(select(_signal.digest_id).where(_row_says(asked)))
    if field in ("title", "summary"):
        return and_(_holds_words(asked, _DIGESTS), _digest[field] == text)
    says = exists().where(_link.digest_id == _digest.id, _link_says(asked))
    return and_(_holds_words(asked, _DIGESTS), says)


def _link_says(asked: Exactly) -> Condition:
    if asked.field == "closest":
        return _link.title == asked.text
    tag = func.json_each(_link.tags).table_valued("value")
    return literal(asked.text).in_(select(tag.c.value))


def _row_says(asked: Exactly) -> Condition:
    says: Condition
    if asked.field == "extra":
        cell = func.json_each(_signal.extra).table_valued("value")
        says = literal(asked.text).in_(select(func.json_extract(cell.c.value, "$[1]")))
    else:
        says = _ROW_COLUMNS[asked.field] == asked.text
    return and_(_holds_words(asked, _ROWS), says)


def _holds_words(asked: Exactly, target: _Target) -> Condition:
    """Narrows by the index what would be compared one by one."""
    expression = target.words.expression(Words(asked.text, asked.field))
    return target.id.in_(target.words.matching(expression)) if expression else true()


_DIGESTS = _Target(DIGEST_WORDS, _digest.id, _digest_leaf)
_ROWS = _Target(ROW_WORDS, _signal.id, _row_leaf)
