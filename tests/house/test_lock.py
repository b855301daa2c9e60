"""The lock names exact files and no place to fetch them from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(
    r"^([A-Za-z0-9._-]+)==(\S+)(?: ; [^\\]+)? \\((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+)",
    re.MULTILINE,
)
ADDRESS = re.compile(r"://|--(?:extra-)?index|--find-links|--trusted|^-[a-z] | @ ", re.MULTILINE)


def pins(repository: Path, name: str) -> dict[str, str]:
    """The versions that a lock file names."""
    text = (repository / "packaging" / name).read_text(encoding="utf-8")
    return {canonicalize_name(found[1]): found[2] for found in PIN.finditer(text)}


def wanted(repository: Path) -> dict[str, list[Requirement]]:
    """What `pyproject.toml` asks for, for each lock file."""
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = [Requirement(text) for text in project["project"]["dependencies"]]
    dev = [Requirement(text) for text in project["dependency-groups"]["dev"]]
    return {"requirements.txt": runtime, "requirements-dev.txt": [*runtime, *dev]}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(name: str, repository: Path) -> None:
    text = (repository / "packaging" / name).read_text(encoding="utf-8")
    assert ADDRESS.findall(text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_each_line_is_a_version_with_hashes(name: str, repository: Path) -> None:
    text = (repository / "packaging" / name).read_text(encoding="utf-8")
    head, *rest = text.splitlines()
    assert head.startswith("#")
    assert PIN.sub("", "\n".join(rest)).strip() == ""


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_asked_for_is_locked(name: str, repository: Path) -> None:
    locked = pins(repository, name)
    for requirement in wanted(repository)[name]:
        version = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} but {version}"


def test_developers_run_what_users_get(repository: Path) -> None:
    users, developers = (pins(repository, name) for name in LOCKS)
    assert users.items() <= developers.items()
