"""What the files of an import hold, read apart from the library that will take them.

This is what the processes that read do. They say of each file what little the writer needs: the
rows of a digest, ready to be laid down, or why there are none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from curator.codec.curated import plain
from curator.codec.reader import read
from curator.codec.source import sha256
from curator.domain.errors import CodecError
from curator.domain.whole import WholeDigest
from curator.library.arriving import Arrival, arrival_of
from curator.workspace.inbox import Identity, text_of

MOST_HELD = 8_000_000
"""Characters of texts that are read before what they hold is handed on."""
_FRONT_MATTER = ("---", "\ufeff---")


class Known(NamedTuple):
    """What the library has of the key that a file would have: texts that are the same for it, by
    their SHA-256, and how many findings there are in the digest."""

    hashes: tuple[str, ...] = ()
    findings: int = -1


class Asked(NamedTuple):
    """A file to be read, and what is known of its digest."""

    path: str
    known: Known = Known()


class Incoming(NamedTuple):
    """What one file says.

    It has an `arrival`, or a `reason` why it is no digest (and the line), or neither where the
    library has it already. `text` is that of a curated file, of which the arrival has no more than
    the plain one; `sha256` is that of the plain one.
    """

    path: str
    key: str = ""
    sha256: str = ""
    findings: int = 0
    arrival: Arrival | None = None
    text: str = ""
    reason: str = ""
    line: int = 1

    @property
    def curated(self) -> bool:
        """Whether it carries somebody's judgements."""
        return bool(self.text)


def read_files(asked: Sequence[Asked], own: frozenset[Identity]) -> Iterator[Incoming]:
    """What the files hold, in their order: of all, or of as many as are held at a time."""
    held = 0
    for path, known in asked:
        if held > MOST_HELD:
            return
        try:
            text = text_of(Path(path), own)
        except CodecError as error:
            yield Incoming(path, reason=str(error), line=error.line)
            continue
        except OSError as error:
            yield Incoming(path, reason=f"It can't be read: {error.strerror}.")
            continue
        held += len(text)
        yield _known_again(path, text, known) or _read(path, text)


def _known_again(path: str, text: str, known: Known) -> Incoming | None:
    """A file that the library has, told by its hash; None where it has to be read.

    A text with front matter may be a curated one, and of another key.
    """
    if known.findings < 0 or text.startswith(_FRONT_MATTER):
        return None
    digits = sha256(text)
    if digits not in known.hashes:
        return None
    return Incoming(path, Path(path).stem, digits, known.findings)


def _read(path: str, text: str) -> Incoming:
    document = read(text, key=Path(path).stem)
    if document.refusal:
        return Incoming(path, reason=document.refusal.message, line=document.refusal.line)
    bare = plain(text) if document.curated else text
    arrival = arrival_of(_with_file_name(document.whole, path), bare, document.noticed)
    said = text if document.curated else ""
    return Incoming(
        path, document.whole.digest.key, arrival.sha256, document.noticed, arrival, said
    )


def _with_file_name(whole: WholeDigest, path: str) -> WholeDigest:
    file_name = whole.digest.file_name or Path(path).name
    return replace(whole, digest=replace(whole.digest, file_name=file_name))
