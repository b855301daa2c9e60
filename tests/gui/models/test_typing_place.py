"""What is being typed is told apart by its place and by its text."""

from curator.gui.models.typing_place import Typing
from curator.workspace.typed_fields import TypedField

PLACE = TypedField(1, "digest", 1, "title")


def test_the_same_place_with_another_text_is_another_moment_of_one_typing() -> None:
    first = Typing(PLACE, "Harbours", "Harb", "Title")
    later = Typing(PLACE, "Harbours", "Harbo", "Title")
    assert first != later
    assert first.place == later.place
