"""A file that changed outside while the digest was edited here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """An open question: `original_id` is the text of the file that was not taken.

    `path` is where that file was found, for the person to recognise it.
    """

    id: int = 0
    digest_id: int = 0
    original_id: int = 0
    path: str = ""
