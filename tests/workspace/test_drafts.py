"""What was being typed outlives the process, waits in a file of its own, and is never lost."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from curator.domain.errors import CuratorError
from curator.settings import state_folder
from curator.workspace import drafts, reading
from curator.workspace.drafts import Draft
from curator.workspace.editing import set_digest_field
from curator.workspace.typed_fields import TypedField
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A

TYPES = """
import os, signal, sys
from pathlib import Path
from curator.workspace import drafts
from curator.workspace.typed_fields import TypedField
from curator.workspace.workspace import Workspace

workspace = Workspace.open(Path(sys.argv[1]), create=False)
place = TypedField(int(sys.argv[2]), "digest", int(sys.argv[2]), "title")
drafts.keep(workspace, place, "Harbours", "Harb")
print("kept", flush=True)
sys.stdin.read()
"""


def title_of(workspace: Workspace) -> TypedField:
    digest_id = reading.digest_by_key(workspace, KEY_A).id
    return TypedField(digest_id, "digest", digest_id, "title")


def left(workspace: Workspace, text: str = "Harb") -> Draft:
    """A draft that no window holds any more."""
    draft = drafts.keep(workspace, title_of(workspace), "Harbours", text)
    drafts.let_go(draft)
    return draft


def test_a_living_window_keeps_its_draft_to_itself_until_it_is_killed(
    stocked: Workspace, repository: Path
) -> None:
    place = title_of(stocked)
    command = [sys.executable, "-c", TYPES, str(stocked.path), str(place.digest_id)]
    with subprocess.Popen(
        command, cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == b"kept\n"
        assert drafts.count(stocked) == 0
        typist.kill()
        psutil.wait_procs([psutil.Process(typist.pid)], timeout=10)  # gone, but not yet buried
        (found,) = drafts.left_behind(stocked)
    assert (found.place, found.stored, found.text) == (place, "Harbours", "Harb")
    assert drafts.count(stocked) == 1


def test_only_its_owner_can_read_a_draft(stocked: Workspace) -> None:
    path = left(stocked).path
    assert path.is_relative_to(state_folder())
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_later_keystrokes_replace_the_draft(stocked: Workspace) -> None:
    first = left(stocked)
    later = drafts.keep(stocked, first.place, first.stored, "Harbour", first.path)
    drafts.let_go(later)
    assert [draft.text for draft in drafts.left_behind(stocked)] == ["Harbour"]


def test_keeping_a_draft_changes_nothing_in_the_library(stocked: Workspace) -> None:
    other = Workspace.open(stocked.path, create=False)
    other.changed_elsewhere()
    left(stocked)
    assert not other.changed_elsewhere()
    other.close()


def test_a_draft_belongs_to_one_library(stocked: Workspace, tmp_path: Path) -> None:
    left(stocked)
    other = Workspace.open(tmp_path / "other.curator")
    assert drafts.left_behind(other) == []
    other.close()


def test_what_was_thrown_away_is_gone_and_can_be_brought_back(stocked: Workspace) -> None:
    draft = left(stocked)
    drafts.throw_away(draft)
    drafts.throw_away(draft)
    assert drafts.left_behind(stocked) == []
    drafts.let_go(draft)
    assert drafts.left_behind(stocked) == [draft]


def test_what_the_library_says_meanwhile_is_no_draft_any_more(stocked: Workspace) -> None:
    draft = left(stocked, "Harbours learn ")
    stocked.do(set_digest_field, draft.digest_id, "title", "Harbours learn")
    assert drafts.left_behind(stocked) == []
    assert not draft.path.exists()


@pytest.mark.parametrize(
    "damage",
    [b"", b"\xff\xfe", b"[]", b"{}", b"[" * 100_000, b'{"at": 1}'],
    ids=["empty", "no text", "no draft", "nothing in it", "deep", "other kinds"],
)
def test_a_damaged_draft_is_set_aside(stocked: Workspace, damage: bytes) -> None:
    sound = left(stocked)
    damaged = sound.path.with_name("0.json")
    damaged.write_bytes(damage)
    assert drafts.left_behind(stocked) == [sound]
    assert damaged.with_suffix(".damaged").read_bytes() == damage
    assert not damaged.exists()


def test_a_draft_of_no_time_or_no_process_is_damaged_or_left_behind(stocked: Workspace) -> None:
    draft = left(stocked)
    told = draft.path.read_text(encoding="utf-8")
    draft.path.write_text(told.replace('"process": 0', '"process": 99999999999'))
    assert drafts.left_behind(stocked) == [draft]
    reused = told.replace('"process": 0', f'"process": {os.getpid()}')
    draft.path.write_text(reused)  # the number came back with another process
    assert drafts.left_behind(stocked) == [draft]
    for part, wrong in ((f'"{draft.at}"', '"yesterday"'), ('"Harb"', "[]")):
        draft.path.write_text(told.replace(part, wrong))
        assert drafts.left_behind(stocked) == []


def test_a_draft_that_can_not_be_read_is_passed_over(stocked: Workspace) -> None:
    draft = left(stocked)
    draft.path.with_name("folder.json").mkdir()
    assert drafts.left_behind(stocked) == [draft]


def test_what_a_killed_process_left_half_written_goes_after_a_while(stocked: Workspace) -> None:
    folder = left(stocked).path.parent
    old, young = folder / ".curator-1.part", folder / ".curator-2.part"
    for stray in (old, young):
        stray.write_bytes(b"half")
    os.utime(old, (0, 0))
    drafts.left_behind(stocked)
    assert (old.exists(), young.exists()) == (False, True)


@pytest.mark.fault("F5")
def test_a_full_disk_is_told_and_the_former_draft_stays(stocked: Workspace) -> None:
    draft = left(stocked)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, limits[1]))
    try:
        with pytest.raises(CuratorError, match="can't be kept in a draft"):
            drafts.keep(stocked, draft.place, draft.stored, "Harbours", draft.path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert drafts.left_behind(stocked) == [draft]


def test_a_draft_that_can_not_be_deleted_is_told(stocked: Workspace) -> None:
    draft = left(stocked)
    draft.path.unlink()
    draft.path.mkdir()
    with pytest.raises(CuratorError, match="can't be deleted"):
        drafts.throw_away(draft)
