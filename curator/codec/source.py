"""Between the bytes of a file and its text: strict UTF-8 and nothing else is touched."""

import hashlib

from curator.domain.errors import CodecError

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> str:
    """The text of a file; line ends stay as they are and a BOM stays its first character.

    Raises:
        CodecError: the bytes are no UTF-8; `line` is the line of the first wrong byte.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        raise CodecError(
            f"Line {line} is not UTF-8 text; {_guess(data)}.",
            line,
            "Save the file as UTF-8 and import it again.",
        ) from error


def _guess(data: bytes) -> str:
    """What the bytes most likely are instead, in words; only what costs nothing to tell."""
    if data.startswith(_UTF_16_MARKS):
        return "the file looks like UTF-16 (“Unicode” in older programs of Windows)"
    if b"\0" in data:
        return "it holds bytes that no text has, so it may be no text at all"
    return "the file looks like Windows-1252 (“ANSI”, Western European) or a kin of it"


def encode(text: str) -> bytes:
    """The bytes of a file that holds `text`: the inverse of `decode`."""
    return text.encode("utf-8")


def sha256(text: str) -> str:
    """The identity of a text's content, in hexadecimal digits."""
    return hashlib.sha256(encode(text)).hexdigest()
