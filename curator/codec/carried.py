"""Fields that the body of a text can't carry, as values for the front matter and back.

A field of the digest is a string; keywords and themes are lists of strings; signals and closest
links are lists of mappings. Such a part is carried as a whole.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from curator.codec.content import judged_content, signal_content
from curator.domain.digest import Digest
from curator.domain.errors import InvalidRecord
from curator.domain.link import Link, relation_named
from curator.domain.signal import KINDS, Signal
from curator.domain.term import KEYWORD, THEME, Term
from curator.domain.whole import WholeDigest

CLOSEST = "closest"
_SIGNALS = "signals"
_KIND_OF_PART = {"keywords": KEYWORD, "themes": THEME}


def carried_fields(said: WholeDigest, wanted: WholeDigest) -> dict[str, object]:
    """The parts of `wanted` that differ from what a text says, as values for the front matter."""
    fields: dict[str, object] = {
        name: getattr(wanted.digest, name)
        for name in Digest.TEXT_FIELDS
        if getattr(said.digest, name) != getattr(wanted.digest, name)
    }
    for part, kind in _KIND_OF_PART.items():
        names = [term.name for term in wanted.terms(kind)]
        if names != [term.name for term in said.terms(kind)]:
            fields[part] = names
    if list(map(signal_content, said.signals)) != list(map(signal_content, wanted.signals)):
        fields[_SIGNALS] = list(map(_signal_fields, wanted.signals))
    if list(map(judged_content, said.closest)) != list(map(judged_content, wanted.closest)):
        fields[CLOSEST] = list(map(_link_fields, wanted.closest))
    return fields


def _signal_fields(signal: Signal) -> dict[str, object]:
    texts = {name: getattr(signal, name) for name in Signal.TEXT_FIELDS}
    fields: dict[str, object] = {"kind": signal.kind, **{n: v for n, v in texts.items() if v}}
    if signal.extra:
        fields["extra"] = [list(pair) for pair in signal.extra]
    return fields


def _link_fields(link: Link) -> dict[str, object]:
    fields: dict[str, object] = {"title": link.title, "key": link.target_key}
    if link.relation:
        fields["relation"] = link.relation
    if link.tags:
        fields["tags"] = list(link.tags)
    return fields


def with_carried(whole: WholeDigest, fields: Mapping[str, object]) -> WholeDigest:
    """The digest with the carried parts; what is not of the right shape is passed over."""
    texts: dict[str, Any] = {
        name: value for name in Digest.TEXT_FIELDS if isinstance(value := fields.get(name), str)
    }
    return replace(
        whole,
        digest=replace(whole.digest, **texts),
        keywords=_terms(fields, "keywords", whole.keywords),
        themes=_terms(fields, "themes", whole.themes),
        signals=_signals(fields, whole.signals),
        closest=_links(fields, whole.closest),
    )


def _terms(fields: Mapping[str, object], part: str, said: tuple[Term, ...]) -> tuple[Term, ...]:
    names = fields.get(part)
    if not isinstance(names, list):
        return said
    kind = _KIND_OF_PART[part]
    return tuple(Term(kind=kind, name=name) for name in names if isinstance(name, str))


def _signals(fields: Mapping[str, object], said: tuple[Signal, ...]) -> tuple[Signal, ...]:
    rows = fields.get(_SIGNALS)
    if not isinstance(rows, list):
        return said
    return tuple(_signal(row) for row in rows if isinstance(row, dict) and row.get("kind") in KINDS)


def _signal(row: Mapping[str, object]) -> Signal:
    texts: dict[str, Any] = {name: _text(row.get(name)) for name in Signal.TEXT_FIELDS}
    pairs = row.get("extra")
    extra = tuple(
        (_text(pair[0]), _text(pair[1]))
        for pair in (pairs if isinstance(pairs, list) else ())
        if isinstance(pair, list) and len(pair) == 2
    )
    return Signal(kind=_text(row["kind"]), extra=extra, **texts)


def _links(fields: Mapping[str, object], said: tuple[Link, ...]) -> tuple[Link, ...]:
    rows = fields.get(CLOSEST)
    if not isinstance(rows, list):
        return said
    return tuple(_link(row) for row in rows if isinstance(row, dict))


def _link(row: Mapping[str, object]) -> Link:
    tags = row.get("tags")
    try:
        relation = relation_named(_text(row.get("relation")))
    except InvalidRecord:
        relation = ""
    return Link(
        title=_text(row.get("title")),
        target_key=_text(row.get("key")),
        relation=relation,
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
