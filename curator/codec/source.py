"""Between the bytes of a file and its text: strict UTF-8 and nothing else is touched."""

import hashlib

from curator.domain.errors import CodecError


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
            f"Line {line} is not UTF-8 text.", line, "Save the file as UTF-8 and import it again."
        ) from error


def encode(text: str) -> bytes:
    """The bytes of a file that holds `text`: the inverse of `decode`."""
    return text.encode("utf-8")


def sha256(text: str) -> str:
    """The identity of a text's content, in hexadecimal digits."""
    return hashlib.sha256(encode(text)).hexdigest()
