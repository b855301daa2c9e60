"""A digest as rows, ready for a library that is somewhere else."""

import pickle
from dataclasses import fields

import pytest

from curator.domain.digest import Digest
from curator.domain.order import spread
from curator.library import tables
from curator.library.arriving import (
    DIGEST_COLUMNS,
    NOT_COUNTED,
    OWNED,
    arrival_of,
    owned_columns,
    sort_name,
)
from tests.builders import a_digest, a_link, a_signal, a_whole


def test_every_column_of_a_digest_gets_a_value() -> None:
    columns = {column.name for column in tables.digest.c}
    assert columns == {"id", "original_id", *DIGEST_COLUMNS}
    said = dict(zip(DIGEST_COLUMNS, arrival_of(a_whole(), "# x", 3).digest, strict=True))
    digest = a_digest()
    kept = {field.name for field in fields(Digest)} - {"id", "original_id"}
    assert {name: said[name] for name in kept} == {name: getattr(digest, name) for name in kept}
    assert (said["date"], said["sort_name"], said["findings"]) == ("2024-08-18", "about drones", 3)


@pytest.mark.parametrize("kind", OWNED)
def test_every_column_of_a_row_gets_a_value(kind: str) -> None:
    columns = {column.name for column in tables.metadata.tables[kind].c}
    assert columns == {"id", "digest_id", *owned_columns(kind)}
    for row in arrival_of(a_whole(), "").owned[OWNED.index(kind)]:
        assert len(row) == len(owned_columns(kind))


def test_rows_stand_in_their_order_and_lists_are_json() -> None:
    signals = (a_signal("One", extra=(("src", "ü"),)), a_signal("Two"))
    whole = a_whole(signals=signals, closest=(a_link(tags=("a", "b")),))
    arrival = arrival_of(whole, "")
    terms, rows, links = arrival.owned
    assert [row[0] for row in rows] == list(spread(2))
    assert [row[-1] for row in rows] == ['[["src","ü"]]', "[]"]
    assert links[0][-1] == '["a","b"]'
    assert [term[1:] for term in terms] == [
        ("theme", "autonomy"), ("theme", "supply"), ("keyword", "drone"), ("keyword", "price")
    ]  # fmt: skip


def test_it_travels_with_its_text() -> None:
    arrival = pickle.loads(pickle.dumps(arrival_of(a_whole(), "# Über\r\n\ufeff\x00")))  # noqa: S301
    assert arrival.text == "# Über\r\n\ufeff\x00"
    assert len(arrival.sha256) == 64
    assert arrival.digest[-1] == NOT_COUNTED


def test_names_are_sorted_whatever_their_capitals() -> None:
    assert sort_name(a_digest(title="ÄPFEL")) == "äpfel"
    assert sort_name(a_digest("Key", title="")) == "key"
