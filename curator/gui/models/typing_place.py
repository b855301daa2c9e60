"""What is being typed on a page right now, and where."""

from dataclasses import dataclass

from curator.workspace.typed_fields import TypedField


@dataclass(frozen=True, slots=True)
class Typing:
    """A text that the library does not have yet, and what it says there (`stored`).

    `words` name the field: "Title", "Change of signal “Drones”".
    """

    place: TypedField
    stored: str
    text: str
    words: str
