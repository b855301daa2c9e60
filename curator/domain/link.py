"""Links to the closest other digests, and what the analyst makes of them."""

from dataclasses import dataclass
from typing import ClassVar

from curator.domain.errors import InvalidRecord
from curator.domain.text import one_line

RELATIONS = ("same story", "supports", "contradicts", "extends", "unrelated", "unsure")
"""What a closest digest can be to the one that lists it; an empty relation is not judged yet."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the list of closest digests; `target_key` is the key of the other digest.

    `title` is what the list calls the target, which may differ from the target's own title.
    """

    TEXT_FIELDS: ClassVar[tuple[str, ...]] = ("title", "target_key")

    id: int = 0
    digest_id: int = 0
    position: int = 0
    title: str = ""
    target_key: str = ""
    relation: str = ""
    tags: tuple[str, ...] = ()

    @property
    def judged(self) -> bool:
        """Whether a person has said anything about it."""
        return bool(self.relation or self.tags)


def relation_named(text: str) -> str:
    """The relation that `text` means, however its words are joined; empty for none.

    Raises:
        InvalidRecord: no relation has that name.
    """
    wanted = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    if not wanted or wanted in RELATIONS:
        return wanted
    raise InvalidRecord(
        f"“{text}” is no relation.", f"Use one of: {', '.join(RELATIONS)}, or nothing."
    )


def tags_named(text: str) -> tuple[str, ...]:
    """Free tags from a comma-separated list: cleaned, each once, in their order."""
    tags = (one_line(part) for part in text.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))
