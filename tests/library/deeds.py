"""What a person does to a library, in the fewest words, for tests."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from curator.domain.changes import Changes, Record
from curator.domain.conflict import Conflict
from curator.domain.listing import Listing
from curator.domain.whole import WholeDigest
from curator.library import queries
from curator.library.library import Library
from curator.library.listing import digest_ids
from curator.library.snapshot import Snapshot
from curator.library.write import Write
from tests.builders import a_digest, a_link, a_whole

Deed = Callable[[Write], str]


def arriving(*wholes: WholeDigest) -> Deed:
    def deed(write: Write) -> str:
        write.arrive_many((whole, f"# {whole.digest.title}") for whole in wholes)
        return "Import"

    return deed


def setting(record: Record, label: str = "Edit", **fields: Any) -> Deed:
    """Changes fields of a record as it stands when the deed is done."""

    def deed(write: Write) -> str:
        write.put(replace(write.get(type(record), record.id), **fields))
        return label

    return deed


def putting(*records: Record, label: str = "Put") -> Deed:
    def deed(write: Write) -> str:
        for record in records:
            write.put(record)
        return label

    return deed


def removing(*records: Record, label: str = "Delete") -> Deed:
    def deed(write: Write) -> str:
        for record in records:
            write.remove(record)
        return label

    return deed


def arrived(library: Library, *keys: str) -> tuple[WholeDigest, ...]:
    """New digests with these keys, as the library holds them."""
    changes = library.write(arriving(*(a_whole(key) for key in keys)))
    return tuple(whole_of(library, item.id) for item in changes.items)


def whole_of(library: Library, digest_id: int) -> WholeDigest:
    with library.reading() as connection:
        return queries.whole(connection, digest_id)


def changed_fields(changes: Changes) -> list[tuple[str, Record | None, Record | None]]:
    return [(item.kind, item.before, item.after) for item in changes.items]


def break_page(path: Path, table: str) -> None:
    """The first page of a table overwritten, as a failing disk would."""
    connection = sqlite3.connect(path)
    question = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    (page,) = connection.execute(question, (table,)).fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


def rewritten(path: Path, *statements: str) -> None:
    """The file changed behind the library's back."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def listed(connection: Connection, listing: Listing) -> list[int]:
    """The digests that a list shows."""
    return list(map(int, digest_ids(Snapshot(connection), listing)))


def fill_with_four(library: Library) -> None:
    """Four digests: two of one day, one without a date, one in the trash; a question is open."""
    wholes = [
        a_whole("b", digest=a_digest("b", title="zebra", origin="20240818")),
        a_whole("a", digest=a_digest("a", title="Äpfel 100%", origin="20240818")),
        a_whole("c", digest=a_digest("c", title="", origin="1535.0", review="done")),
        a_whole("d", digest=a_digest("d", origin="20250101"), closest=(a_link("a"),)),
    ]
    library.write(arriving(*wholes))
    library.write(setting(whole_of(library, 4).digest, trashed="2026"))
    library.write(putting(Conflict(digest_id=1, path="b.md")))
