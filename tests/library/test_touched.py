"""What each write touched is known, or known not to be known."""

from curator.library.touched import MOST, Touched


def noted(*notes: set[int]) -> Touched:
    touched = Touched()
    for number, digest_ids in enumerate(notes, start=1):
        touched.note(number, frozenset(digest_ids))
    return touched


def test_what_several_writes_touched_is_known_together() -> None:
    touched = noted({1}, {2, 3}, set(), {3})
    assert touched.between(1, 4) == frozenset({2, 3})
    assert touched.between(2, 3) == frozenset()
    assert touched.between(4, 4) == frozenset()


def test_nothing_is_known_of_writes_without_a_note() -> None:
    touched = noted({1}, {2})
    assert touched.between(1, 3) is None  # another process wrote
    assert touched.between(2, 1) is None
    assert touched.between(0, 1_000_000) is None


def test_a_write_that_failed_leaves_its_number_to_the_next() -> None:
    touched = noted({1})
    touched.note(2, frozenset({7}))
    touched.note(2, frozenset({8}))
    assert touched.between(1, 2) == frozenset({8})


def test_what_touched_very_many_is_not_worth_a_note() -> None:
    many, others = frozenset(range(MOST)), frozenset(range(MOST, MOST + 1))
    touched = noted(set(range(MOST + 1)))
    assert touched.between(0, 1) is None
    touched.note(2, many)
    touched.note(3, others)
    assert touched.between(1, 2) == many
    assert touched.between(1, 3) is None


def test_old_notes_are_forgotten() -> None:
    touched = noted(*({number} for number in range(600)))
    assert touched.between(599, 600) == frozenset({599})
    assert touched.between(200, 600) == frozenset(range(200, 600))
    assert touched.between(50, 400) is None
