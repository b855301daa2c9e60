"""Which blocks of a text have to be written anew for other records, and how."""

from collections.abc import Callable, Sequence
from functools import partial

from curator.codec.blocks import SOURCE, TITLE, Block, source_line_of
from curator.codec.content import link_content, signal_content
from curator.codec.headings import PAGE, PLAIN, TitleLine, title_words, with_words
from curator.codec.layouts import KIND_OF_SECTION
from curator.codec.lines import flat
from curator.codec.links import entry_words, is_entry
from curator.codec.lists import Row, read_items, rewritten_list
from curator.codec.paragraphs import rewritten_text
from curator.codec.parsing import TERMS, Parsed
from curator.codec.properties import NAMES, rewritten_properties
from curator.codec.tables import read_table, rewritten_table
from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.whole import WholeDigest

Rewrite = Callable[[Block, str], list[str]]
"""The new lines of a block; the second argument is the end that they get."""

_NEW_SOURCE = "__[External link]({})__"


def rewrites_for(parsed: Parsed, whole: WholeDigest, layout: str) -> dict[str, Rewrite]:
    """For each kind of block that `whole` says other things than the text: how to write it."""
    rewrites: dict[str, Rewrite] = {}
    old, new = parsed.whole.digest, whole.digest
    if _texts(old, "title", "origin", "origin_url") != _texts(new, "title", "origin", "origin_url"):
        title = parsed.title or TitleLine(PLAIN if parsed.lines else PAGE, "")
        rewrites[TITLE] = partial(_title, title, new)
    if old.source_url != new.source_url:
        rewrites[SOURCE] = partial(_source, new.source_url)
    if old.summary != new.summary:
        rewrites["Summary"] = partial(_summary, new.summary)
    if _texts(old, *NAMES) != _texts(new, *NAMES):
        rewrites["Other"] = partial(_properties, {name: getattr(new, name) for name in NAMES})
    return rewrites | _of_rows(parsed, whole, layout)


def _of_rows(parsed: Parsed, whole: WholeDigest, layout: str) -> dict[str, Rewrite]:
    rewrites: dict[str, Rewrite] = {}
    for section, term_kind in TERMS.items():
        names = [term.name for term in whole.terms(term_kind)]
        if names != [term.name for term in parsed.whole.terms(term_kind)]:
            rewrites[section] = partial(_terms, names)
    for section, kind in KIND_OF_SECTION.items():
        rows = whole.signals_of(kind)
        if list(map(signal_content, rows)) != [*map(signal_content, parsed.whole.signals_of(kind))]:
            rewrites[section] = partial(_signals, rows, layout)
    if list(map(link_content, whole.closest)) != list(map(link_content, parsed.whole.closest)):
        old = [(entry.title, entry.target_key) for entry in parsed.entries]
        rewrites["Closest"] = partial(_links, old, whole.closest)
    return rewrites


def _texts(digest: Digest, *names: str) -> tuple[str, ...]:
    return tuple(getattr(digest, name) for name in names)


def _title(found: TitleLine, digest: Digest, block: Block, _end: str) -> list[str]:
    words = title_words(found, (digest.title, digest.origin, digest.origin_url), digest.key)
    return [with_words(block.lines[0], words), *block.lines[1:]]


def _source(url: str, block: Block, end: str) -> list[str]:
    link = source_line_of(block.lines[0])
    if link is None:
        return [_NEW_SOURCE.format(flat(url)) + end, *block.lines[1:]]
    return [link.before + flat(url) + link.after, *block.lines[1:]]


def _summary(text: str, block: Block, end: str) -> list[str]:
    return rewritten_text(block, text, end)


def _properties(values: dict[str, str], block: Block, end: str) -> list[str]:
    return rewritten_properties(block, values, end)


def _terms(names: Sequence[str], block: Block, end: str) -> list[str]:
    items = read_items(block)
    rows = [Row(name, flat(name)) for name in names]
    return rewritten_list(block, items, [item.words for item in items], rows, end)


def _links(
    old: Sequence[tuple[str, str]], links: Sequence[Link], block: Block, end: str
) -> list[str]:
    rows = [
        Row(
            link_content(link),
            entry_words(link.title, link.target_key),
            partial(entry_words, link.title, link.target_key),
        )
        for link in links
    ]
    return rewritten_list(block, read_items(block, is_entry), old, rows, end)


def _signals(rows: Sequence[Signal], layout: str, block: Block, end: str) -> list[str]:
    return rewritten_table(block, read_table(block), rows, layout, end)
