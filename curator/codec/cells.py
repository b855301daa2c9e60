r"""Cells of pipe tables: one line of text each, in which a pipe and a line break are disguised.

    value            written
    a pipe           \|
    a line break     <br>
    "<br>" itself    &lt;br>         ("&lt;br>" itself: &amp;lt;br>, and so on)

`decoded(encoded(value)) == value` for every value without blank space around it.
"""

import re

from curator.codec.lines import flat

_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_LITERAL_BREAK = re.compile(r"(?:<|&(?:amp;)*lt;)(br ?/?>)", re.IGNORECASE)
_DISGUISED_BREAK = re.compile(r"&(?:amp;)*lt;br ?/?>", re.IGNORECASE)


def split_row(line: str) -> list[str]:
    """The raw cells of a table row; pipes at its ends may be there or not."""
    text = line.strip()
    cells = _PIPE.split(text)
    if text.startswith("|"):
        del cells[0]
    if cells and not cells[-1] and len(text) > 1:
        del cells[-1]
    return [cell.strip() for cell in cells]


def decoded(cell: str) -> str:
    """The value of a raw cell."""
    if "<" in cell or "&" in cell:
        cell = _DISGUISED_BREAK.sub(_one_disguise_less, _BREAK.sub("\n", cell))
    return cell.replace("\\|", "|").strip()


def encoded(value: str) -> str:
    """The raw cell for a value."""
    if "br" in value.casefold():
        value = _LITERAL_BREAK.sub(_one_disguise_more, value)
    return flat(value.replace("|", "\\|").replace("\n", "<br>"))


def _one_disguise_less(found: re.Match[str]) -> str:
    text = found[0]
    return "&" + text[len("&amp;") :] if text.startswith("&amp;") else "<" + text[len("&lt;") :]


def _one_disguise_more(found: re.Match[str]) -> str:
    text = found[0]
    return "&amp;" + text[1:] if text.startswith("&") else "&lt;" + text[1:]
