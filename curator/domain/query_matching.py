"""A question held against records in memory; it means the same as in SQL, which a test proves."""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from curator.domain.query import Choice, Dates, Every, Exactly, Not, OneOf, Query, Words
from curator.domain.query_fields import EXACTS, NONE, ROW, TEXTS
from curator.domain.query_words import stand_in, words_of
from curator.domain.signal import Signal
from curator.domain.whole import WholeDigest

Leaf = Words | Exactly | Choice | Dates


@dataclass(frozen=True, slots=True)
class Context:
    """What a digest does not say of itself: which keys its links can lead to (those outside the
    trash), whether an import left an open question about it, and whether there is anything to
    notice in its text."""

    known_keys: Container[str] = ()
    has_conflict: bool = False
    has_findings: bool = False


NOTHING_KNOWN = Context()


def matches(query: Query, whole: WholeDigest, *, context: Context = NOTHING_KNOWN) -> bool:
    """Whether a digest, with all its rows, is one that the question asks for."""

    def holds(leaf: Leaf) -> bool:
        return _holds(leaf, whole, context)

    return _answered(query, holds)


def row_matches(
    query: Query, row: Signal, whole: WholeDigest, *, context: Context = NOTHING_KNOWN
) -> bool:
    """Whether one row of a digest is asked for: bare words and the fields of a row look at that
    row only, all other fields at its digest."""

    values = _row_values(row)

    def holds(leaf: Leaf) -> bool:
        match leaf:
            case Words(field=""):
                return _text_holds(leaf, _joined(values))
            case Words(field=field) | Exactly(field=field) if field in values:
                return _text_holds(leaf, values[field])
            case Choice("kind", kind):
                return row.kind == kind
            case _:
                return _holds(leaf, whole, context)

    return _answered(query, holds)


def _answered(query: Query, holds: Callable[[Leaf], bool]) -> bool:
    match query:
        case Not(part):
            return not _answered(part, holds)
        case Every(parts):
            return all(_answered(part, holds) for part in parts)
        case OneOf(parts):
            return any(_answered(part, holds) for part in parts)
        case _:
            return holds(query)


def _holds(leaf: Leaf, whole: WholeDigest, context: Context) -> bool:
    match leaf:
        case Words(field=""):
            return _text_holds(leaf, _joined(_digest_values(whole)))
        case Exactly(text, field) if field in EXACTS:
            return bool(getattr(whole.digest, field) == text)
        case Words(field=field) | Exactly(field=field):
            return _text_holds(leaf, _digest_values(whole)[field])
        case Dates(first, last):
            day = whole.digest.date
            return bool(day) and first <= day and (not last or day <= last)
        case _:
            return _CHOICES[leaf.field](leaf.value, whole, context)


def _text_holds(leaf: Words | Exactly, values: Iterable[str]) -> bool:
    if isinstance(leaf, Exactly):
        return leaf.text in values
    wanted = words_of(leaf.text)
    return not wanted or any(
        stand_in(wanted, words_of(value), goes_on=leaf.goes_on) for value in values
    )


def _joined(values: dict[str, tuple[str, ...]]) -> Iterable[str]:
    return (text for texts in values.values() for text in texts)


def _digest_values(whole: WholeDigest) -> dict[str, tuple[str, ...]]:
    """Every text of a digest, by its field."""
    rows = [_row_values(row) for row in whole.signals]
    of_rows = {
        field.name: tuple(text for row in rows for text in row[field.name])
        for field in TEXTS
        if field.scope == ROW
    }
    return of_rows | {
        "title": (whole.digest.title,),
        "summary": (whole.digest.summary,),
        "keyword": tuple(term.name for term in whole.keywords),
        "theme": tuple(term.name for term in whole.themes),
        "closest": tuple(link.title for link in whole.closest),
        "tag": tuple(tag for link in whole.closest for tag in link.tags),
    }


def _row_values(row: Signal) -> dict[str, tuple[str, ...]]:
    """Every text of a row, by its field."""
    return {
        "signal": (row.name,),
        "description": (row.description,),
        "change": (row.change,),
        "horizon": (row.horizon,),
        "force": (row.driving_force,),
        "relevancy": (row.relevancy,),
        "extra": tuple(cell for _heading, cell in row.extra),
    }


def _review(value: str, whole: WholeDigest, context: Context) -> bool:
    del context
    return whole.digest.review == value


def _kind(value: str, whole: WholeDigest, context: Context) -> bool:
    del context
    return any(row.kind == value for row in whole.signals)


def _relation(value: str, whole: WholeDigest, context: Context) -> bool:
    del context
    return any((link.relation or NONE) == value for link in whole.closest)


def _has(value: str, whole: WholeDigest, context: Context) -> bool:
    there = {
        "conflict": context.has_conflict,
        "date": whole.digest.date,
        "findings": context.has_findings,
        "keywords": whole.keywords,
        "links": whole.closest,
        "signals": whole.signals,
        "source": whole.digest.source_url,
        "summary": whole.digest.summary,
        "tags": any(link.tags for link in whole.closest),
        "themes": whole.themes,
    }
    return bool(there[value])


def _links(value: str, whole: WholeDigest, context: Context) -> bool:
    if value == "dangling":
        keys = (link.target_key for link in whole.closest)
        return any(key and key not in context.known_keys for key in keys)
    return any(link.judged == (value == "judged") for link in whole.closest)


def _is(value: str, whole: WholeDigest, context: Context) -> bool:
    del value, context  # a digest can be nothing but trashed
    return bool(whole.digest.trashed)


_CHOICES: dict[str, Callable[[str, WholeDigest, Context], bool]] = {
    "review": _review,
    "kind": _kind,
    "relation": _relation,
    "has": _has,
    "links": _links,
    "is": _is,
}
