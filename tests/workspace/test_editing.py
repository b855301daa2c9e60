"""Single fields: cleaned, named in words, and refused where they can't be."""

from pathlib import Path

import pytest

from curator.domain.errors import InvalidRecord, UnknownRecord
from curator.workspace.editing import field_words, named, set_digest_field, set_signal_field
from curator.workspace.importing import import_paths
from curator.workspace.reading import digest_by_key, markdown, whole
from curator.workspace.workspace import Workspace
from tests.builders import a_signal
from tests.digests import KEY_A, KEY_B


def test_a_title_is_one_line_and_a_summary_keeps_its_lines(stocked: Workspace) -> None:
    digest_id = digest_by_key(stocked, KEY_A).id
    changes = stocked.do(set_digest_field, digest_id, "title", " Ships\nat the  socket\x00 ")
    stocked.do(set_digest_field, digest_id, "summary", "One.\r\n\r\nTwo.\n")
    digest = digest_by_key(stocked, KEY_A)
    assert digest.title == "Ships at the  socket"
    assert digest.summary == "One.\n\nTwo."
    assert changes.label == "Edit title of “Harbours Learn to Charge Ships”"


@pytest.mark.parametrize(
    ("key", "typed", "origin"),
    [
        (KEY_A, "2024-08-19", "20240819"),
        (KEY_B, "2025/05/12", "20250512d"),
    ],
)
def test_a_date_is_set_in_the_name_of_the_origin(
    stocked: Workspace, key: str, typed: str, origin: str
) -> None:
    stocked.do(set_digest_field, digest_by_key(stocked, key).id, "date", typed)
    assert digest_by_key(stocked, key).origin == origin


def test_a_date_replaces_an_origin_that_named_no_day(stocked: Workspace) -> None:
    digest_id = digest_by_key(stocked, KEY_A).id
    stocked.do(set_digest_field, digest_id, "origin", "1535.0")
    assert digest_by_key(stocked, KEY_A).date == ""
    stocked.do(set_digest_field, digest_id, "date", "20240819")
    assert digest_by_key(stocked, KEY_A).date == "2024-08-19"


@pytest.mark.parametrize("typed", ["", "soon", "2024-02-30", "202408190"])
def test_a_day_that_is_none_is_refused(stocked: Workspace, typed: str) -> None:
    with pytest.raises(InvalidRecord, match="no day"):
        stocked.do(set_digest_field, digest_by_key(stocked, KEY_A).id, "date", typed)


def test_unknown_fields_are_named(stocked: Workspace) -> None:
    record = whole(stocked, digest_by_key(stocked, KEY_A).id)
    with pytest.raises(UnknownRecord, match="mood"):
        stocked.do(set_digest_field, record.digest.id, "mood", "x")
    with pytest.raises(UnknownRecord, match="mood"):
        stocked.do(set_signal_field, record.signals[0].id, "mood", "x")


def test_a_cell_keeps_line_breaks_and_its_step_says_what_it_was(stocked: Workspace) -> None:
    signal = whole(stocked, digest_by_key(stocked, KEY_A).id).signals[0]
    changes = stocked.do(set_signal_field, signal.id, "horizon", "One\nTwo")
    assert changes.label == "Edit 10y horizon of “Charging arms at quay”"
    assert stocked.do(set_signal_field, signal.id, "change", " ").label.startswith("Clear change")
    changed = whole(stocked, digest_by_key(stocked, KEY_A).id).signals[0]
    assert (changed.horizon, changed.change) == ("One\nTwo", "")


def test_rows_are_called_by_what_they_say() -> None:
    assert named(a_signal(name="", description="Packs are lifted")) == "“Packs are lifted”"
    assert named(a_signal(name="", description="")) == "a signal"
    assert field_words("driving_force") == "driving force"
    assert field_words("title") == "title"


def test_a_column_that_curator_does_not_know_is_edited_too(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "moods.md"
    path.write_text("# Moods\n\n## Signals\n\n|Signal|Mood|\n|-|-|\n|a|good|\n|b|\n")
    import_paths(workspace, [path])
    digest_id = digest_by_key(workspace, "moods").id
    first, second = whole(workspace, digest_id).signals
    changes = workspace.do(set_signal_field, first.id, "extra.Mood", "better")
    assert changes.label == "Edit Mood of “a”"
    workspace.do(set_signal_field, second.id, "extra.Mood", "fine")
    assert [row.extra for row in whole(workspace, digest_id).signals] == [
        (("Mood", "better"),),
        (("Mood", "fine"),),
    ]
    assert "| b        | fine   |" in markdown(workspace, digest_id)
    with pytest.raises(UnknownRecord, match="no column “Temper”"):
        workspace.do(set_signal_field, first.id, "extra.Temper", "x")
