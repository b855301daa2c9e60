"""The files of the program are found wherever it runs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from curator.domain.errors import CuratorError
from curator.resources import resource


def test_a_checkout_has_its_resources(repository: Path) -> None:
    assert resource() == repository / "resources"
    assert resource("icons").is_dir()


def test_a_file_is_named_by_its_parts() -> None:
    (first, *_) = sorted(resource("icons").glob("*.svg"))
    assert resource("icons", first.name) == first
    assert "<svg" in first.read_text(encoding="utf-8")


def test_what_is_missing_is_named() -> None:
    with pytest.raises(CuratorError, match=r"“icons/unicorn\.svg”, .* install Curator again"):
        resource("icons", "unicorn.svg")


def test_an_installed_package_carries_its_resources(repository: Path, tmp_path: Path) -> None:
    installed = tmp_path / "site-packages" / "curator"
    shutil.copytree(repository / "curator" / "domain", installed / "domain")
    for name in ("__init__.py", "resources.py"):
        shutil.copy(repository / "curator" / name, installed)
    (installed / "_resources" / "styles").mkdir(parents=True)
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "from curator.resources import resource; print(resource('styles'))",
        ],
        cwd=tmp_path / "site-packages",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert Path(told.stdout.strip()) == installed / "_resources" / "styles"
