"""The last way out of a library that this program can't open."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.errors import NotALibrary, TooNew
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from curator.workspace.writing_out import write_out
from tests.digests import KEY_A, KEY_B


@pytest.mark.fault("F14")
def test_a_library_of_a_newer_curator_can_be_written_out(tmp_path: Path, inbox: Path) -> None:
    library = tmp_path / "library.curator"
    workspace = Workspace.open(library)
    import_paths(workspace, [inbox])
    workspace.close()
    with closing(sqlite3.connect(library)) as connection:
        connection.execute(f"PRAGMA user_version = {99 << 16}")
    with pytest.raises(TooNew):
        Workspace.open_or_view(library)
    before = library.read_bytes()
    report = write_out(library, tmp_path / "out")
    assert report.written == 2
    assert {path.stem for path in (tmp_path / "out").glob("*.md")} == {KEY_A, KEY_B}
    assert library.read_bytes() == before


def test_what_is_no_library_can_not(tmp_path: Path) -> None:
    letter = tmp_path / "letter.curator"
    letter.write_text("Dear reader, this is no library. " * 40, encoding="utf-8")
    with pytest.raises(NotALibrary):
        write_out(letter, tmp_path / "out")
