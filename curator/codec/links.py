r"""Entries of the list of closest digests: `[Title](key)`, and what a curated text adds.

In a curated text the judgement stands behind the link in inline fields, as Obsidian's Dataview
reads them: `[Title](key) [relation:: supports] [tags:: drones, ai policy]`. In a tag a backslash
goes before `,`, `]` and the backslash itself.

A target may stand in angle brackets, `[Title](<key>)`, with a backslash before `<`, `>` and the
backslash itself. A key that would read back otherwise, such as `x), y`, is written so.
"""

import re
from dataclasses import dataclass, replace

from curator.codec.headings import escaped, unescaped
from curator.codec.lines import flat

_MIDDLE = "]("
_MARKDOWN = ".md"
_JUDGEMENT = re.compile(
    r"(?: \[relation:: ([^\]\[]*)\])?(?: \[tags:: ((?:[^\\\]]|\\.)*)\])?", re.DOTALL
)
_STARTS = (" [relation:: ", " [tags:: ")
_ANGLED = re.compile(r"\s*<((?:[^<>\\]|\\.)*)>\s*\)", re.DOTALL)
_ANGLE_ESCAPED = re.compile(r"\\([<>\\])")
_ANGLE_SPECIAL = re.compile(r"([<>\\])")
_TAG = re.compile(r"(?:[^\\,]|\\.)+", re.DOTALL)
_TAG_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TAG_SPECIAL = re.compile(r"([\\,\]])")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `suffix` ends the file name of a target, `rest` is all behind the link.

    The target of an `angled` one stands in angle brackets.
    """

    title: str
    target_key: str
    suffix: str = ""
    rest: str = ""
    angled: bool = False

    @property
    def words(self) -> str:
        """The words of an item that say it."""
        target = flat(self.target_key) + self.suffix
        if self.angled:
            target = "<" + _ANGLE_SPECIAL.sub(r"\\\1", target) + ">"
        return f"[{escaped(flat(self.title))}]({target}){self.rest}"


def read_entry(words: str) -> Entry | None:
    """The entry that the words of an item are, or None where they are no link."""
    title, middle, behind = words.partition(_MIDDLE)
    if not title.startswith("[") or not middle:
        return None
    angled = _ANGLED.match(behind)
    if angled:
        target, rest = _ANGLE_ESCAPED.sub(r"\1", angled[1]), behind[angled.end() :]
    else:
        last = _closing(behind)
        if last < 0:
            return None
        target, rest = behind[:last].strip(), behind[last + 1 :]
    key = target.removesuffix(_MARKDOWN)
    suffix = target[len(key) :]
    return Entry(unescaped(title[1:]).strip(), key, suffix, rest, bool(angled))


def _closing(text: str) -> int:
    """The place of the parenthesis that closes a target: the one that balances, or the last."""
    first = text.find(")")
    if text.find("(", 0, max(first, 0)) < 0:
        return first
    depth = 0
    for found in re.finditer(r"[()]", text):
        depth += 1 if found[0] == "(" else -1
        if depth < 0:
            return found.start()
    return text.rfind(")")


def is_entry(words: str) -> bool:
    """Whether the words of an item are a link."""
    return read_entry(words) is not None


def entry_words(title: str, target_key: str, before: str = "") -> str:
    """The words of an entry, in the manner of the one it replaces (empty: it is new)."""
    old = read_entry(before) or Entry("", "")
    suffix = _MARKDOWN if target_key.endswith(_MARKDOWN) else old.suffix
    entry = replace(old, title=title, target_key=flat(target_key), suffix=suffix)
    said = read_entry(entry.words)
    is_told = said and (said.target_key, said.rest) == (entry.target_key, entry.rest)
    return (entry if is_told else replace(entry, angled=True)).words


def judgement(relation: str, tags: tuple[str, ...]) -> str:
    """What a curated text puts behind a link; nothing where nothing was judged."""
    written = ", ".join(_TAG_SPECIAL.sub(r"\\\1", tag) for tag in tags)
    return (f" [relation:: {relation}]" if relation else "") + (
        f" [tags:: {flat(written)}]" if tags else ""
    )


def split_judgement(rest: str) -> tuple[str, str, tuple[str, ...]]:
    """What stands behind a link without its judgement, the relation, and the tags."""
    places = [place for place in map(rest.find, _STARTS) if place >= 0]
    first = min(places, default=len(rest))
    found = _JUDGEMENT.fullmatch(rest, first)
    if not found or first == len(rest):
        return rest, "", ()
    tags = (_TAG_ESCAPED.sub(r"\1", tag).strip() for tag in _TAG.findall(found[2] or ""))
    return rest[:first], found[1] or "", tuple(tag for tag in tags if tag)
