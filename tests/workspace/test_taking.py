"""A file that comes again: what the library takes, what it keeps, what it asks."""

from pathlib import Path

from curator.domain.whole import WholeDigest
from curator.workspace.editing import set_digest_field
from curator.workspace.exporting import export
from curator.workspace.importing import ImportReport, import_paths
from curator.workspace.reading import conflicts, digest_by_key, markdown, whole
from curator.workspace.reviewing import set_relation, set_review, set_tags, trash
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, LAYOUT_A

LATER = LAYOUT_A.replace("mixed", "good").replace("* Shipping\n", "* Shipping\n* Trade\n")


def record(workspace: Workspace) -> WholeDigest:
    return whole(workspace, digest_by_key(workspace, KEY_A).id)


def come_again(workspace: Workspace, folder: Path, text: str) -> ImportReport:
    """Import the first digest with another text."""
    (folder / f"{KEY_A}.md").write_bytes(text.encode())
    return import_paths(workspace, [folder / f"{KEY_A}.md"])


def test_a_changed_file_updates_a_digest_that_was_not_edited(
    stocked: Workspace, inbox: Path
) -> None:
    before = record(stocked)
    report = come_again(stocked, inbox, LATER)
    assert (report.changed, report.conflict) == (1, ())
    after = record(stocked)
    assert [term.name for term in after.themes] == ["Energy", "Shipping", "Trade"]
    assert after.themes[:2] == before.themes
    assert markdown(stocked, after.digest.id) == LATER
    stocked.undo()
    assert record(stocked) == before
    assert markdown(stocked, after.digest.id) == LAYOUT_A


def test_judgements_stay_with_their_links_through_an_update(
    stocked: Workspace, inbox: Path
) -> None:
    link = record(stocked).closest[0]
    stocked.do(set_relation, [link.id], "supports")
    stocked.do(set_tags, link.id, "ferries")
    stocked.do(set_review, [link.digest_id], "done")
    swapped = LATER.split("* [")
    swapped = [swapped[0], swapped[2] + "\n", swapped[1].rstrip("\n")]
    assert come_again(stocked, inbox, "* [".join(swapped)).changed == 1
    after = record(stocked)
    assert after.closest[1].id == link.id
    assert (after.closest[1].relation, after.closest[1].tags) == ("supports", ("ferries",))
    assert after.digest.review == "done"


def test_an_update_that_would_lose_a_judgement_is_a_conflict(
    stocked: Workspace, inbox: Path
) -> None:
    link = record(stocked).closest[0]
    stocked.do(set_relation, [link.id], "supports")
    without = LATER.replace(LATER[LATER.index("* [Ferries") : LATER.index("* [A Port")], "")
    assert come_again(stocked, inbox, without).conflict == (KEY_A,)
    assert record(stocked).closest[0].relation == "supports"


def test_where_both_changed_mine_is_kept_and_the_question_noted_once(
    stocked: Workspace, inbox: Path
) -> None:
    stocked.do(set_digest_field, record(stocked).digest.id, "title", "Mine")
    mine = record(stocked)
    assert come_again(stocked, inbox, LATER).conflict == (KEY_A,)
    again = come_again(stocked, inbox, LATER)
    assert again.conflict == (KEY_A,)
    assert again.changes.is_empty
    assert record(stocked) == mine
    (asked,) = conflicts(stocked)
    assert asked.theirs == LATER
    assert "Mine" in asked.mine
    newer = LATER.replace("good", "better")
    come_again(stocked, inbox, newer)
    (asked,) = conflicts(stocked)
    assert asked.theirs == newer


def test_my_own_edit_exported_and_imported_again_is_the_same(
    stocked: Workspace, inbox: Path
) -> None:
    digest_id = record(stocked).digest.id
    stocked.do(set_digest_field, digest_id, "title", "Mine")
    assert come_again(stocked, inbox, markdown(stocked, digest_id)).same == 1


def test_what_was_trashed_stays_in_the_trash(stocked: Workspace, inbox: Path) -> None:
    stocked.do(trash, [record(stocked).digest.id])
    assert come_again(stocked, inbox, LAYOUT_A).same == 1
    assert record(stocked).digest.trashed


def test_judgements_travel_to_another_library_and_back(
    stocked: Workspace, inbox: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    link = record(stocked).closest[0]
    stocked.do(set_relation, [link.id], "contradicts")
    export(stocked, out, layout="curated", keys=[KEY_A])
    assert import_paths(stocked, [out]).same == 1
    other = Workspace.open(tmp_path / "other.curator")
    import_paths(other, [inbox])
    assert import_paths(other, [out]).changed == 1
    assert record(other).closest[0].relation == "contradicts"
    assert import_paths(other, [out]).same == 1
    other.do(set_relation, [record(other).closest[0].id], "supports")
    assert import_paths(other, [out]).conflict == (KEY_A,)
    assert record(other).closest[0].relation == "supports"
    other.close()
