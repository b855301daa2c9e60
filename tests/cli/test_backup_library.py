"""`curator backup`."""

from pathlib import Path

from tests.cli.conftest import Curator


def test_a_verified_copy_lies_beside_the_library(stocked: Curator, tmp_path: Path) -> None:
    report = stocked("backup", "--json").json
    assert isinstance(report, dict)
    copy = Path(report["backup"])
    assert copy.parent == tmp_path / "data" / "backups"
    assert copy.stat().st_size == report["bytes"]
    assert stocked("list", "--library", copy).out == stocked("list").out
    assert "verified" in stocked("backup").out
