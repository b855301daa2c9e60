"""The fields that a person types into: their names, what they hold now, and the deed that writes.

One form of address serves the page where something is typed and the draft that outlives it.
"""

from dataclasses import dataclass

from curator.domain.digest import Digest
from curator.domain.errors import CuratorError, UnknownRecord
from curator.domain.field_path import EXTRA
from curator.domain.link import Link, tags_named
from curator.domain.signal import Signal
from curator.domain.term import TERM_KINDS, Term
from curator.domain.text import many_lines, one_line, quoted
from curator.domain.whole import WholeDigest
from curator.library.write import Write
from curator.workspace import reading
from curator.workspace.editing import field_words, set_digest_field, set_signal_field
from curator.workspace.reviewing import set_tags
from curator.workspace.rows import add_signal, add_term, rename_term
from curator.workspace.workspace import Workspace

DIGEST, LINK = "digest", "link"
Record = Digest | Signal | Term | Link


@dataclass(frozen=True, slots=True)
class TypedField:
    """One field of one record.

    `kind` is `digest`, the kind of a signal or of a term, or `link`; `record_id` is 0 for a row
    that exists only once it says something.
    """

    digest_id: int
    kind: str
    record_id: int
    field: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A field as the library has it now.

    `title` names its digest, empty where that is gone; `words` name the field. `obstacle` says
    why nothing can be written there, and is empty where it can.
    """

    title: str
    words: str
    now: str = ""
    obstacle: str = ""


def kind_of(record: Record) -> str:
    """The kind by which a record is addressed."""
    if isinstance(record, Signal | Term):
        return record.kind
    return DIGEST if isinstance(record, Digest) else LINK


def words_of(place: TypedField, record: Record | None = None) -> str:
    """What a person calls the field: "Title", "Change of signal “Drones”", "New theme"."""
    if place.kind == DIGEST:
        return _capital(field_words(place.field))
    if not place.record_id:
        return f"New {place.kind}"
    name = getattr(record, "name", "") or getattr(record, "title", "")
    called = f"{place.kind} {quoted(name)}" if name else f"a {place.kind}"
    if place.kind in TERM_KINDS:
        return _capital(called)
    if place.kind == LINK:
        return f"{_capital(place.field)} of closest {called}"
    return f"{_capital(field_words(place.field.removeprefix(EXTRA)))} of {called}"


def text_of(record: Record, field: str) -> str:
    """What the window shows in that field; empty where the record has no such field."""
    if isinstance(record, Digest) and field == "date":
        return record.date or record.origin
    if isinstance(record, Signal) and field.startswith(EXTRA):
        return dict(record.extra).get(field.removeprefix(EXTRA), "")
    if isinstance(record, Link) and field == "tags":
        return ", ".join(record.tags)
    return str(getattr(record, field, ""))


def standing(workspace: Workspace, place: TypedField) -> Standing:
    """What there is to say of a field before a text is put into it."""
    try:
        whole = reading.whole(workspace, place.digest_id)
    except UnknownRecord:
        return Standing("", words_of(place), "", "Its digest is not in this library any more.")
    record = _record(whole, place)
    obstacle = workspace.only_reads
    if whole.digest.trashed:
        obstacle = "Its digest is in the trash. Restore that first."
    elif record is None and place.record_id:
        obstacle = f"The {place.kind} is not in this digest any more."
    now = text_of(record, place.field) if record else ""
    return Standing(whole.digest.name, words_of(place, record), now, obstacle)


def is_written(workspace: Workspace, place: TypedField, text: str) -> bool:
    """Whether the library says `text` there already, as it cleans what is typed."""
    try:
        whole = reading.whole(workspace, place.digest_id)
    except UnknownRecord:
        return False
    record = _record(whole, place)
    if record is not None:
        return text_of(record, place.field) == _cleaned(record, place.field, text)
    rows = (row for row in whole.rows() if kind_of(row) == place.kind)
    new = not place.record_id
    return new and any(text_of(row, place.field) == one_line(text) for row in rows)


def put_text(write: Write, place: TypedField, text: str) -> str:
    """Put `text` into the field, or begin the row that it belongs to, at the end of its table.

    Raises:
        UnknownRecord: the digest, the row or the field is gone.
        InvalidRecord: the field can't hold the text.
    """
    if place.kind == DIGEST:
        return set_digest_field(write, place.digest_id, place.field, text)
    if place.kind == LINK:
        return set_tags(write, place.record_id, text)
    if place.kind in TERM_KINDS:
        if place.record_id:
            return rename_term(write, place.record_id, text)
        return add_term(write, place.digest_id, place.kind, text)
    if place.record_id:
        return set_signal_field(write, place.record_id, place.field, text)
    return add_signal(write, place.digest_id, place.kind, name=text)


def put_over(write: Write, place: TypedField, text: str, shown: str) -> str:
    """The same, but only while the field says what was `shown` to the person who chose `text`.

    Raises:
        CuratorError: it says something else now; and what `put_text` raises.
    """
    record = _record(write.whole(place.digest_id), place)
    if record is not None and text_of(record, place.field) != shown:
        raise CuratorError(
            f"{words_of(place, record)} was changed just now.",
            "Nothing was replaced; look at what the library says there.",
        )
    return put_text(write, place, text)


def _record(whole: WholeDigest, place: TypedField) -> Record | None:
    records: tuple[Record, ...] = (whole.digest, *whole.rows())
    wanted = (place.kind, place.record_id or None)
    return next((row for row in records if (kind_of(row), row.id) == wanted), None)


def _cleaned(record: Record, field: str, text: str) -> str:
    if field == "tags":
        return ", ".join(tags_named(text))
    several = isinstance(record, Signal) or field == "summary"
    return many_lines(text) if several else one_line(text)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
