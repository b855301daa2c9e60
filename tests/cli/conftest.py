"""The command line on a library of its own, as a shell would call it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from curator.cli.main import run


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """The one JSON value on stdout."""
        return json.loads(self.out)


Curator = Callable[..., Answer]


@pytest.fixture
def curator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Curator:
    """Call `curator` with arguments; the library is the one that CURATOR_LIBRARY names."""
    monkeypatch.setenv("CURATOR_LIBRARY", str(tmp_path / "data" / "watch.curator"))

    def call(*arguments: object) -> Answer:
        code = run([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where that library lies."""
    return tmp_path / "data" / "watch.curator"


@pytest.fixture
def stocked(curator: Curator, inbox: Path) -> Curator:
    """The same, with both digests imported."""
    assert curator("import", inbox).code == 0
    return curator
