"""`curator check`."""

import sqlite3
from pathlib import Path

from tests.cli.conftest import Curator
from tests.library.damage import overwrite_table

LIBRARY = Path("data", "watch.curator")


def report_of(curator: Curator, *options: str) -> dict[str, object]:
    """The JSON that the check prints."""
    report = curator("check", "--json", *options).json
    assert isinstance(report, dict)
    return report


def test_a_sound_library_is_well(stocked: Curator) -> None:
    assert stocked("check").out.endswith("All is well.\n")
    report = report_of(stocked)
    assert (report["ok"], report["digests"], report["problems"]) == (True, 2, [])


def test_a_row_that_left_its_history_behind_is_found(stocked: Curator, tmp_path: Path) -> None:
    stocked("set", next((tmp_path / "inbox").iterdir()).stem, "title", "Mine")
    with sqlite3.connect(tmp_path / LIBRARY) as connection:
        connection.execute("UPDATE digest SET title = 'Changed behind our back'")
    connection.close()
    answer = stocked("check")
    assert answer.code == 1
    assert "problems found" in answer.out
    assert "Your work needs you: the last check found" in answer.out
    assert answer.err


def test_the_work_is_said_to_be_safe_or_not(stocked: Curator, tmp_path: Path) -> None:
    before = report_of(stocked)
    assert before["last_backup"] is None
    assert before["steps_since_backup"] == 1
    stocked("backup")
    report = report_of(stocked)
    copy = report["last_backup"]
    assert isinstance(copy, dict)
    assert Path(copy["path"]).parent == tmp_path / "data" / "backups"
    assert copy["verified_at"] == copy["at"]
    assert report["backups"] == {"count": 1, "bytes": copy["bytes"]}
    assert (report["steps_since_backup"], report["verdict"]) == (0, "Your work is safe.")
    assert str(report["last_check"]).endswith("+00:00")
    place = report["place"]
    assert isinstance(place, dict)
    assert (place["path"], place["safe"]) == (str(tmp_path / LIBRARY), True)
    assert (report["open_conflicts"], report["trash"], report["drafts"]) == (0, 0, 0)
    assert report["read_only"] == ""
    journal = report["journal"]
    assert isinstance(journal, dict)
    assert journal["steps"] == 1
    facts = report["facts"]
    assert isinstance(facts, list)
    assert facts[0]["title"] == "Last backup"


def test_each_fact_is_one_line(stocked: Curator) -> None:
    lines = stocked("check").out.splitlines()
    assert [line for line in lines if line.startswith("  File format")] != []
    assert [line for line in lines if line.startswith("  Place ") and "watch.curator" in line] != []


def test_the_search_index_is_built_anew_on_demand(stocked: Curator, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / LIBRARY) as connection:
        connection.execute("INSERT INTO search(search) VALUES ('delete-all')")
    connection.close()
    assert stocked("check").code == 1
    assert stocked("check", "--rebuild").out.endswith("All is well.\n")
    assert stocked("check").code == 0


def test_a_damaged_library_is_told_about_and_not_just_refused(
    stocked: Curator, tmp_path: Path
) -> None:
    overwrite_table(tmp_path / LIBRARY, "change")
    answer = stocked("check")
    assert answer.code == 1
    assert "the library is damaged" in answer.out
    assert "! Last check" in answer.out
