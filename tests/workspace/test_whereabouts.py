"""Where a library lies, who has it open, and how it is rescued."""

from pathlib import Path

import pytest

from curator.domain.errors import Damaged, LibraryError, ReadOnly
from curator.domain.place import CLOUD, Place
from curator.workspace import whereabouts
from curator.workspace.editing import set_digest_field
from curator.workspace.reading import digest_by_key
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.library.damage import cut, overwrite_table


def test_a_place_is_told_before_a_library_is_made_there(tmp_path: Path) -> None:
    assert whereabouts.place_at(tmp_path / "new.curator").is_safe
    assert whereabouts.place_at(tmp_path / "Dropbox" / "x.curator") == Place(CLOUD, "Dropbox")


def test_ones_own_window_is_no_other(workspace: Workspace) -> None:
    assert whereabouts.others(workspace) == []
    assert whereabouts.windows_on(workspace.path) == []


@pytest.mark.fault("F20")
def test_what_was_moved_is_rescued_by_a_copy(stocked: Workspace, tmp_path: Path) -> None:
    stocked.path.rename(tmp_path / "moved.curator")
    assert whereabouts.is_displaced(stocked)
    copy = whereabouts.save_copy(stocked, tmp_path / "copy.curator")
    rescued = Workspace.open(copy)
    assert digest_by_key(rescued, KEY_A) == digest_by_key(stocked, KEY_A)
    rescued.close()


@pytest.mark.fault("F12")
def test_a_damaged_library_is_opened_to_be_read_as_far_as_it_goes(stocked: Workspace) -> None:
    stocked.close()
    overwrite_table(stocked.path, "link")
    with pytest.raises(Damaged):
        Workspace.open(stocked.path)
    viewer = Workspace.open_or_view(stocked.path)
    assert "is damaged" in viewer.only_reads
    with pytest.raises(ReadOnly, match="is damaged"):
        viewer.do(set_digest_field, 1, "title", "Ships")
    viewer.close()
    cut(stocked.path, 0.5)
    with pytest.raises(Damaged):
        Workspace.open_or_view(stocked.path)


def test_what_can_be_edited_is_opened_to_be_edited(tmp_path: Path) -> None:
    workspace = Workspace.open_or_view(tmp_path / "new.curator")
    assert workspace.only_reads == ""
    workspace.close()
    with pytest.raises(LibraryError, match="no library"):
        Workspace.open_or_view(tmp_path / "gone.curator", create=False)
