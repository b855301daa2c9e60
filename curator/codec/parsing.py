"""A text as blocks and records, with the line of every row: the ground of reader and writers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from curator.codec.blocks import SOURCE, TITLE, Block, front_matter_size, outline, source_line_of
from curator.codec.carried import CLOSEST, with_carried
from curator.codec.front_matter import Curation, read_curation
from curator.codec.headings import SECTIONS, TitleLine, heading_of, read_title
from curator.codec.layouts import KIND_OF_SECTION, layout_of
from curator.codec.lines import split_lines, split_mark
from curator.codec.links import Entry, is_entry, read_entry, split_judgement
from curator.codec.lists import Item, read_items
from curator.codec.paragraphs import read_text
from curator.codec.properties import read_properties
from curator.codec.tables import Table, read_table, signals_of
from curator.domain.digest import Digest
from curator.domain.errors import InvalidRecord
from curator.domain.link import Link, relation_named
from curator.domain.term import KEYWORD, THEME, Term
from curator.domain.whole import WholeDigest

TERMS = {"Keywords": KEYWORD, "Themes": THEME}
"""The sections that hold a list of terms, and their kind."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text taken apart.

    `mark` is its byte order mark or nothing. `sections` holds the first block of each section,
    `items` and `tables` what those blocks are made of, tables in the order of the kinds; `entries`
    are the items of the list of closest digests. `said` is what the body says, `whole` that and
    what the front matter of a curated text carries.
    """

    mark: str
    lines: Sequence[str]
    blocks: tuple[Block, ...]
    sections: Mapping[str, Block]
    title: TitleLine | None
    items: Mapping[str, list[Item]]
    entries: Sequence[Entry]
    tables: Mapping[str, Table]
    curation: Curation | None
    said: WholeDigest = field(default_factory=WholeDigest)
    whole: WholeDigest = field(default_factory=WholeDigest)

    def block(self, kind: str) -> Block | None:
        """The first block of a kind that is no section."""
        return next((block for block in self.blocks if block.kind == kind), None)

    @property
    def closest_lines(self) -> tuple[int, ...]:
        """The line of each closest link of `whole`."""
        links = self.whole.closest
        if self.curation and links is not self.said.closest:
            return (self.curation.field_lines[CLOSEST],) * len(links)
        return tuple(self.item_lines("Closest"))

    def item_lines(self, section: str) -> list[int]:
        """The line of each item in a list."""
        items = self.items.get(section, [])
        return [self.sections[section].start + item.place for item in items]


def parse(text: str, key: str = "") -> Parsed:
    """Take a text apart; `key` is what the digest is called, a curated text may know better."""
    mark, rest = split_mark(text)
    lines = split_lines(rest)
    curation = read_curation(lines)
    key = (curation.key if curation else "") or key
    blocks = outline(lines, _front_matter(lines, curation), key)
    sections = _sections(blocks)
    tables = {
        name: table
        for name in KIND_OF_SECTION
        if name in sections and (table := read_table(sections[name]))
    }
    items = _items(sections)
    parsed = Parsed(
        mark=mark,
        lines=lines,
        blocks=blocks,
        sections=sections,
        title=_title(blocks, key),
        items=items,
        entries=_entries(items.get("Closest", ())),
        tables=tables,
        curation=curation,
    )
    said = _said(parsed, key)
    whole = with_carried(said, curation.fields) if curation else said
    return replace(parsed, said=said, whole=whole)


def _front_matter(lines: Sequence[str], curation: Curation | None) -> int:
    if curation is None or curation.size - 2 > len(curation.own):
        return front_matter_size(lines)
    # Curator's own front matter stands alone: the digest may bring another one below it.
    return curation.size + front_matter_size(lines[curation.size :])


def _sections(blocks: Sequence[Block]) -> dict[str, Block]:
    sections: dict[str, Block] = {}
    for block in blocks:
        if block.kind in SECTIONS:
            sections.setdefault(block.kind, block)
    return sections


def _title(blocks: Sequence[Block], key: str) -> TitleLine | None:
    for block in blocks:
        if block.kind == TITLE and (heading := heading_of(block.lines[0])):
            return read_title(heading.words, key)
    return None


def _items(sections: Mapping[str, Block]) -> dict[str, list[Item]]:
    items = {name: read_items(sections[name]) for name in TERMS if name in sections}
    if "Closest" in sections:
        items["Closest"] = read_items(sections["Closest"], is_entry)
    return items


def _entries(items: Iterable[Item]) -> list[Entry]:
    found = (read_entry(item.words) for item in items)
    return [entry for entry in found if entry]


def _said(parsed: Parsed, key: str) -> WholeDigest:
    signals = [
        signal
        for section, table in parsed.tables.items()
        for signal in signals_of(table, KIND_OF_SECTION[section])
    ]
    return WholeDigest(
        digest=_digest(parsed, key),
        themes=_terms(parsed, "Themes"),
        keywords=_terms(parsed, "Keywords"),
        signals=tuple(signals),
        closest=tuple(_links(parsed)),
    )


def _digest(parsed: Parsed, key: str) -> Digest:
    title, curation = parsed.title, parsed.curation
    source = parsed.block(SOURCE)
    link = source_line_of(source.lines[0]) if source else None
    summary = parsed.sections.get("Summary")
    other = parsed.sections.get("Other")
    properties: dict[str, Any] = read_properties(other) if other else {}
    table = parsed.tables.get("Signals")
    digest = Digest(
        key=key,
        title=title.title if title else "",
        origin=title.origin if title else "",
        origin_url=title.origin_url if title else "",
        source_url=link.url if link else "",
        summary=read_text(summary) if summary else "",
        layout=layout_of(title, tuple(parsed.sections), table.headings if table else ()),
        **properties,
    )
    if curation is None:
        return digest
    return replace(digest, review=curation.review, file_name=curation.file_name)


def _terms(parsed: Parsed, section: str) -> tuple[Term, ...]:
    kind = TERMS[section]
    return tuple(Term(kind=kind, name=item.words) for item in parsed.items.get(section, ()))


def _links(parsed: Parsed) -> Iterator[Link]:
    curation = parsed.curation
    judged = curation is not None and CLOSEST not in curation.fields
    for entry in parsed.entries:
        relation, tags = split_judgement(entry.rest)[1:] if judged else ("", ())
        yield Link(
            title=entry.title,
            target_key=entry.target_key,
            relation=known_relation(relation),
            tags=tags,
        )


def known_relation(text: str) -> str:
    """The relation that a text names, or none."""
    try:
        return relation_named(text)
    except InvalidRecord:
        return ""
