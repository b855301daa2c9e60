"""What users install holds all that runs, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def names(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=repository,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("signal_curator-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_module_is_there(names: set[str], repository: Path) -> None:
    modules = (repository / "curator").rglob("*.py")
    assert {path.relative_to(repository).as_posix() for path in modules} <= names


def test_every_resource_is_there(names: set[str], repository: Path) -> None:
    folder = repository / "resources"
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert {f"curator/_resources/{path.relative_to(folder).as_posix()}" for path in files} <= names


def test_nothing_else_is_there(names: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names} == {"curator", "signal_curator"}


def test_it_says_under_which_licence_it_comes(names: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
