"""Who may import whom; the contracts themselves stand in `pyproject.toml`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)

ROOMS = "The rooms of Curator, highest first"
WINDOW = "The rooms of the window, highest first"
PAGES = "Pages do not import each other"
QT = "Nothing below the window imports Qt"
SQL = "Only the library knows SQL"
DOOR = "Window and command line go through the workspace"

BREACHES = [
    (ROOMS, "helpers.py", ""),
    (ROOMS, "domain/breach.py", "import curator.settings"),
    (ROOMS, "cli/breach.py", "import curator.gui.theme"),
    (WINDOW, "gui/breach.py", ""),
    (WINDOW, "gui/widgets/breach.py", "import curator.gui.models.record_table"),
    (PAGES, "gui/pages/breach.py", "import curator.gui.pages.digest_page"),
    (QT, "workspace/breach.py", "from PySide6 import QtCore"),
    (SQL, "workspace/breach.py", "import sqlite3"),
    (DOOR, "gui/widgets/breach.py", "import curator.library.library"),
    (DOOR, "cli/breach.py", "from curator.codec import reader"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the checkout in `folder`."""
    return subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_contracts_are_kept(repository: Path) -> None:
    done = lint(repository)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(("contract", "name", "source"), BREACHES)
def test_a_breach_is_seen(
    contract: str, name: str, source: str, repository: Path, tmp_path: Path
) -> None:
    shutil.copy(repository / "pyproject.toml", tmp_path)
    shutil.copytree(repository / "curator", tmp_path / "curator")
    (tmp_path / "curator" / name).write_text(f'"""A breach."""\n\n{source}\n', encoding="utf-8")
    done = lint(tmp_path)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout
