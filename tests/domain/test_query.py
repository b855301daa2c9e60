"""A question is a tree that can be looked through."""

from curator.domain.query import EVERYTHING, Choice, Every, Not, OneOf, Words, mentions, parts_of

TRASHED = Choice("is", "trashed")


def test_a_question_is_found_anywhere_in_another() -> None:
    query = Every((Words("robots"), OneOf((Words("land"), Not(TRASHED)))))
    assert mentions(query, TRASHED)
    assert mentions(TRASHED, TRASHED)
    assert not mentions(query, Choice("review", "done"))


def test_only_what_joins_others_has_parts() -> None:
    assert parts_of(Not(TRASHED)) == (TRASHED,)
    assert parts_of(OneOf((TRASHED, EVERYTHING))) == (TRASHED, EVERYTHING)
    assert parts_of(TRASHED) == parts_of(EVERYTHING) == ()
