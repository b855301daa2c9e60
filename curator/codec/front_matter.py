"""The front matter of a curated text: YAML of so plain a kind that lines and JSON will do.

    ---
    curator: 1
    key: "6860a1a22c22dc8bdb8a95d66320925b"
    review: in work
    fields:
      title: "What the heading can not say"
    ---

Values are words or JSON, which is YAML too. No YAML parser reads it here: those take quadratic
time and deep recursion on hostile text, and this must do neither.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from curator.codec.blocks import front_matter_size
from curator.domain.errors import InvalidRecord
from curator.domain.review import TO_DO, review_named

_VERSION_LINE = "curator: 1"
_NAMES = ("curator", "key", "file", "review", "fields")
_OWN_LINE = re.compile(rf"({'|'.join(_NAMES)}):(?: (.*))?", re.DOTALL)
_FIELD_LINE = re.compile(r" {2}(\w+): (.*)", re.DOTALL)
_TOP_LINE = re.compile(r"([A-Za-z_][\w-]*):(?:\s|\Z)")
_WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Curation:
    """What the front matter of a curated text says.

    `file_name` is that of the file it came from (empty: the key and `.md`), `fields` are those that
    the body can't carry, `field_lines` the lines of those. `size` counts the lines of the front
    matter, `own` are the places of those that are Curator's; `problem` is a sentence where
    something in it can't be understood.
    """

    key: str = ""
    file_name: str = ""
    review: str = TO_DO
    fields: Mapping[str, object] = field(default_factory=dict)
    field_lines: Mapping[str, int] = field(default_factory=dict)
    size: int = 0
    own: frozenset[int] = frozenset()
    problem: str = ""


def read_curation(lines: Sequence[str]) -> Curation | None:
    """What Curator wrote into the front matter at the start of `lines`, or None."""
    size = front_matter_size(lines)
    if not any(line.rstrip() == _VERSION_LINE for line in lines[1 : max(size - 1, 1)]):
        return None
    values: dict[str, str] = {}
    fields: dict[str, object] = {}
    field_lines: dict[str, int] = {}
    own = set()
    in_fields = False
    problem = ""
    for place in range(1, size - 1):
        text = lines[place].rstrip()
        named = _OWN_LINE.fullmatch(text)
        carried = _FIELD_LINE.fullmatch(text) if in_fields else None
        if named:
            values[named[1]] = _read_scalar(named[2] or "")
            in_fields = named[1] == "fields"
        elif carried:
            fields[carried[1]], failure = _read_json(carried[2])
            field_lines[carried[1]] = place + 1
            problem = problem or failure
        else:
            in_fields = False
            continue
        own.add(place)
    review, failure = _read_review(values.get("review", ""))
    key = values.get("key", "")
    name = values.get("file", f"{key}.md")
    problem = problem or failure
    return Curation(key, name, review, fields, field_lines, size, frozenset(own), problem)


def _read_review(text: str) -> tuple[str, str]:
    try:
        return (review_named(text) if text else TO_DO), ""
    except InvalidRecord as error:
        return TO_DO, error.message


def _read_scalar(text: str) -> str:
    text = text.strip()
    if text.startswith("'") and text.endswith("'"):
        return text[1:-1].replace("''", "'")
    if text.startswith('"'):
        value, _ = _read_json(text)
        return value if isinstance(value, str) else text
    return text


def _read_json(text: str) -> tuple[object, str]:
    try:
        return json.loads(text), ""
    except (ValueError, RecursionError):
        return None, "The front matter holds a field that is not on one line of JSON."


def curation_lines(curation: Curation, end: str) -> list[str]:
    """The lines between the fences of the front matter."""
    lines = [_VERSION_LINE, f"key: {_scalar(curation.key)}"]
    if curation.file_name != f"{curation.key}.md":
        lines.append(f"file: {_scalar(curation.file_name)}")
    lines.append(f"review: {_scalar(curation.review)}")
    if curation.fields:
        lines.append("fields:")
        lines.extend(f"  {name}: {_json(value)}" for name, value in curation.fields.items())
    return [line + end for line in lines]


def _scalar(text: str) -> str:
    is_plain = _WORDS.fullmatch(text) and text.lower() not in _YAML_WORDS
    return text if is_plain else _json(text)


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def can_join(lines: Sequence[str]) -> bool:
    """Whether Curator's names can go into the front matter that `lines` are, fences included.

    They can where it is a plain mapping that holds none of these names.
    """
    inner = [line for line in lines[1:-1] if line.strip()]
    names = {found[1] for line in inner if (found := _TOP_LINE.match(line))}
    return bool(inner) and bool(_TOP_LINE.match(inner[0])) and names.isdisjoint(_NAMES)
