r"""The curated layout: the faithful text with the analyst's work in it, and back.

The grammar. A curated text is the faithful text and two additions:

1. Front matter, the first thing in the file (behind a byte order mark), beginning `curator: 1`:

       ---
       curator: 1
       key: "6860a1a22c22dc8bdb8a95d66320925b"
       file: "my notes.md"                         only where it is not the key and `.md`
       review: in work                             to do, in work, done, second look
       fields:                                     only what the text itself can't say
         title: "A title that no heading can hold"
       ---

   `fields` holds parts of the digest that would read back otherwise, each on one line of JSON and
   always whole: title, origin, origin_url, source_url, category, type, summary (strings), keywords
   and themes (lists of strings), signals (list of mappings of kind, the texts that are not empty,
   and extra as pairs of heading and cell), closest (list of mappings of title, key, relation and
   tags). They win over the text. Where the digest brought front matter, these names go first in it
   and its own lines follow untouched; where that could not be told apart again (it is no plain
   mapping, or uses one of these names), it follows as a whole behind Curator's.

2. Behind each judged link of the section Closest its relation and tags, as inline fields that
   Obsidian's Dataview reads:

       * [Title](key) [relation:: supports] [tags:: drones, ai policy]

   A space goes before each field, a comma between tags, and in a tag a backslash before `,`, `]`
   and the backslash itself. With `closest` under `fields` there are no inline fields.

So reading is total: what is written is read again before it is given away, and whatever does not
come back the same is carried in the front matter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

from curator.codec.blocks import front_matter_size
from curator.codec.carried import CLOSEST, carried_fields
from curator.codec.content import curated_content
from curator.codec.front_matter import Curation, can_join, curation_lines
from curator.codec.lines import bare, end_of, usual_end
from curator.codec.links import judgement, read_entry, split_judgement
from curator.codec.parsing import Parsed, parse
from curator.codec.writer import write
from curator.domain.link import Link
from curator.domain.whole import WholeDigest

_FENCE = "---"


def write_curated(original: str, whole: WholeDigest) -> str:
    """The text of `whole` in the curated layout; `original` is the text it was read from.

    Reading it gives back every field, and `plain` of it is what `write` gives.
    """
    faithful = write(plain(original), whole)
    parsed = parse(faithful, whole.digest.key)
    size = front_matter_size(parsed.lines)
    ways = product((True, False) if can_join(parsed.lines[:size]) else (False,), (True, False))
    text = faithful
    for joins, inline in ways:
        text = _written(parsed, whole, size if joins else 0, inline=inline)
        read = parse(text, whole.digest.key)
        if curated_content(read.whole) == curated_content(whole) and plain(text) == faithful:
            break
    return text


def plain(text: str) -> str:
    """A curated text without its curation, which is the faithful text; any other as it is."""
    parsed = parse(text)
    curation = parsed.curation
    if curation is None:
        return text
    lines = list(parsed.lines)
    if CLOSEST not in curation.fields:
        for number in parsed.item_lines("Closest"):
            lines[number - 1] = _unjudged(lines[number - 1])
    foreign = [place for place in range(1, curation.size - 1) if place not in curation.own]
    first = [lines[0], *(lines[place] for place in foreign), lines[curation.size - 1]]
    return parsed.mark + "".join([*(first if foreign else []), *lines[curation.size :]])


def _unjudged(line: str) -> str:
    """A line of the list of closest digests as it was before it got its judgement."""
    text = bare(line)
    start = text.find("[")
    entry = read_entry(text[start:])
    rest = entry.rest if entry else ""
    return text[: len(text) - len(rest)] + split_judgement(rest)[0] + end_of(line)


def _written(parsed: Parsed, whole: WholeDigest, joined_size: int, *, inline: bool) -> str:
    """One way to write it: joined to front matter of that many lines (0: above all), or inline."""
    body = list(parsed.lines)
    if inline and len(whole.closest) == len(parsed.items.get("Closest", ())):
        for number, link in zip(parsed.item_lines("Closest"), whole.closest, strict=True):
            body[number - 1] = _judged(body[number - 1], link)
    curation = Curation(whole.digest.key, whole.digest.file_name, whole.digest.review)
    probe = parse(_composed(parsed, body, curation, joined_size), whole.digest.key)
    fields: Mapping[str, object] = carried_fields(probe.said, whole)
    return _composed(parsed, body, replace(curation, fields=fields), joined_size)


def _judged(line: str, link: Link) -> str:
    return bare(line) + judgement(link.relation, link.tags) + end_of(line)


def _composed(parsed: Parsed, body: Sequence[str], curation: Curation, joined_size: int) -> str:
    end = usual_end(body)
    lines = curation_lines(curation, end)
    if joined_size:
        return parsed.mark + "".join([body[0], *lines, *body[1:]])
    return parsed.mark + "".join([_FENCE + end, *lines, _FENCE + end, *body])
