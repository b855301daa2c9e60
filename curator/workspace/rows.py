"""Deeds on rows: adding, deleting, duplicating and moving signals, themes, keywords and links."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from curator.domain.errors import InvalidRecord, UnknownRecord
from curator.domain.link import Link
from curator.domain.signal import KINDS, Signal
from curator.domain.term import TERM_KINDS, Term
from curator.domain.text import one_line, quoted
from curator.library.write import Write
from curator.workspace.editing import named
from curator.workspace.placing import index_after, insert, move


def add_signal(
    write: Write, digest_id: int, kind: str, *, after_id: int = 0, name: str = ""
) -> str:
    """Add an empty row of one kind behind the row `after_id` (0: at the end)."""
    if kind not in KINDS:
        raise InvalidRecord(f"“{kind}” is no kind of row.", f"Use one of: {', '.join(KINDS)}.")
    rows = write.whole(digest_id).signals_of(kind)
    new = Signal(digest_id=digest_id, kind=kind, name=one_line(name))
    insert(write, rows, new, index_after(rows, after_id))
    return f"Add {kind}"


def duplicate_signals(write: Write, ids: Sequence[int]) -> str:
    """Put a copy of each row behind it."""
    for signal in [write.get(Signal, id_) for id_ in ids]:
        rows = write.whole(signal.digest_id).signals_of(signal.kind)
        insert(write, rows, replace(signal, id=0), index_after(rows, signal.id))
    return f"Duplicate {_counted([write.get(Signal, id_) for id_ in ids])}"


def delete_signals(write: Write, ids: Sequence[int]) -> str:
    """Delete rows; the history brings them back."""
    signals = [write.get(Signal, id_) for id_ in ids]
    for signal in signals:
        write.remove(signal)
    return f"Delete {_counted(signals)}"


def move_signals(write: Write, ids: Sequence[int], before_id: int) -> str:
    """Move rows of one table before the row `before_id` (0: to the end)."""
    signals = [write.get(Signal, id_) for id_ in ids]
    first = signals[0]
    move(write, write.whole(first.digest_id).signals_of(first.kind), ids, before_id)
    return f"Move {_counted(signals)}"


def add_term(write: Write, digest_id: int, kind: str, name: str, *, after_id: int = 0) -> str:
    """Add a theme or keyword.

    Raises:
        InvalidRecord: the name is empty, or the digest has it already.
    """
    if kind not in TERM_KINDS:
        raise InvalidRecord(f"“{kind}” is neither theme nor keyword.")
    rows = write.whole(digest_id).terms(kind)
    name = _new_name(rows, kind, name)
    term = Term(digest_id=digest_id, kind=kind, name=name)
    insert(write, rows, term, index_after(rows, after_id))
    return f"Add {kind} {quoted(name)}"


def rename_term(write: Write, term_id: int, name: str) -> str:
    """Change a theme or keyword of one digest; other digests keep their spelling.

    Raises:
        InvalidRecord: the name is empty, or the digest has it already.
    """
    term = write.get(Term, term_id)
    if one_line(name) != term.name:
        others = [t for t in write.whole(term.digest_id).terms(term.kind) if t.id != term.id]
        write.put(replace(term, name=_new_name(others, term.kind, name)))
    return f"Rename {term.kind} {quoted(term.name, 30)} to {quoted(name, 30)}"


def delete_terms(write: Write, ids: Sequence[int]) -> str:
    """Take themes or keywords off their digest."""
    terms = [write.get(Term, id_) for id_ in ids]
    for term in terms:
        write.remove(term)
    if len(terms) == 1:
        return f"Delete {terms[0].kind} {quoted(terms[0].name)}"
    return f"Delete {len(terms)} {terms[0].kind}s"


def move_terms(write: Write, ids: Sequence[int], before_id: int) -> str:
    """Move themes or keywords before the one named `before_id` (0: to the end)."""
    term = write.get(Term, ids[0])
    move(write, write.whole(term.digest_id).terms(term.kind), ids, before_id)
    return f"Move {term.kind} {quoted(term.name)}"


def add_link(
    write: Write, digest_id: int, target_key: str, title: str, *, after_id: int = 0
) -> str:
    """Add a closest digest by its key.

    Raises:
        InvalidRecord: it is the digest itself, or it is listed already.
    """
    whole = write.whole(digest_id)
    target_key = one_line(target_key)
    if not target_key:
        raise InvalidRecord("A closest link needs the key of a digest.")
    if target_key == whole.digest.key:
        raise InvalidRecord("A digest can't be closest to itself.")
    if any(link.target_key == target_key for link in whole.closest):
        raise InvalidRecord(f"{quoted(title)} is listed already.")
    link = Link(digest_id=digest_id, target_key=target_key, title=one_line(title))
    insert(write, whole.closest, link, index_after(whole.closest, after_id))
    return f"Add closest {quoted(title)}"


def delete_links(write: Write, ids: Sequence[int]) -> str:
    """Delete closest links, with what was judged of them."""
    links = [write.get(Link, id_) for id_ in ids]
    for link in links:
        write.remove(link)
    if len(links) == 1:
        return f"Delete closest {quoted(links[0].title)}"
    return f"Delete {len(links)} closest"


def move_links(write: Write, ids: Sequence[int], before_id: int) -> str:
    """Move closest links before the one named `before_id` (0: to the end)."""
    link = write.get(Link, ids[0])
    move(write, write.whole(link.digest_id).closest, ids, before_id)
    return f"Move closest {quoted(link.title)}"


def set_link_field(write: Write, link_id: int, name: str, text: str) -> str:
    """Change the title or the target (`key`) of a closest link."""
    link = write.get(Link, link_id)
    column = {"title": "title", "key": "target_key"}.get(name)
    if column is None:
        raise UnknownRecord(f"A closest link has no field “{name}”.")
    clean: dict[str, Any] = {column: one_line(text)}
    write.put(replace(link, **clean))
    return f"Edit {name} of closest {quoted(link.title)}"


def _new_name(others: Sequence[Term], kind: str, name: str) -> str:
    clean = one_line(name)
    if not clean:
        raise InvalidRecord(f"A {kind} needs a name.", "Delete the row to take it away.")
    if any(term.name == clean for term in others):
        raise InvalidRecord(f"This digest has the {kind} {quoted(clean)} already.")
    return clean


def _counted(signals: Sequence[Signal]) -> str:
    if len(signals) == 1:
        return f"{signals[0].kind} {named(signals[0])}"
    plural = "technologies" if signals[0].kind == "technology" else f"{signals[0].kind}s"
    return f"{len(signals)} {plural}"
