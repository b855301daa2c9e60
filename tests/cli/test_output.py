"""How changes are printed for people."""

import io
import sys
from pathlib import Path

import pytest

from curator.cli.output import progress_bar
from tests.cli.conftest import Curator


def test_a_deed_is_told_cell_by_cell_and_long_ones_are_cut(
    stocked: Curator, tmp_path: Path
) -> None:
    undone = stocked("undo")
    assert undone.out.startswith("Import 2 digests (2 digests)")
    many = tmp_path / "many"
    many.mkdir()
    text = next((tmp_path / "inbox").iterdir()).read_text()
    for number in range(25):
        (many / f"digest{number}.md").write_text(text)
    stocked("import", many)
    assert "… and 5 more" in stocked("undo").out


def test_nothing_is_drawn_where_stderr_is_no_terminal() -> None:
    with progress_bar("Importing") as report:
        assert report is None


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", _Terminal())
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar("Importing") as report:
        assert report is not None
        report(1, 3, "a.md")
    drawn = sys.stderr
    assert isinstance(drawn, _Terminal)
    assert "1/3" in drawn.getvalue()
