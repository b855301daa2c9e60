"""A question to the library as a tree: what search box, facets and saved searches all come to.

A tree says nothing of how it is answered: `library.query_sql` makes SQL of it, `query_matching`
holds it against records in memory, and a test proves on random trees that both mean the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand next to each other, in one field or in any (empty); letters are folded.

    `goes_on`: the last word may go on, as while it is being typed.
    """

    text: str
    field: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Exactly:
    """A field that says just this, letter for letter; of several values, one that does."""

    text: str
    field: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A field that has one of a few values: `review` is `done`, `has` is `conflict`."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Digests of a span of days, both ends included, as YYYY-MM-DD; empty ends are open."""

    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """What does not match the part."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Every:
    """What matches each part; without parts that is everything."""

    parts: tuple["Query", ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """What matches at least one of the parts."""

    parts: tuple["Query", ...]


Query = Words | Exactly | Choice | Dates | Not | Every | OneOf
EVERYTHING = Every()


@dataclass(frozen=True, slots=True)
class Mistake:
    """What can't be meant: a sentence, and where it stands in the text (first, behind the last).

    `guessed`: what is read instead is hardly what the person is after, so that a list had better
    stay as it is; a bracket that is not closed yet, say, leaves no doubt.
    """

    words: str
    start: int
    end: int
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A text that was read: its tree, and the mistakes in it, for which the tree has a guess."""

    query: Query = EVERYTHING
    mistakes: tuple[Mistake, ...] = ()

    @property
    def is_guessed(self) -> bool:
        """Whether it may well mean something else than what was read."""
        return any(mistake.guessed for mistake in self.mistakes)


def parts_of(query: Query) -> tuple[Query, ...]:
    """The questions that a question is made of; none for one that stands alone."""
    if isinstance(query, Not):
        return (query.part,)
    return query.parts if isinstance(query, Every | OneOf) else ()


def mentions(query: Query, part: Query) -> bool:
    """Whether a question is asked anywhere in another."""
    return query == part or any(mentions(inner, part) for inner in parts_of(query))
