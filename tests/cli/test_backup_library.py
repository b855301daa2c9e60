"""`curator backup`."""

from pathlib import Path

from tests.cli.conftest import Curator


def test_a_verified_copy_lies_beside_the_library(stocked: Curator, tmp_path: Path) -> None:
    report = stocked("backup", "--json").json
    assert isinstance(report, dict)
    copy = Path(report["backup"])
    assert copy.parent == tmp_path / "data" / "backups"
    assert copy.stat().st_size == report["bytes"] == report["copies_bytes"]
    assert report["copies"] == 1
    assert stocked("list", "--library", copy).out == stocked("list").out


def test_all_copies_are_counted_and_weighed(stocked: Curator) -> None:
    said = stocked("backup").out
    assert "verified" in said
    assert "There is 1 copy now, " in said
    assert "There are 2 copies now, " in stocked("backup").out
