"""A workspace on a real library file, and a folder of two digests to bring in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B, LAYOUT_A, LAYOUT_B


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty library."""
    opened = Workspace.open(tmp_path / "watch.curator", actor="Ada")
    yield opened
    opened.close()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with one digest of each layout."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / f"{KEY_A}.md").write_bytes(LAYOUT_A.encode())
    (folder / f"{KEY_B}.md").write_bytes(LAYOUT_B.encode())
    return folder


@pytest.fixture
def stocked(workspace: Workspace, inbox: Path) -> Workspace:
    """A library that holds both."""
    import_paths(workspace, [inbox])
    return workspace
