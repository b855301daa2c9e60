"""Whatever is public says why it exists."""

from pathlib import Path

import pytest

from tests.house.rules import label, modules, undocumented

DOCUMENTED = [path for path in modules("curator", "packaging") if "versions" not in path.parts]


@pytest.mark.parametrize("path", DOCUMENTED, ids=label)
def test_public_names_are_documented(path: Path) -> None:
    assert list(undocumented(path.read_text(encoding="utf-8"))) == []


def test_missing_docstrings_are_seen() -> None:
    source = (
        "class Digest:\n"
        "    def name(self): ...\n"
        "    def _inner(self): ...\n"
        "def read(): ...\n"
        "def _cut(): ...\n"
    )
    assert list(undocumented(source)) == ["the module", "Digest", "Digest.name", "read"]


def test_overrides_are_documented_by_qt() -> None:
    source = '"""M."""\nclass Page(QWidget):\n    """P."""\n    def sizeHint(self): ...\n'
    assert list(undocumented(source)) == []
