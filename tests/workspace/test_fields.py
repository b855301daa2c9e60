"""The paths of the command `set`, each to the field that `show` names so."""

import pytest

from curator.domain.errors import UnknownRecord
from curator.workspace.fields import set_field
from curator.workspace.reading import digest_by_key, whole
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "New title"),
        ("summary", "New summary"),
        ("origin_url", "https://new.example"),
        ("review", "second look"),
        ("date", "2024-01-02"),
        ("themes.1", "Sea"),
        ("keywords.0", "boats"),
        ("signals.1.driving_force", "New force"),
        ("closest.0.title", "New name"),
        ("closest.1.key", "abcdef"),
        ("closest.0.relation", "supports"),
        ("closest.0.tags", "one, two"),
    ],
)
def test_a_path_changes_its_field_and_no_other(stocked: Workspace, path: str, value: str) -> None:
    digest_id = digest_by_key(stocked, KEY_A).id
    before = whole(stocked, digest_id)
    changes = stocked.do(set_field, digest_id, path, value)
    assert len(changes.items) == 1
    assert value.replace("-", "") in str(changes.items[0].after).replace("'", "").replace("-", "")
    stocked.undo()
    assert whole(stocked, digest_id) == before


@pytest.mark.parametrize(
    "path", ["mood", "themes.9", "signals.0", "signals.7.name", "closest.x.key"]
)
def test_a_path_that_leads_nowhere_is_named(stocked: Workspace, path: str) -> None:
    with pytest.raises(UnknownRecord):
        stocked.do(set_field, digest_by_key(stocked, KEY_A).id, path, "x")
