"""Bulk edits and their numbers in words."""

import pytest

from curator.workspace.bulk_edits import (
    APPEND,
    CLEAR,
    AddTerm,
    Edit,
    Fill,
    Numbers,
    RemoveTerm,
    Replace,
    Review,
    step_name,
)
from curator.workspace.replacing import Replacement

ROWS = Numbers(changes=15, rows=14, digests=9, only_rows=True)
DIGESTS = Numbers(changes=1, rows=0, digests=1)


@pytest.mark.parametrize(
    ("edit", "numbers", "name"),
    [
        (Replace(("name",), Replacement("teh", "the")), ROWS, "Replace “teh” by “the” in 14 rows"),
        (Replace(("name",), Replacement("teh")), DIGESTS, "Cut “teh” in 1 digest"),
        (Fill("driving_force", text="War"), ROWS, "Set driving force to “War” in 14 rows"),
        (Fill("horizon", APPEND, "?"), ROWS, "Append “?” to 10y horizon in 14 rows"),
        (Fill("horizon", APPEND), ROWS, "Clear 10y horizon in 14 rows"),
        (Fill("title", CLEAR), DIGESTS, "Clear title in 1 digest"),
        (AddTerm("theme", "AI"), DIGESTS, "Add theme “AI” to 1 digest"),
        (RemoveTerm("keyword", "AI"), DIGESTS, "Remove keyword “AI” from 1 digest"),
        (Review("done"), Numbers(1200, 0, 1200), "Mark 1,200 digests as done"),
    ],
)
def test_a_step_is_named_in_words(edit: Edit, numbers: Numbers, name: str) -> None:
    assert step_name(edit, numbers) == name


def test_numbers_are_told_in_one_sentence() -> None:
    assert ROWS.words() == "15 changes in 14 rows of 9 digests"
    assert DIGESTS.words() == "1 change in 1 digest"
