"""Signals are found by their words, and each says in which field."""

import pytest

from curator.workspace.reading import digest_by_key, whole
from curator.workspace.row_search import search_rows
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("diesel", [("Charging arms at quay", "change")]),
        ("force:storage", [("Grid too weak", "driving_force")]),
        ("signal:grid", [("Grid too weak", "name")]),
        ("harbours trade pow", [("Grid too weak", "horizon")]),
        (f"key:{KEY_A} ports", [("Grid too weak", "change")]),
        ("…", []),
    ],
)
def test_a_row_says_where_the_words_stand(
    stocked: Workspace, text: str, found: list[tuple[str, str]]
) -> None:
    hits = search_rows(stocked, text)
    assert [(hit.row.signal.name, hit.field) for hit in hits] == found


def test_what_the_digest_says_is_no_field_of_the_row(stocked: Workspace) -> None:
    rows = whole(stocked, digest_by_key(stocked, KEY_A).id).signals
    hits = search_rows(stocked, f"key:{KEY_A}")
    assert [(hit.row.id, hit.field) for hit in hits] == [(row.id, "") for row in rows]
    assert len(search_rows(stocked, f"key:{KEY_A}", limit=1)) == 1
