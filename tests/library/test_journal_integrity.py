"""The history is held against the rows, and each of its parts against what can be played."""

from pathlib import Path

import pytest

from curator.library import journal_integrity
from tests.library.damage import delete_rows, forget_sequence, rewritten
from tests.library.stock import problems, stocked, stocked_once

__all__ = ["stocked", "stocked_once"]

SIGNAL = '{"id":1,"digest_id":1,"position":0,"kind":"signal","name":"x","extra":[]}'


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE digest SET title = 'x' WHERE id = 2", "The digest number 2 does not stand"),
        ("DELETE FROM term WHERE name = 'tides'", "The term number 301 does not stand"),
        ("UPDATE change SET kind = 'omen' WHERE id = 61", "is of the kind “omen”, which nobody"),
        ("UPDATE change SET after = '[1]' WHERE id = 61", "Change 61 of step 2 can’t be read."),
        ("UPDATE change SET after = '{}' WHERE id = 61", "Change 61 of step 2 can’t be read."),
        ("UPDATE change SET after = 'null' WHERE id = 61", "Change 61 of step 2 can’t be read."),
        ("UPDATE step SET state = 'undone' WHERE id = 2", "Step 2 of the history is neither"),
        ("UPDATE step SET state = 'perhaps' WHERE id = 2", "Step 2 of the history is neither"),
    ],
)
def test_what_the_history_can_t_mean_is_found(stocked: Path, statement: str, sentence: str) -> None:
    rewritten(stocked, statement)
    assert any(sentence in found for found in problems(stocked))


def test_a_step_without_changes_is_found(stocked: Path) -> None:
    delete_rows(stocked, "change", "step_id = 3")
    assert "Step 3 of the history says nothing that it changed." in problems(stocked)


def test_a_number_that_would_be_given_again_is_found(stocked: Path) -> None:
    forget_sequence(stocked, "signal")
    expected = "New rows of “signal” would get numbers that others had before them."
    assert problems(stocked) == [expected]


def test_the_number_of_a_row_that_only_the_history_knows_counts(stocked: Path) -> None:
    rewritten(
        stocked,
        "UPDATE sqlite_sequence SET seq = 300 WHERE name = 'term'",
        "DELETE FROM change WHERE kind <> 'term' AND kind <> 'digest'",
    )
    assert any("New rows of “term”" in found for found in problems(stocked))


def test_a_record_is_one_of_its_kind_with_its_number_and_values_of_its_types() -> None:
    assert journal_integrity.is_readable("signal", 1, SIGNAL)
    assert journal_integrity.is_readable("signal", 1, None)
    for text in (SIGNAL.replace('"x"', "5"), SIGNAL.replace('"id":1', '"id":2'), "no JSON", "7"):
        assert not journal_integrity.is_readable("signal", 1, text)
    assert not journal_integrity.is_readable("omen", 1, SIGNAL)
