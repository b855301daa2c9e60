"""What a file says, told without a library."""

from pathlib import Path

from curator.codec.source import sha256
from curator.workspace.exporting import export
from curator.workspace.inbox import own_files
from curator.workspace.incoming import Asked, Known, read_files
from curator.workspace.reviewing import set_review
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, LAYOUT_A

NOBODYS = own_files(Path("nowhere.curator"))


def test_a_digest_comes_ready_to_be_laid_down(inbox: Path) -> None:
    path = inbox / f"{KEY_A}.md"
    (said,) = read_files([Asked(str(path))], NOBODYS)
    assert (said.key, said.sha256, said.reason) == (KEY_A, sha256(LAYOUT_A), "")
    assert said.arrival
    assert said.arrival.text == LAYOUT_A
    assert not said.curated


def test_what_is_no_digest_comes_with_its_reason(inbox: Path) -> None:
    (inbox / "latin.md").write_bytes("# Fähre\n".encode("latin-1"))
    (inbox / "notes.md").write_text("Buy milk.\n")
    names = ("latin.md", "notes.md", "gone.md")
    said = list(read_files([Asked(str(inbox / name)) for name in names], NOBODYS))
    assert [one.arrival for one in said] == [None] * 3
    assert "UTF-8" in said[0].reason
    assert said[1].reason
    assert "can't be read" in said[2].reason


def test_what_the_library_has_is_told_by_its_hash_alone(inbox: Path) -> None:
    path = str(inbox / f"{KEY_A}.md")
    known = Known((sha256(LAYOUT_A), "other"), 7)
    (said,) = read_files([Asked(path, known)], NOBODYS)
    assert (said.arrival, said.reason, said.findings) == (None, "", 7)
    for other in (Known(("other",), 7), Known((sha256(LAYOUT_A),), -1)):
        (said,) = read_files([Asked(path, other)], NOBODYS)
        assert said.arrival


def test_a_curated_file_keeps_its_judgements_beside_the_plain_text(
    stocked: Workspace, tmp_path: Path
) -> None:
    stocked.do(set_review, [1], "done")
    export(stocked, tmp_path / "out", layout="curated", keys=[KEY_A])
    path = tmp_path / "out" / f"{KEY_A}.md"
    known = Known((sha256(path.read_text()),), 0)  # with front matter it is read all the same
    (said,) = read_files([Asked(str(path), known)], NOBODYS)
    assert said.curated
    assert said.text == path.read_text()
    assert said.arrival
    assert said.arrival.text == LAYOUT_A


def test_large_texts_are_handed_on_before_all_are_read(inbox: Path) -> None:
    for path in inbox.iterdir():
        path.write_text("Buy milk.\n" * 450_000)
    asked = [Asked(str(path)) for path in (*inbox.iterdir(), *inbox.iterdir())]
    assert len(list(read_files(asked, NOBODYS))) == 2
