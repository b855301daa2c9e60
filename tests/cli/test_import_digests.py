"""`curator import`."""

from pathlib import Path

from tests.cli.conftest import Curator
from tests.digests import KEY_A, LAYOUT_A


def test_the_report_is_the_one_of_the_contract(curator: Curator, inbox: Path) -> None:
    (inbox / "notes.md").write_text("Buy milk.\n")
    answer = curator("import", inbox, "--json")
    assert answer.code == 1
    report = answer.json
    assert isinstance(report, dict)
    assert list(report) == ["new", "changed", "same", "conflict", "broken", "findings"]
    assert (report["new"], report["changed"], report["same"]) == (2, 0, 0)
    assert [sorted(file) for file in report["broken"]] == [["line", "path", "reason"]]


def test_people_read_a_line_and_one_for_each_file_that_failed(
    curator: Curator, inbox: Path
) -> None:
    (inbox / "notes.md").write_text("Buy milk.\n")
    answer = curator("import", inbox)
    assert answer.out.startswith("Imported: 2 new, 0 changed, 0 same")
    assert f"{inbox / 'notes.md'}:1: " in answer.err
    assert curator("import", inbox, "--dry-run").out.startswith("Would import: 0 new")


def test_a_conflict_is_listed_and_kept(stocked: Curator, inbox: Path) -> None:
    stocked("set", KEY_A, "title", "Mine")
    (inbox / f"{KEY_A}.md").write_text(LAYOUT_A.replace("mixed", "good"))
    answer = stocked("import", inbox)
    assert answer.code == 1
    assert f"{KEY_A}: edited here and changed outside" in answer.err
    report = stocked("import", inbox, "--json").json
    assert isinstance(report, dict)
    assert report["conflict"] == [KEY_A]
