"""A workspace on a real library file, empty or with two digests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty library."""
    opened = Workspace.open(tmp_path / "watch.curator", actor="Ada")
    yield opened
    opened.close()


@pytest.fixture
def stocked(workspace: Workspace, inbox: Path) -> Workspace:
    """A library that holds both."""
    import_paths(workspace, [inbox])
    return workspace
