"""`curator check`."""

import sqlite3
from pathlib import Path

from tests.cli.conftest import Curator


def test_a_sound_library_is_well(stocked: Curator) -> None:
    assert stocked("check").out.endswith("All is well.\n")
    report = stocked("check", "--json").json
    assert isinstance(report, dict)
    assert (report["ok"], report["digests"], report["problems"]) == (True, 2, [])


def test_a_row_that_left_its_history_behind_is_found(stocked: Curator, tmp_path: Path) -> None:
    stocked("set", next((tmp_path / "inbox").iterdir()).stem, "title", "Mine")
    with sqlite3.connect(tmp_path / "data" / "watch.curator") as connection:
        connection.execute("UPDATE digest SET title = 'Changed behind our back'")
    connection.close()
    answer = stocked("check")
    assert answer.code == 1
    assert "problems found" in answer.out
    assert answer.err
