"""Text as a digest can hold it: what a person types is cleaned here, once."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_QUOTES = '“”„"«»'
_INNER = {ord(opening): "‘" for opening in "“„«"} | {ord(closing): "’" for closing in "”»"}
_ALWAYS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e"
    "\u2060\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0001"
)
_SUSPECT = re.compile(f"[{_ALWAYS}\u200c\u200d]")
_PLAIN = "\x00-\u058f"
"""Scripts that join no letters; in others, and between emoji, U+200C and U+200D are spelling."""
_HIDDEN = re.compile(
    f"[{_ALWAYS}]|(?:(?<=[{_PLAIN}])|\\A)[\u200c\u200d]|[\u200c\u200d](?=[{_PLAIN}]|\\Z)"
)
"""Marks that change what is read without being seen (Unicode Technical Report 36, section 2)."""
_MARK_NAMES = {
    ord(mark): name
    for marks, names in (
        ("\u061c\u200b\u200c\u200d\u200e\u200f", "ALM ZWSP ZWNJ ZWJ LRM RLM"),
        ("\u2028\u2029\u202a\u202b\u202c\u202d\u202e", "LS PS LRE RLE PDF LRO RLO"),
        ("\u2060\u2066\u2067\u2068\u2069\ufeff\x7f", "WJ LRI RLI FSI PDI BOM DEL"),
    )
    for mark, name in zip(marks, names.split(), strict=True)
}
_CONTROL_NAMES = (
    *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF"),
    *("CR", "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM"),
    *("SUB", "ESC", "FS", "GS", "RS", "US"),
)
_LINE_SPACE = re.compile(r"\s*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*")


def many_lines(text: str) -> str:
    """Text with LF line breaks, without control characters and outer blank space."""
    kept = _CONTROLS.sub("", _BREAKS.sub("\n", text))
    return kept.encode("utf-8", "replace").decode("utf-8").strip()


def one_line(text: str) -> str:
    """Text for a field that is one line of a digest: line breaks become single spaces."""
    return many_lines(_LINE_SPACE.sub(" ", text.strip()))


def shortened(text: str, length: int = 60) -> str:
    """Text cut at `length` characters for a label, on one line, with an ellipsis."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str, length: int = 40) -> str:
    """Text as a label names it: shortened, in one pair of curly quotes, inner ones single, and with
    marks that nobody sees by name, so that they turn round nothing of the sentence around."""
    words = text.strip()
    if len(words) > 2 and words[0] in _QUOTES and words[-1] in _QUOTES:
        words = words[1:-1]
    return f"“{shortened(visible(words.translate(_INNER)), length)}”"


def visible(text: str) -> str:
    """Text to be painted: marks that nobody sees, or that turn the order of letters round, stand
    as their names, such as ‹RLO›. Editors show the text itself.
    """
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(_named, text) if _SUSPECT.search(text) else text


def hidden_marks(text: str) -> tuple[str, ...]:
    """The names of the marks that `visible` would show, each once, in their order."""
    if (text.isascii() and text.isprintable()) or not _SUSPECT.search(text):
        return ()
    return tuple(dict.fromkeys(_name(found[0]) for found in _HIDDEN.finditer(text)))


def _named(found: re.Match[str]) -> str:
    return f"‹{_name(found[0])}›"


def _name(mark: str) -> str:
    code = ord(mark)
    if code in _MARK_NAMES:
        return _MARK_NAMES[code]
    return _CONTROL_NAMES[code] if code < len(_CONTROL_NAMES) else f"U+{code:04X}"
