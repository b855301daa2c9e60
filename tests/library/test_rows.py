"""Records go into their tables and come back equal."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from curator.domain.changes import Record
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.saved_search import SIGNALS, SavedSearch
from curator.library import rows
from curator.library.sqlite_connection import writing_engine
from tests.builders import a_digest, a_keyword, a_link, a_signal, a_theme


@pytest.fixture
def connection(path: Path) -> Iterator[Connection]:
    engine = writing_engine(path)
    with engine.connect() as connection, connection.begin():
        rows.insert(connection, a_digest())
        yield connection
    engine.dispose()


@pytest.mark.parametrize(
    "record",
    [
        a_digest("other", review="done", trashed="2026"),
        a_signal("\x00 “ \n", extra=(("src", "x"), ("", ""))),
        a_theme(),
        a_keyword("ü"),
        a_link(relation="same story", tags=("a, b", '"]')),
        Conflict(original_id=3, path="in.md"),
        SavedSearch(position=3, name="To read", text="review:“to do”", page=SIGNALS),
    ],
)
def test_a_record_comes_back_equal(connection: Connection, record: Record) -> None:
    kind, _ = rows.key_of(record)
    if not isinstance(record, Digest | SavedSearch):
        record = replace(record, digest_id=1)
    kept = replace(record, id=rows.insert(connection, record))
    assert rows.find(connection, kind, kept.id) == kept
    rows.delete(connection, kind, kept.id)
    assert rows.find(connection, kind, kept.id) is None
    assert rows.insert(connection, kept) == kept.id
    rows.update(connection, kept)
    keys = [rows.key_of(kept), (kind, 999)]
    assert rows.find_all(connection, keys) == {rows.key_of(kept): kept}


def test_a_long_list_goes_in_parts() -> None:
    parts = list(rows.batches(range(1200)))
    assert [len(part) for part in parts] == [500, 500, 200]
    assert list(rows.batches([])) == []
