"""Columns of the table of closest digests."""

from collections.abc import Callable
from functools import partial

from curator.domain.link import Link
from curator.gui.models.columns import Column
from curator.workspace.reviewing import set_relation, set_tags
from curator.workspace.workspace import Deed

DANGLING = "not in this library"


def link_columns(found: Callable[[str], bool]) -> tuple[Column, ...]:
    """The digest (opens, is not edited), its relation and its tags.

    `found(key)` says whether the library holds the digest; where it does not, the row says so.
    """
    return (
        Column(title="Digest", read=_title, note=partial(_note, found), sought="closest", share=8),
        Column(
            title="Relation",
            read=_relation,
            edit=_relate,
            tip="What the closest digest is to this one",
            share=3,
        ),
        Column(
            title="Tags",
            read=_tags,
            edit=_tag,
            field="tags",
            sought="tag",
            tip="Separated by commas",
            share=4,
        ),
    )


def _title(link: Link) -> str:
    return link.title or link.target_key


def _note(found: Callable[[str], bool], link: Link) -> str:
    return "" if found(link.target_key) else DANGLING


def _relation(link: Link) -> str:
    return link.relation


def _relate(link: Link, text: str) -> Deed:
    return partial(set_relation, link_ids=[link.id], relation=text)


def _tags(link: Link) -> str:
    return ", ".join(link.tags)


def _tag(link: Link, text: str) -> Deed:
    return partial(set_tags, link_id=link.id, tags=text)
