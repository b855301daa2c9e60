"""Headings: which of them begin a section, and what the heading of a digest says.

Generated digests name title, origin and the page of the origin in one line, in three forms:

    # __Title__, from ([20240818](https://example.org/p/20240818).)
    # __Title__, (from page [20240818](https://example.org/p/20240818).)
    # 01dd2037… from ([20220824](https://example.org/p/20220824).)      the key instead of a title

A heading written by hand is just its title, plain or between `__`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from curator.codec.lines import end_of, flat

SECTIONS = (
    "Summary",
    "Keywords",
    "Themes",
    "Other",
    "Signals",
    "Concerns",
    "Behaviors",
    "Technologies",
    "Issues",
    "Closest",
)
"""Every section that Curator reads, by the heading that generated digests give it."""

_SECTION_OF = {name.casefold(): name for name in SECTIONS} | {"behaviours": "Behaviors"}
_LEAD = re.compile(r" {0,3}#{1,6}(?:[ \t]+|(?=[\r\n]|\Z))")

FROM = "from"
PAGE = "from page"
KEY = "key"
WRAPPED = "wrapped"
PLAIN = "plain"
GENERATED_FORMS = (FROM, PAGE, KEY)
_MIDDLE = {FROM: "__, from ([", PAGE: "__, (from page [", KEY: " from (["}
_TAIL = ").)"
_LOOKS_LIKE_KEY = re.compile(r"[0-9a-f]{24,64}")
_LINK_MIDDLE = "]("
_ESCAPABLE = re.compile(r"\](\\*)\(")
_ESCAPED = re.compile(r"\](\\*)\\\(")


class Heading(NamedTuple):
    """One ATX heading: `lead` is all before its words, `closing` all behind them but the end.

    A named tuple, because hostile texts have a hundred thousand of them.
    """

    lead: str
    words: str
    closing: str = ""

    @property
    def level(self) -> int:
        """1 to 6, as many as it has `#`."""
        return self.lead.count("#")

    @property
    def section(self) -> str:
        """The section that it begins, or nothing."""
        return _SECTION_OF.get(self.words.strip("*: \t").casefold(), "")


def heading_of(line: str) -> Heading | None:
    """The heading that a line is, or None."""
    found = _LEAD.match(line)
    if not found:
        return None
    rest = line[found.end() :].rstrip("\r\n")
    words = rest.strip()
    if words.endswith("#"):
        unclosed = words.rstrip("#")
        if not unclosed or unclosed[-1] in " \t":
            words = unclosed.rstrip()
    start = rest.find(words)
    return Heading(found[0] + rest[:start], words, rest[start + len(words) :])


@dataclass(frozen=True, slots=True)
class TitleLine:
    """What the heading of a digest says, and in which of the forms; `name` is the key in KEY."""

    form: str
    title: str
    origin: str = ""
    origin_url: str = ""
    name: str = ""

    @property
    def values(self) -> tuple[str, str, str]:
        """The fields of the digest that it holds."""
        return self.title, self.origin, self.origin_url


def read_title(words: str, key: str = "") -> TitleLine:
    """What the words of a digest's heading say; `key` is the digest's own, where it is known."""
    if words.endswith(_TAIL):
        found = _read_generated(words, key)
        if found:
            return found
    if len(words) > 4 and words.startswith("__") and words.endswith("__"):
        return TitleLine(WRAPPED, words[2:-2].strip())
    return TitleLine(PLAIN, words)


def _read_generated(words: str, key: str) -> TitleLine | None:
    # The last place counts: a title may hold such words itself, an origin hardly ever does.
    at, form = max((words.rfind(_MIDDLE[form]), form) for form in (FROM, PAGE))
    title = words[2:at].strip()
    name = ""
    if at < 2 or not words.startswith("__"):
        at, form = words.rfind(_MIDDLE[KEY]), KEY
        name = words[:at].strip()
        title = "" if name == key or _LOOKS_LIKE_KEY.fullmatch(name) else name
    rest = words[at + len(_MIDDLE[form]) : -len(_TAIL)]
    origin, middle, url = rest.partition(_LINK_MIDDLE)
    if at < 0 or not middle:
        return None
    return TitleLine(form, title, unescaped(origin), url, name)


def title_words(found: TitleLine, values: tuple[str, str, str], key: str = "") -> str:
    """The words of a heading with new values, in the form it had if that can say them."""
    title, origin, url = (flat(value) for value in values)
    form = FROM if found.form == KEY and title and not found.title else found.form
    wanted = replace(found, form=form, title=title, origin=origin, origin_url=url)
    attempts = list(_attempts(wanted))
    for words in attempts:
        if read_title(words, key).values == wanted.values and not Heading("", words).section:
            return words
    return attempts[0]


def _attempts(line: TitleLine) -> Iterator[str]:
    forms = [line.form, WRAPPED, FROM]
    if line.origin or line.origin_url:
        forms = [line.form if line.form in GENERATED_FORMS else FROM, FROM]
    for form in forms:
        if form == PLAIN:
            yield line.title
        elif form == WRAPPED:
            yield f"__{line.title}__"
        else:
            start = (line.title or line.name) if form == KEY else f"__{line.title}"
            yield f"{start}{_MIDDLE[form]}{escaped(line.origin)}](" + line.origin_url + _TAIL


def with_words(line: str, words: str) -> str:
    """A heading line with other words, all else as it is."""
    heading = heading_of(line)
    if heading is None:
        return f"# {words}{end_of(line)}"
    lead = heading.lead if heading.lead[-1:] in {" ", "\t"} else heading.lead + " "
    return lead + words + heading.closing + end_of(line)


def escaped(text: str) -> str:
    """Text for the square brackets of a link: where it holds `](` a backslash goes between."""
    return _ESCAPABLE.sub(r"]\1\\(", text)


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return _ESCAPED.sub(r"]\1(", text) if "\\(" in text else text
