"""One open library: deeds, undo, and who hears of them."""

from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.changes import Changes
from curator.domain.errors import LibraryError, ReadOnly, UnknownRecord
from curator.library.write import Write
from curator.workspace.editing import set_digest_field
from curator.workspace.history import steps
from curator.workspace.reading import digest_by_key
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A


def test_every_commit_is_told_once_and_what_changed_nothing_is_not(stocked: Workspace) -> None:
    heard: list[Changes] = []
    digest = digest_by_key(stocked, KEY_A)
    silence = stocked.subscribe(heard.append)
    changes = stocked.do(set_digest_field, digest.id, "title", "Ships at the Socket")
    stocked.do(set_digest_field, digest.id, "title", "Ships at the Socket")
    assert heard == [changes]
    silence()
    stocked.undo()
    assert heard == [changes]


def test_an_edit_of_yesterday_is_undone_after_a_restart(stocked: Workspace) -> None:
    digest = digest_by_key(stocked, KEY_A)
    stocked.do(set_digest_field, digest.id, "title", "Ships at the Socket")
    path = stocked.path
    stocked.close()
    again = Workspace.open(path, create=False, actor="Grace")
    undone = again.undo()
    assert undone.label.startswith("Edit title")
    assert digest_by_key(again, KEY_A).title == digest.title
    again.redo()
    assert digest_by_key(again, KEY_A).title == "Ships at the Socket"
    again.close()


def test_typing_into_one_field_is_one_step(stocked: Workspace) -> None:
    digest = digest_by_key(stocked, KEY_A)
    before = len(steps(stocked))
    for text in ("S", "Sh", "Ships"):

        def deed(write: Write, typed: str = text) -> str:
            return set_digest_field(write, digest.id, "title", typed)

        stocked.type_into("digest.title", deed)
    assert len(steps(stocked)) == before + 1
    stocked.undo()
    assert digest_by_key(stocked, KEY_A).title == digest.title


def test_a_step_in_the_middle_is_undone_and_done_again(stocked: Workspace) -> None:
    digest = digest_by_key(stocked, KEY_A)
    middle = stocked.do(set_digest_field, digest.id, "title", "Middle")
    other = digest_by_key(stocked, "1a2b3c4d5e6f708192a3b4c5d6e7f809")
    stocked.do(set_digest_field, other.id, "title", "Other")
    stocked.revert(middle.step_id)
    assert digest_by_key(stocked, KEY_A).title == digest.title
    assert digest_by_key(stocked, other.key).title == "Other"
    stocked.undo()
    stocked.undo()
    stocked.undo()
    stocked.do(set_digest_field, other.id, "title", "New way")
    stocked.reapply(middle.step_id)
    assert digest_by_key(stocked, KEY_A).title == "Middle"


def test_nothing_to_undo_is_said(workspace: Workspace) -> None:
    with pytest.raises(UnknownRecord):
        workspace.undo()
    with pytest.raises(UnknownRecord):
        workspace.redo()


def test_another_process_is_noticed_once(stocked: Workspace) -> None:
    stocked.changed_elsewhere()
    other = Workspace.open(stocked.path, create=False)
    other.do(set_digest_field, digest_by_key(other, KEY_A).id, "title", "From elsewhere")
    other.close()
    assert stocked.changed_elsewhere()
    assert not stocked.changed_elsewhere()


def test_without_create_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library"):
        Workspace.open(tmp_path / "none.curator", create=False)
    assert not list(tmp_path.iterdir())


def test_edits_carry_the_name_of_the_account_where_none_is_given(tmp_path: Path) -> None:
    opened = Workspace.open(tmp_path / "own.curator")
    assert isinstance(opened.actor, str)
    opened.close()


def test_a_folder_that_takes_no_library_is_told_and_not_viewed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ReadOnly):
        Workspace.open_or_view(tmp_path / "file" / "new.curator")


@pytest.mark.fault("F5")
def test_on_a_full_disk_a_library_can_still_be_read(
    stocked: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    stocked.close()
    monkeypatch.setenv("CURATOR_FAILPOINT", "open.checked=full@1")
    with closing(Workspace.open_or_view(stocked.path, create=False)) as viewer:
        assert "no space left" in viewer.only_reads
        assert digest_by_key(viewer, KEY_A).key == KEY_A
