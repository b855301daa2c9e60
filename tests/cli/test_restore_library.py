"""`curator restore`."""

from pathlib import Path

from tests.cli.conftest import Curator
from tests.digests import KEY_A


def test_yesterday_is_brought_back_and_today_kept(stocked: Curator, tmp_path: Path) -> None:
    report = stocked("backup", "--json").json
    assert isinstance(report, dict)
    stocked("set", KEY_A, "title", "Today")
    answer = stocked("restore", report["backup"], "--json")
    restored = answer.json
    assert isinstance(restored, dict)
    assert "Today" not in stocked("list").out
    assert "Today" in stocked("list", "--library", restored["previous"]).out
    assert "what was there is now" in stocked("restore", report["backup"]).out


def test_a_copy_that_is_not_there_is_named(stocked: Curator, tmp_path: Path) -> None:
    assert stocked("restore", tmp_path / "none.curator").code == 2
    assert stocked("list").code == 0
