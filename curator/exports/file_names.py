"""Names under which digests can safely be written on every file system.

The names that digests came with are kept wherever they are harmless. Sources of the rules: the
reserved names of Windows ("Naming Files, Paths, and Namespaces") and the 255 bytes that most
file systems allow.
"""

import re
import unicodedata
from collections.abc import Iterable

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST = 255


def safe_names(wanted: Iterable[str]) -> list[str]:
    """A file name for each wanted one, in order: harmless, short enough, and never twice.

    Names that only differ in case or in Unicode normalisation count as the same, because some
    file systems think so; the later one gets a number.
    """
    taken: set[str] = set()
    names = []
    for name in wanted:
        stem, suffix = _split(_harmless(name))
        candidate, number = _fitting(stem, suffix), 2
        while _folded(candidate) in taken:
            candidate = _fitting(stem, f" ({number}){suffix}")
            number += 1
        taken.add(_folded(candidate))
        names.append(candidate)
    return names


def _harmless(name: str) -> str:
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name))
    name = name.encode("utf-8", "replace").decode("utf-8")
    stem, suffix = _split(name)
    stem = stem.rstrip(". ").lstrip(" ")
    if stem.startswith("."):
        stem = "_" + stem[1:]
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    return (stem or "digest") + (suffix or ".md")


def _split(name: str) -> tuple[str, str]:
    found = re.search(r"\.(?:md|markdown|txt)$", name, re.IGNORECASE)
    return (name[: found.start()], found[0]) if found else (name, "")


def _fitting(stem: str, suffix: str) -> str:
    room = _LONGEST - len(suffix.encode())
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ") + suffix


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKD", name).casefold())
