"""How changes are printed for people."""

import io
import sys
from pathlib import Path

import pytest

from curator.cli.output import progress_bar
from tests.cli.conftest import Curator
from tests.digests import KEY_A, LAYOUT_A


def test_a_deed_is_told_cell_by_cell_on_a_line_each(stocked: Curator) -> None:
    stocked("set", KEY_A, "signals.0.horizon", "One\ntwo")
    lines = stocked("undo").out.splitlines()
    assert lines[0] == "Undone: Edit 10y horizon of “Charging arms at quay” (1 signal)"
    assert lines[1].endswith(": One two → Harbours without smoke")
    assert len(lines) == 2


def test_a_long_deed_is_cut_and_an_import_told_in_numbers(stocked: Curator, inbox: Path) -> None:
    keywords = "\n".join(f"* keyword {number}" for number in range(30))
    (inbox / f"{KEY_A}.md").write_text(LAYOUT_A.replace("* ports", keywords))
    stocked("import", inbox)
    assert "… and 10 more" in stocked("undo").out
    assert stocked("undo").out == "Undone: Import 2 digests (2 digests)\n"
    assert stocked("redo").out == "Done again: Import 2 digests (2 digests)\n"


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
    assert "1 of 3" in drawn.getvalue()
