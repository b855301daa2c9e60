"""One incoming digest against the one that the library has: what to do with it, and doing it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from curator.codec.curated import plain
from curator.codec.reader import read
from curator.codec.source import sha256
from curator.codec.writer import write as write_text
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.review import TO_DO
from curator.domain.signal import Signal
from curator.domain.term import KEYWORD, THEME, Term
from curator.domain.whole import WholeDigest
from curator.library import history, queries
from curator.library.arriving import Arrival
from curator.library.write import Write
from curator.workspace.incoming import Incoming
from curator.workspace.placing import replace_rows

NEW, CHANGED, SAME, CONFLICT = "new", "changed", "same", "conflict"


@dataclass(frozen=True, slots=True)
class Theirs:
    """A file that meets a digest: `text` as it is, `plain` without curation and its SHA-256."""

    path: str
    text: str
    plain: str
    sha256: str
    whole: WholeDigest
    curated: bool


def take(write: Write, incoming: Sequence[Incoming]) -> list[str]:
    """Take digests with keys that differ; returns NEW, CHANGED, SAME or CONFLICT for each."""
    read_ = {one.key: one.arrival for one in incoming if one.arrival}
    known = queries.digests_by_key(write.connection, read_)
    write.arrive_many(arrival for key, arrival in read_.items() if key not in known)
    return [_verdict(write, known.get(one.key), one) for one in incoming]


def update(write: Write, mine: WholeDigest, theirs: Theirs) -> None:
    """Make the digest `mine` say what the file says; judgements stay where their link stays."""
    said = theirs.whole.digest
    words = {name: getattr(said, name) for name in Digest.TEXT_FIELDS}
    review = said.review if theirs.curated else mine.digest.review
    original_id = write.add_original(mine.digest.id, theirs.plain)
    write.put(
        replace(
            mine.digest,
            **words,
            review=review,
            layout=said.layout,
            original_id=original_id,
            declined="",
        )
    )
    _replace_rows(write, mine, theirs)


def conflicting(write: Write, conflict: Conflict) -> Theirs:
    """The file of an open conflict, read again from its kept text."""
    text = write.original(conflict.original_id)
    digest = queries.whole(write.connection, conflict.digest_id).digest
    return _theirs(conflict.path, digest.key, text)


def _theirs(path: str, key: str, text: str) -> Theirs:
    document = read(text, key=key)
    bare = plain(text) if document.curated else text
    return Theirs(path, text, bare, sha256(bare), document.whole, document.curated)


def _verdict(write: Write, digest: Digest | None, incoming: Incoming) -> str:
    if incoming.arrival is None:
        return SAME
    return NEW if digest is None else _meet(write, digest, incoming, incoming.arrival)


def _meet(write: Write, digest: Digest, incoming: Incoming, arrival: Arrival) -> str:
    if digest.trashed and not history.arrival_holds(write.connection, digest.id):
        write.put(replace(digest, trashed=""))
        return NEW
    declined_or_same = (digest.declined, _imported_hash(write, digest))
    if not incoming.curated and incoming.sha256 in declined_or_same:
        return SAME
    theirs = _theirs(incoming.path, incoming.key, incoming.text or arrival.text)
    mine = write.whole(digest.id)
    original = write.original(digest.original_id)
    present = write_text(original, mine)
    same_words = theirs.plain in (original, present)
    if same_words and (not theirs.curated or _judgement(theirs.whole) == _judgement(mine)):
        return SAME
    if (present == original or same_words) and not _loses_judgement(mine, theirs):
        update(write, mine, theirs)
        return CHANGED
    return _disagree(write, digest, theirs)


def _imported_hash(write: Write, digest: Digest) -> str:
    return queries.original_hash(write.connection, digest.original_id)


def _disagree(write: Write, digest: Digest, theirs: Theirs) -> str:
    for open_ in queries.conflicts_of(write.connection, digest.id):
        if write.original(open_.original_id) == theirs.text:
            return CONFLICT
        write.remove(open_)
    original_id = write.add_original(digest.id, theirs.text)
    write.put(Conflict(digest_id=digest.id, original_id=original_id, path=theirs.path))
    return CONFLICT


def _judgement(whole: WholeDigest) -> tuple[object, ...]:
    links = tuple((link.target_key, link.relation, link.tags) for link in whole.closest)
    return (whole.digest.review, tuple(link for link in links if link[1] or link[2]))


def _loses_judgement(mine: WholeDigest, theirs: Theirs) -> bool:
    if theirs.curated:
        return _judgement(mine) != (TO_DO, ()) and _judgement(mine) != _judgement(theirs.whole)
    kept = {link.target_key for link in theirs.whole.closest}
    return any(link.judged and link.target_key not in kept for link in mine.closest)


def _replace_rows(write: Write, mine: WholeDigest, theirs: Theirs) -> None:
    digest_id = mine.digest.id
    for kind in (THEME, KEYWORD):
        terms = [replace(term, digest_id=digest_id) for term in theirs.whole.terms(kind)]
        replace_rows(write, mine.terms(kind), terms, _term_words)
    for kind in {row.kind for row in (*mine.signals, *theirs.whole.signals)}:
        rows = [replace(row, digest_id=digest_id) for row in theirs.whole.signals_of(kind)]
        replace_rows(write, mine.signals_of(kind), rows, _signal_words)
    judged = {link.target_key: link for link in mine.closest if link.judged}
    links = []
    for link in theirs.whole.closest:
        judge = link if theirs.curated else judged.get(link.target_key, link)
        links.append(replace(link, digest_id=digest_id, relation=judge.relation, tags=judge.tags))
    replace_rows(write, mine.closest, links, _link_words)


def _term_words(term: Term) -> str:
    return term.name


def _signal_words(signal: Signal) -> str:
    return signal.name or signal.description


def _link_words(link: Link) -> str:
    return link.target_key
