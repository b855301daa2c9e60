"""Whoever opens a module knows where its tests are."""

from pathlib import Path

import pytest

from tests.house.rules import ROOT, label, modules


def mirror_of(path: Path) -> Path:
    """Where the tests of a module of curator are."""
    inside = path.relative_to(ROOT / "curator")
    return ROOT / "tests" / inside.parent / f"test_{inside.stem.strip('_')}.py"


TESTED = [
    path
    for path in modules("curator")
    if path.name != "__init__.py" and "migrations" not in path.parts
]


@pytest.mark.parametrize("path", TESTED, ids=label)
def test_each_module_has_its_tests(path: Path) -> None:
    mirror = mirror_of(path)
    assert mirror.is_file(), f"{label(mirror)} is missing"
    assert "def test_" in mirror.read_text(encoding="utf-8")


def test_the_mirror_keeps_the_rooms() -> None:
    pages = ROOT / "curator" / "gui" / "pages" / "digest_page.py"
    assert label(mirror_of(pages)) == "tests/gui/pages/test_digest_page.py"
    assert label(mirror_of(ROOT / "curator" / "__main__.py")) == "tests/test_main.py"
