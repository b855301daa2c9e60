"""A library to work on, with a clock that the test moves."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curator.library.creation import create_library
from curator.library.library import Library
from tests.library.known import Known


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library without digests, to be copied: making one takes a migration."""
    path = tmp_path_factory.mktemp("empty") / "empty.curator"
    create_library(path)
    return path


@pytest.fixture
def path(tmp_path: Path, empty_file: Path) -> Path:
    return Path(shutil.copyfile(empty_file, tmp_path / "scan.curator"))


@pytest.fixture
def library(path: Path, clock: Clock) -> Iterator[Library]:
    library = Library.open(path, clock=clock)
    yield library
    library.close()


@pytest.fixture(scope="module", params=range(3))
def known(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, empty_file: Path
) -> Iterator[Known]:
    """Random digests, and the same as records."""
    path = shutil.copyfile(empty_file, tmp_path_factory.mktemp("known") / "scan.curator")
    known = Known.made(Path(path), request.param)
    yield known
    known.library.close()
