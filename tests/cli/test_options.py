"""Which library a command works on."""

from pathlib import Path

import pytest

from tests.cli.conftest import Curator
from tests.digests import KEY_A


def test_the_library_is_named_before_or_behind_the_command(
    curator: Curator, inbox: Path, tmp_path: Path
) -> None:
    other = tmp_path / "new folder" / "other.curator"
    assert curator("--library", other, "import", inbox).code == 0
    assert len(curator("list", "--library", other).out.splitlines()) == 2
    assert curator("list").code == 2
    assert other.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("arguments", [["--library", "", "list"], ["export", "--to", ""]])
def test_a_path_that_is_empty_is_refused(curator: Curator, arguments: list[str]) -> None:
    answer = curator(*arguments)
    assert answer.code == 2
    assert "the path is empty" in answer.err


def test_text_that_is_no_utf_8_is_refused_and_not_replaced(stocked: Curator) -> None:
    answer = stocked("set", KEY_A, "summary", "caf\udce9")
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert "caf" not in stocked("show", KEY_A).out
    assert stocked("show", "\udcff").code == 2


def test_a_dry_run_and_a_slip_make_no_library(
    curator: Curator, inbox: Path, tmp_path: Path
) -> None:
    assert curator("import", inbox, "--dry-run").out.startswith("Would import: 2 new")
    assert curator("import", tmp_path / "slip").code == 1
    assert not (tmp_path / "data").exists()
    assert curator("import", inbox).code == 0
    assert curator("import", inbox, "--dry-run").out.startswith("Would import: 0 new")
