"""`curator repair`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Curator
from tests.digests import KEY_A
from tests.library import damage


@pytest.fixture
def library(stocked: Curator, tmp_path: Path) -> Path:
    """The library of these tests, with an edit."""
    stocked("set", KEY_A, "title", "Mine")
    return tmp_path / "data" / "watch.curator"


def test_a_sound_library_is_left_alone(stocked: Curator) -> None:
    answer = stocked("repair")
    assert answer.code == 0
    assert "there is nothing to repair" in answer.out


@pytest.mark.fault("F10")
def test_a_damaged_library_is_whole_again(stocked: Curator, library: Path) -> None:
    damage.overwrite_table(library, "signal")
    assert stocked("set", KEY_A, "title", "Other").code == 2
    answer = stocked("repair")
    assert answer.code == 0
    assert "the damaged file is now" in answer.out
    assert "2 digests" in answer.out
    assert "of them from the history or from imported texts" in answer.out
    assert "Checked again: all is well." in answer.out
    assert stocked("check").code == 0


@pytest.mark.fault("F10")
def test_what_was_lost_is_said_with_the_backup_that_may_have_it(
    stocked: Curator, library: Path
) -> None:
    stocked("backup")
    damage.rewritten(
        library,
        "UPDATE change SET after = 'no record' WHERE after IS NOT NULL",
        "UPDATE term SET name = CAST(x'ff' AS TEXT) WHERE id = 1",
    )
    answer = stocked("repair")
    assert answer.code == 1
    assert "Lost: 1 change, 1 step." in answer.err
    assert "bytes that are no text" in answer.err
    assert "What no library can hold stands in" in answer.out
    assert "The newest backup may have it:" in answer.out


def test_programs_get_it_as_json(stocked: Curator, library: Path) -> None:
    damage.garble_index(library)
    report = stocked("repair", "--json").json
    assert isinstance(report, dict)
    assert (report["needed"], report["ok"], report["saved"]["digest"]) == (True, True, 2)
    assert (report["lost"], report["problems"]) == ({}, [])


@pytest.mark.fault("F13")
def test_a_file_beyond_repair_is_one_line_with_the_way_out(stocked: Curator, library: Path) -> None:
    damage.overwrite_page(library, 1)
    answer = stocked("repair")
    assert answer.code == 2
    assert "curator restore FILE" in answer.err
