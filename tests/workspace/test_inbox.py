"""Folders of strangers: links, pipes, depths, files that move while they are read."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from curator.domain.errors import CodecError, CuratorError
from curator.workspace.importing import import_paths
from curator.workspace.inbox import DEEPEST, LARGEST, MOST_FILES, files_of, text_of
from curator.workspace.reading import digest_by_key, findings, markdown
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, LAYOUT_A

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def looked_through(paths: Iterable[Path]) -> tuple[list[str], dict[str, str]]:
    """The names of the files to read, and of those that were refused with their reasons."""
    refused: dict[str, str] = {}
    found = files_of(paths, lambda path, reason: refused.update({path.name: reason}))
    return [path.name for path in found], refused


@links
@pytest.mark.fault("F28")
def test_links_that_lead_out_of_the_folder_are_left_out_and_named(
    inbox: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "key.md").write_text(LAYOUT_A)
    (inbox / "stolen.md").symlink_to(secret / "key.md")
    (inbox / "elsewhere").symlink_to(secret)
    found, refused = looked_through([inbox])
    assert len(found) == 2
    assert set(refused) == {"stolen.md", "elsewhere"}
    assert all("leads out of the folder" in reason for reason in refused.values())


@links
@pytest.mark.fault("F28")
def test_links_within_the_folder_and_circles_end(inbox: Path) -> None:
    (inbox / "again").symlink_to(inbox)
    (inbox / "copy.md").symlink_to(inbox / f"{KEY_A}.md")
    (inbox / "round.md").symlink_to(inbox / "round.md")
    found, refused = looked_through([inbox])
    assert len(found) == 2
    assert set(refused) == {"round.md"}


@links
def test_what_the_person_names_outright_may_be_a_link(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(inbox)
    (tmp_path / "one.md").symlink_to(inbox / f"{KEY_A}.md")
    assert len(looked_through([tmp_path / "way"])[0]) == 2
    assert looked_through([tmp_path / "one.md"])[0] == ["one.md"]


@links
@pytest.mark.fault("F28")
def test_pipes_and_devices_are_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    found, refused = looked_through([pipe, Path("/dev/zero"), tmp_path / f"{'x' * 300}.md"])
    assert found == []
    assert refused["pipe.md"] == refused["zero"] == "It is no file."
    assert "name too long" in refused[f"{'x' * 300}.md"]
    with pytest.raises(CodecError, match="no file"):  # put there after the folder was listed
        text_of(pipe, frozenset())


def test_folders_within_folders_have_an_end(tmp_path: Path) -> None:
    here = tmp_path / "top"
    here.mkdir()
    top = here
    for _ in range(DEEPEST + 2):
        here = here / "d"
        here.mkdir()
    (here / "deep.md").write_text(LAYOUT_A)
    found, refused = looked_through([top])
    assert found == []
    assert [reason.split(":")[0] for reason in refused.values()] == ["Its folders are left out"]


def test_more_files_than_anybody_means_are_refused_before_anything_is_read(inbox: Path) -> None:
    refused: list[Path] = []
    assert len(list(files_of([inbox], lambda path, _: refused.append(path), most=2))) == 2
    with pytest.raises(CuratorError, match="more than 1 files") as caught:
        list(files_of([inbox], lambda path, _: refused.append(path), most=1))
    assert "smaller folder" in caught.value.hint
    assert MOST_FILES == 200_000


@pytest.mark.fault("F22")
def test_a_file_without_end_is_read_only_so_far(tmp_path: Path) -> None:
    huge = tmp_path / "huge.md"
    with huge.open("wb") as stream:
        stream.truncate(300 * LARGEST)
    with pytest.raises(CodecError, match=r"1,500\.0 MB; a digest has at most 5 MB"):
        text_of(huge, frozenset())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux has such files")
def test_a_file_that_holds_other_than_it_says_is_named(tmp_path: Path) -> None:
    with pytest.raises(CodecError, match="changed while it was read"):
        text_of(Path("/proc/self/status"), frozenset())


def test_no_file_of_the_library_is_opened(stocked: Workspace) -> None:
    journal = stocked.path.with_name(f"{stocked.path.name}-wal")
    assert journal.exists()
    report = import_paths(stocked, [journal, stocked.path])
    assert [file.reason for file in report.broken] == ["It is the library itself."] * 2


@pytest.mark.fault("F34")
@pytest.mark.fault("F35")
@pytest.mark.parametrize(
    "odd",
    ["a\0b", "\x07\x1b[2J", "\u202egnp.exe", "\ufeffx", "one\u2028two", "a\u200bb", "\x85"],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_odd_characters_are_kept_byte_for_byte_and_told(
    workspace: Workspace, tmp_path: Path, odd: str, end: str
) -> None:
    text = LAYOUT_A.replace("Harbours Learn", f"Harbours {odd} Learn").replace("\n", end)
    path = tmp_path / "odd.md"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert import_paths(workspace, [path]).new == 1
    digest = digest_by_key(workspace, "odd")
    assert markdown(workspace, digest.id).encode() == path.read_bytes()
    told = [f for f in findings(workspace, digest.id) if f.field == "title"]
    assert len(told) == (odd != "\x85")
