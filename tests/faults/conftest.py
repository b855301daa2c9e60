"""A library that is worth not to be lost, and processes to try that on."""

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, LAYOUT_A
from tests.faults.children import Nursery
from tests.faults.deeds import DEEDS
from tests.faults.states import State, states_along
from tests.faults.stories import LIBRARY

collect_ignore_glob = ["test_*.py"] if sys.platform != "linux" else []
"""Other systems kill, fork and limit in other ways; the program does not differ there."""

STOCK, INBOX = 12, 60
XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


def digest_files(folder: Path, name: str, count: int) -> Path:
    """A folder of small digests that all differ."""
    folder.mkdir(parents=True)
    for number in range(count):
        key = hashlib.md5(f"{name}{number}".encode(), usedforsecurity=False).hexdigest()
        text = LAYOUT_A.replace("Harbours Learn", f"{name} {number} Learns")
        (folder / f"{key}.md").write_text(text.replace(KEY_A, key), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def nursery(repository: Path) -> Iterator[Nursery]:
    """Where children come from."""
    nursery = Nursery(repository)
    yield nursery
    nursery.close()


@contextmanager
def home_of(folder: Path) -> Iterator[None]:
    """A home for what is made once for all tests: that of a single test does not last."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "CURATOR_STATE", "CURATOR_CONFIG", *XDG):
            patch.setenv(name, str(folder / "home"))
        yield


@pytest.fixture(scope="session")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library of twelve digests and some history, and sixty files to import."""
    folder = tmp_path_factory.mktemp("stock") / "desk"
    arrived = digest_files(folder / "arrived", "Harbour", STOCK)
    with home_of(folder.parent):
        workspace = Workspace.open(folder / LIBRARY, actor="Ada")
        import_paths(workspace, [arrived])
        for deed in DEEDS["go on"]:
            deed(workspace, folder)
        workspace.close()
    shutil.rmtree(arrived)
    shutil.rmtree(folder / "backups", ignore_errors=True)
    digest_files(folder / "inbox", "Ferry", INBOX)
    return folder


@pytest.fixture(scope="session")
def published(stock: Path, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with an export in it, and edits that were made after that."""
    desk = Path(shutil.copytree(stock, tmp_path_factory.mktemp("published") / "desk"))
    with home_of(desk.parent):
        assert nursery.live("publish", desk).code == 0
        assert nursery.live("do_deeds", desk, deeds="edit").code == 0
    return desk


@pytest.fixture
def desk(stock: Path, tmp_path: Path) -> Path:
    """A copy of it to work on."""
    return Path(shutil.copytree(stock, tmp_path / "desk"))


@pytest.fixture(scope="session")
def model(stock: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[State]]:
    """The states that a library runs through while deeds are done and nothing fails."""
    known: dict[str, list[State]] = {}

    def states(deeds: str) -> list[State]:
        if deeds not in known:
            folder = shutil.copytree(stock, tmp_path_factory.mktemp("model") / "desk")
            known[deeds] = states_along(folder / LIBRARY, deeds)
        return known[deeds]

    return states
