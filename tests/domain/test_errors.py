"""Known errors say what happened and what to do next."""

import pytest

from curator.domain import errors
from curator.domain.errors import CodecError, CuratorError, EditConflict, LibraryError


def test_an_error_is_a_sentence_and_a_hint() -> None:
    error = CuratorError("The disk is full.", "Make room and try again.")
    assert str(error) == "The disk is full. Make room and try again."
    assert (error.message, error.hint) == ("The disk is full.", "Make room and try again.")


def test_an_error_without_a_hint_is_the_sentence() -> None:
    assert str(CuratorError("The disk is full.")) == "The disk is full."


def test_an_unreadable_text_names_the_line() -> None:
    error = CodecError("This is no UTF-8.", 7, "Save it as UTF-8.")
    assert error.line == 7
    assert str(error) == "This is no UTF-8. Save it as UTF-8."
    assert CodecError("This is no digest.").line == 1


def test_a_conflict_names_the_rows_in_words() -> None:
    error = EditConflict("Later edits stand in the way.", ("signal “Ferries”",), "Undo them first.")
    assert error.rows == ("signal “Ferries”",)
    assert error.hint == "Undo them first."
    assert EditConflict("Later edits stand in the way.").rows == ()


@pytest.mark.parametrize("name", ["NotALibrary", "TooNew", "Busy", "Damaged", "ReadOnly"])
def test_all_that_goes_wrong_with_the_file_can_be_caught_together(name: str) -> None:
    assert issubclass(getattr(errors, name), LibraryError)


@pytest.mark.parametrize(
    "kind", [value for value in vars(errors).values() if isinstance(value, type)]
)
def test_every_known_error_is_in_the_tree_that_is_drawn(kind: type) -> None:
    assert issubclass(kind, CuratorError)
    assert kind.__name__ in (errors.__doc__ or "")
