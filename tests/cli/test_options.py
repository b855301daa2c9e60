"""Which library a command works on."""

from pathlib import Path

from tests.cli.conftest import Curator


def test_the_library_is_named_before_or_behind_the_command(
    curator: Curator, inbox: Path, tmp_path: Path
) -> None:
    other = tmp_path / "new folder" / "other.curator"
    assert curator("--library", other, "import", inbox).code == 0
    assert len(curator("list", "--library", other).out.splitlines()) == 2
    assert curator("list").code == 2
    assert other.parent.stat().st_mode & 0o777 == 0o700
