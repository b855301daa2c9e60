"""Bringing files in: once, twice, changed, broken, dry, cancelled."""

import os
import sys
from pathlib import Path

import pytest

from curator.domain.listing import TRASH, Listing
from curator.workspace.history import steps
from curator.workspace.importing import import_paths
from curator.workspace.inbox import LARGEST
from curator.workspace.reading import counts, digest_by_key, digest_ids
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B, LAYOUT_A


def test_the_same_again_changes_nothing_at_all(workspace: Workspace, inbox: Path) -> None:
    first = import_paths(workspace, [inbox])
    assert (first.new, first.changed, first.same) == (2, 0, 0)
    assert first.changes.label == "Import 2 digests"
    history = steps(workspace)
    again = import_paths(workspace, [inbox])
    assert (again.new, again.changed, again.same) == (0, 0, 2)
    assert again.changes.is_empty
    assert steps(workspace) == history


def test_one_bad_file_stops_nothing_and_each_is_named_with_its_reason(
    workspace: Workspace, inbox: Path
) -> None:
    (inbox / "notes.txt").write_text("Buy milk.\n")
    (inbox / "latin.md").write_bytes("# Fähre\n".encode("latin-1"))
    (inbox / "huge.md").write_bytes(b"x" * (LARGEST + 1))
    (inbox / "picture.png").write_bytes(b"\x89PNG")
    report = import_paths(workspace, [inbox, inbox / "gone.md"])
    assert report.new == 2
    broken = {Path(file.path).name: file for file in report.broken}
    assert set(broken) == {"notes.txt", "latin.md", "huge.md", "gone.md"}
    assert "UTF-8" in broken["latin.md"].reason
    assert "5 MB" in broken["huge.md"].reason
    assert "no such file" in broken["gone.md"].reason


def test_the_library_itself_is_no_digest(stocked: Workspace, inbox: Path) -> None:
    report = import_paths(stocked, [stocked.path, inbox])
    assert report.same == 2
    assert [file.reason for file in report.broken] == ["It is the library itself."]


def test_folders_are_searched_to_their_depth_in_order(workspace: Workspace, inbox: Path) -> None:
    deep = inbox / "2024" / "august"
    deep.mkdir(parents=True)
    (deep / "deep.markdown").write_text(LAYOUT_A.replace("Harbours", "Deep harbours"))
    seen: list[tuple[int, int, str]] = []
    report = import_paths(workspace, [inbox], progress=lambda *step: seen.append(step))
    assert report.new == 3
    assert [done for done, _, _ in seen] == [0, 1, 2]
    assert {total for _, total, _ in seen} == {3}
    assert digest_by_key(workspace, "deep").file_name == "deep.markdown"


def test_a_file_that_vanishes_meanwhile_is_named(workspace: Workspace, inbox: Path) -> None:
    def take_away(_done: int, _total: int, name: str) -> None:
        (inbox / name).unlink()

    report = import_paths(workspace, [inbox], progress=take_away)
    assert report.new == 0
    assert all("can't be read" in file.reason for file in report.broken)
    assert len(report.broken) == 2


def test_a_folder_that_can_not_be_looked_into_is_named(
    workspace: Workspace, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = inbox / "locked"
    locked.mkdir()
    look = os.scandir

    def refuse(folder: str) -> object:  # as the system does for all but root
        if str(folder) == str(locked):
            raise PermissionError(13, "Permission denied", str(locked))
        return look(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    report = import_paths(workspace, [inbox])
    assert report.new == 2
    (broken,) = report.broken
    assert (broken.path, broken.reason) == (str(locked), "It can't be read: Permission denied.")


def test_a_dry_run_tells_what_would_happen(workspace: Workspace, inbox: Path) -> None:
    report = import_paths(workspace, [inbox], dry_run=True)
    assert report.new == 2
    assert report.changes.is_empty
    assert counts(workspace)["all"] == 0
    assert import_paths(workspace, [inbox]).new == 2


def test_a_cancelled_import_changes_nothing(workspace: Workspace, inbox: Path) -> None:
    answers = iter([False, True])
    report = import_paths(workspace, [inbox], cancelled=lambda: next(answers))
    assert report.cancelled
    assert report.new == 0
    assert counts(workspace)["all"] == 0
    assert steps(workspace) == []


def test_two_files_of_one_name_are_not_both_the_digest(workspace: Workspace, inbox: Path) -> None:
    (inbox / "2025").mkdir()
    (inbox / "2025" / f"{KEY_A}.md").write_text(LAYOUT_A.replace("mixed", "good"))
    for expected in ((2, 0), (0, 2)):
        report = import_paths(workspace, [inbox])
        assert (report.new, report.same) == expected
        (clash,) = report.broken
        assert clash.path == str(inbox / "2025" / f"{KEY_A}.md")
        assert str(inbox / f"{KEY_A}.md") in clash.reason
    assert "mixed" in digest_by_key(workspace, KEY_A).summary


def test_a_copy_in_another_folder_is_the_same(workspace: Workspace, inbox: Path) -> None:
    (inbox / "copies").mkdir()
    (inbox / "copies" / f"{KEY_A}.md").write_text(LAYOUT_A)
    report = import_paths(workspace, [inbox])
    assert (report.new, report.same, report.broken) == (2, 1, ())


def test_hundreds_of_files_are_one_step(workspace: Workspace, inbox: Path) -> None:
    for number in range(203):
        (inbox / f"digest-{number}.md").write_text(LAYOUT_A)
    assert import_paths(workspace, [inbox]).new == 205
    assert len(steps(workspace)) == 1
    workspace.undo()
    assert counts(workspace)["all"] == 0


def test_a_file_named_twice_is_read_once(workspace: Workspace, inbox: Path) -> None:
    assert import_paths(workspace, [inbox, inbox / f"{KEY_A}.md"]).new == 2


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="their file names are Unicode")
def test_a_name_that_is_no_utf_8_stops_nothing(workspace: Workspace, inbox: Path) -> None:
    with open(os.fsencode(inbox) + b"/bad\xff.md", "wb") as file:  # noqa: PTH123  Path takes no bytes
        file.write(LAYOUT_A.encode())
    report = import_paths(workspace, [inbox])
    assert report.new == 2
    (broken,) = report.broken
    assert broken.reason == "Its name is not UTF-8."
    assert broken.path.endswith("bad?.md")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_what_is_no_file_is_named_and_not_waited_for(workspace: Workspace, inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.md")
    (inbox / "gone.md").symlink_to(inbox / "nowhere")
    report = import_paths(workspace, [inbox])
    assert report.new == 2
    assert {file.reason for file in report.broken} == {"It is no file."}


def test_undoing_an_import_puts_its_digests_into_the_trash_and_redo_brings_them(
    stocked: Workspace,
) -> None:
    stocked.undo()
    assert counts(stocked)["all"] == 0
    assert len(digest_ids(stocked, Listing(TRASH))) == 2
    stocked.redo()
    assert counts(stocked)["all"] == 2


def test_an_import_that_was_undone_can_be_done_anew(stocked: Workspace, inbox: Path) -> None:
    stocked.undo()
    report = import_paths(stocked, [inbox])
    assert (report.new, report.same) == (2, 0)
    assert counts(stocked)["all"] == 2


def test_findings_are_counted(workspace: Workspace, inbox: Path) -> None:
    (inbox / f"{KEY_B}.md").write_text(LAYOUT_A.replace("20240818]", "20240830]") + "\n\n## Odd\n")
    assert import_paths(workspace, [inbox]).findings >= 1


def test_the_real_collection_comes_in_once(workspace: Workspace, corpus: Path) -> None:
    first = import_paths(workspace, [corpus / "digests"])
    assert (first.new, first.broken) == (104, ())
    again = import_paths(workspace, [corpus / "digests"])
    assert (again.new, again.same) == (0, 104)
    analyses = import_paths(workspace, [corpus / "analyses"])
    assert len(analyses.broken) == len(list((corpus / "analyses").iterdir()))
    revised = import_paths(workspace, [corpus / "revisions"])
    assert (revised.changed, revised.conflict) == (2, ())
