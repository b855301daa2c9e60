"""A small library of few words in many places, and questions that find some of it."""

import random
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from curator.domain.conflict import Conflict
from curator.domain.facets import FACETS, FINDINGS, KIND, MONTH, NO, RELATION, REVIEW, YES, Pick
from curator.domain.link import RELATIONS
from curator.domain.query import Choice, Dates, Every, Exactly, Not, OneOf, Query, Words
from curator.domain.query_fields import CHOICES, EXACTS, NONE, TEXTS
from curator.domain.review import REVIEWS
from curator.domain.signal import KINDS, Signal
from curator.domain.whole import WholeDigest
from curator.library.library import Library
from tests.builders import a_digest, a_keyword, a_link, a_theme
from tests.library.deeds import arriving, putting, removing, setting, whole_of

WORDS = ("land", "Robots", "robot", "GRÖSSE", "größe", "ei\u0301s", "ёлка", "中", "7", "r2d2")
SIGNS = (" ", ", ", "-", ' "', "\\", "\n", "’s ", '","', "\\n", "]")
DAYS = ("", "20240101", "20240815", "20250131", "20251231", "1535.0")


def said(chance: random.Random, longest: int = 3) -> str:
    """A text of a few words and signs, often an empty one."""
    count = chance.randint(0, longest)
    return "".join(chance.choice(WORDS) + chance.choice(SIGNS) for _ in range(count)).strip()


def _row(chance: random.Random) -> Signal:
    texts: dict[str, Any] = {name: said(chance) for name in Signal.TEXT_FIELDS}
    extra = tuple((f"Robots {n}", said(chance)) for n in range(chance.choice((0, 0, 1, 3))))
    return Signal(kind=chance.choice(KINDS), extra=extra, **texts)


def _whole(chance: random.Random, number: int) -> WholeDigest:
    digest = a_digest(
        f"key{number}",
        title=said(chance),
        summary=said(chance, 8),
        origin=chance.choice(DAYS),
        category=chance.choice(("", "energy")),
        type=chance.choice(("", "news")),
        source_url=chance.choice(("", "https://example.org")),
        review=chance.choice(REVIEWS),
    )
    links = (
        a_link(
            chance.choice(("", "gone", f"key{chance.randint(1, 30)}")),
            title=said(chance),
            relation=chance.choice(("", "", *RELATIONS)),
            tags=tuple(said(chance, 2) for _ in range(chance.choice((0, 0, 2)))),
        )
        for _ in range(chance.randint(0, 3))
    )
    return WholeDigest(
        digest,
        themes=tuple(a_theme(said(chance)) for _ in range(chance.randint(0, 2))),
        keywords=tuple(a_keyword(said(chance)) for _ in range(chance.randint(0, 2))),
        signals=tuple(_row(chance) for _ in range(chance.randint(0, 4))),
        closest=tuple(links),
    )


def fill(library: Library, seed: int, digests: int = 30) -> None:
    """Digests of one import, of which some were edited, trashed, or are in question since."""
    chance = random.Random(seed)
    library.write(arriving(*(_whole(chance, number) for number in range(1, digests + 1))))
    for digest_id in range(1, digests + 1, 3):
        whole = whole_of(library, digest_id)
        library.write(setting(whole.digest, trashed=chance.choice(("", "2026"))))
        for row in whole.signals[:1]:
            library.write(putting(replace(_row(chance), id=row.id, digest_id=digest_id)))
        for row in whole.signals[1:2]:
            library.write(removing(row))
        library.write(putting(replace(_row(chance), digest_id=digest_id)))
    library.write(putting(Conflict(digest_id=2, path="in/two.md"), label="Ask"))
    library.undo()
    library.redo()


def _phrases() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from((*WORDS, "ro", "lan", "gro", "—")), min_size=1, max_size=2).map(
        " ".join
    )


def _leaves() -> st.SearchStrategy[Query]:
    fields = [field.name for field in TEXTS]
    seeds = st.integers(0, 40).map(lambda seed: said(random.Random(seed)))
    exact = st.one_of(seeds, st.sampled_from(("energy", "news", "A", "key3", *WORDS)))
    choices = [Choice(field.name, value) for field in CHOICES for value in field.values]
    days = st.sampled_from(("", "2024-01-01", "2024-08-15", "2025-01-01", "2026-01-01"))
    return st.one_of(
        st.builds(Words, _phrases(), st.sampled_from(("", *fields)), st.booleans()),
        st.builds(Exactly, exact, st.sampled_from((*fields, *EXACTS))),
        st.sampled_from(choices),
        st.just(Choice("relation", NONE)),
        st.builds(Dates, days, days),
    )


def queries() -> st.SearchStrategy[Query]:
    """Questions of any shape."""
    return st.recursive(
        _leaves(),
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.lists(inner, max_size=4).map(tuple).map(Every),
            st.lists(inner, max_size=4).map(tuple).map(OneOf),
        ),
        max_leaves=10,
    )


def picks() -> st.SearchStrategy[tuple[Pick, ...]]:
    """Clicks on facets, of values that digests have, of none, and of such as nobody has."""
    names = (*WORDS, "", "energy", "news", "A", "nobody")
    months = ("2024-01", "2024-08", "2025-12", "1999-02", "")
    values = {
        MONTH: months,
        REVIEW: REVIEWS,
        KIND: KINDS,
        RELATION: (*RELATIONS, ""),
        FINDINGS: (YES, NO),
    }
    one = st.sampled_from(FACETS).flatmap(
        lambda facet: st.builds(
            Pick, st.just(facet), st.sampled_from(values.get(facet, names)), st.booleans()
        )
    )
    return st.lists(one, max_size=5).map(tuple)
