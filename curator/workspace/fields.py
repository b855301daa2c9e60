"""The deed of the command `set`: one field, named by its path."""

from collections.abc import Sequence
from typing import TypeVar

from curator.domain.errors import UnknownRecord
from curator.domain.field_path import TERM_PARTS, FieldPath, parse_field
from curator.domain.link import Link
from curator.domain.measures import counted
from curator.library.write import Write
from curator.workspace.editing import set_digest_field, set_signal_field
from curator.workspace.reviewing import set_relation, set_review, set_tags
from curator.workspace.rows import rename_term, set_link_field

Row = TypeVar("Row")


def set_field(write: Write, digest_id: int, field: str, value: str) -> str:
    """Change the field that `field` names, such as `signals.0.change`.

    Raises:
        UnknownRecord: the digest has no such field or row.
        InvalidRecord: the field can't hold the value.
    """
    path = parse_field(field)
    if path.part == "review":
        return set_review(write, [digest_id], value)
    if path.index < 0:
        return set_digest_field(write, digest_id, path.part, value)
    whole = write.whole(digest_id)
    if path.part in TERM_PARTS:
        term = _row(whole.terms(TERM_PARTS[path.part]), path)
        return rename_term(write, term.id, value)
    if path.part == "signals":
        return set_signal_field(write, _row(whole.signals, path).id, path.name, value)
    return _set_in_link(write, _row(whole.closest, path), path.name, value)


def _set_in_link(write: Write, link: Link, name: str, value: str) -> str:
    if name == "relation":
        return set_relation(write, [link.id], value)
    if name == "tags":
        return set_tags(write, link.id, value)
    return set_link_field(write, link.id, name, value)


def _row(rows: Sequence[Row], path: FieldPath) -> Row:
    if path.index >= len(rows):
        has = counted(len(rows), "row")
        raise UnknownRecord(
            f"{path.part} has {has}, so there is no {path.part}.{path.index}.",
            "Rows count from 0, in the order of “show”.",
        )
    return rows[path.index]
