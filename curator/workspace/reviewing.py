"""Deeds of judgement: review states, relations and tags of closest links, and the trash."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from curator.domain.digest import Digest
from curator.domain.link import Link, relation_named, tags_named
from curator.domain.review import review_named
from curator.domain.text import quoted
from curator.library.write import Write


def set_review(write: Write, digest_ids: Sequence[int], review: str) -> str:
    """Say how far the judgement of some digests has come.

    Raises:
        InvalidRecord: no state has that name.
    """
    state = review_named(review)
    digests = [write.get(Digest, id_) for id_ in digest_ids]
    for digest in digests:
        write.put(replace(digest, review=state))
    return f"Mark {_counted(digests)} as {state}"


def trash(write: Write, digest_ids: Sequence[int]) -> str:
    """Put digests into the trash, where they keep all that they hold."""
    digests = [write.get(Digest, id_) for id_ in digest_ids]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for digest in digests:
        if not digest.trashed:
            write.put(replace(digest, trashed=now))
    return f"Move {_counted(digests)} to the trash"


def restore(write: Write, digest_ids: Sequence[int]) -> str:
    """Take digests out of the trash, back to where they were."""
    digests = [write.get(Digest, id_) for id_ in digest_ids]
    for digest in digests:
        write.put(replace(digest, trashed=""))
    return f"Restore {_counted(digests)} from the trash"


def set_relation(write: Write, link_ids: Sequence[int], relation: str) -> str:
    """Say what closest digests are to the one that lists them; empty takes it back.

    Raises:
        InvalidRecord: no relation has that name.
    """
    name = relation_named(relation)
    links = [write.get(Link, id_) for id_ in link_ids]
    for link in links:
        write.put(replace(link, relation=name))
    what = f"closest {quoted(links[0].title)}" if len(links) == 1 else f"{len(links)} closest"
    return f"Tag {what} as {name}" if name else f"Clear relation of {what}"


def set_tags(write: Write, link_id: int, tags: str) -> str:
    """Give a closest link free tags, from a comma-separated list."""
    link = write.get(Link, link_id)
    write.put(replace(link, tags=tags_named(tags)))
    return f"Edit tags of closest {quoted(link.title)}"


def _counted(digests: Sequence[Digest]) -> str:
    if len(digests) == 1:
        return quoted(digests[0].name)
    return f"{len(digests):,} digests"
