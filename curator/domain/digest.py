"""The digest: one article, summed up by a language model, judged by a person."""

from dataclasses import dataclass
from typing import ClassVar

from curator.domain.dates import day_of
from curator.domain.review import TO_DO


@dataclass(frozen=True, slots=True)
class Digest:
    """What belongs to a digest as a whole; its rows are records of their own.

    `key` is the stem of the file it came from (`file_name`) and its identity. `origin` names the
    newsletter page, `source_url` is the article. `original_id` points to the imported text,
    `declined` is the SHA-256 of a later file that the person chose not to take, and `trashed` the
    UTC time at which the digest was put into the trash (empty: it is not there).
    """

    TEXT_FIELDS: ClassVar[tuple[str, ...]] = (
        "title",
        "origin",
        "origin_url",
        "source_url",
        "category",
        "type",
        "summary",
    )

    id: int = 0
    key: str = ""
    file_name: str = ""
    title: str = ""
    origin: str = ""
    origin_url: str = ""
    source_url: str = ""
    category: str = ""
    type: str = ""
    summary: str = ""
    review: str = TO_DO
    layout: str = ""
    original_id: int = 0
    declined: str = ""
    trashed: str = ""

    @property
    def name(self) -> str:
        """What lists call it: the title, or the key where it has none."""
        return self.title or self.key

    @property
    def date(self) -> str:
        """The day of its origin as YYYY-MM-DD; empty where the origin names none."""
        day = day_of(self.origin)
        return day.isoformat() if day else ""
