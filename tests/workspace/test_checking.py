"""Checking a library, and making a damaged one whole."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from curator.domain.errors import ReadOnly
from curator.domain.listing import Listing
from curator.library import opening, queries
from curator.workspace.backups import back_up
from curator.workspace.checking import CheckReport, check, rebuild_index, repair
from curator.workspace.editing import set_digest_field
from curator.workspace.reading import digest_by_key
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.library import damage
from tests.library.deeds import listed


def noted(workspace: Workspace, name: str) -> str:
    with workspace.library.reading() as connection:
        return queries.setting(connection, name)


def test_a_sound_library_is_said_to_be_so_and_notes_it(stocked: Workspace) -> None:
    report = check(stocked)
    assert report == CheckReport(str(stocked.path), 2, 1, (), full=True)
    assert report.ok
    assert noted(stocked, "checked_at") > "2026"
    assert noted(stocked, "checked_problems") == "0"


def test_what_was_found_is_noted_too(stocked: Workspace) -> None:
    path = stocked.path
    stocked.close()
    damage.rewritten(path, "UPDATE digest SET sort_name = 'x'")
    with closing(Workspace.open(path, create=False)) as workspace:
        assert len(check(workspace).problems) == 2
        assert noted(workspace, "checked_problems") == "2"


@pytest.mark.fault("F10")
def test_a_damaged_library_is_checked_without_being_written(stocked: Workspace) -> None:
    path = stocked.path
    stocked.close()
    damage.overwrite_table(path, "term")
    damage.overwrite_table(path, "ix_step_state")
    before = path.read_bytes()
    with closing(Workspace.open_or_view(path, create=False)) as workspace:
        report = check(workspace)
    assert (report.ok, report.full, report.digests) == (False, False, 0)
    assert path.read_bytes() == before


@pytest.mark.fault("F11")
def test_the_search_index_is_built_anew_and_nothing_else(stocked: Workspace) -> None:
    path = stocked.path
    stocked.close()
    damage.garble_search(path)
    with closing(Workspace.open(path, create=False)) as workspace:
        assert not check(workspace).ok
        rebuild_index(workspace)
        assert check(workspace).ok
        with workspace.library.reading() as connection:
            assert listed(connection, Listing(search="ferries"))
        assert check(workspace).steps == 1


def test_what_can_only_be_read_keeps_its_index(stocked: Workspace) -> None:
    path = stocked.path
    stocked.close()
    damage.overwrite_table(path, "term")
    with closing(Workspace.open_or_view(path, create=False)) as viewer, pytest.raises(ReadOnly):
        rebuild_index(viewer)


def test_a_sound_library_needs_no_repair(stocked: Workspace) -> None:
    stocked.close()
    report = repair(stocked.path)
    assert (report.needed, report.ok, report.damaged, report.backup) == (False, True, "", "")


@pytest.mark.fault("F10")
def test_a_repair_names_the_damaged_file_and_the_newest_backup(stocked: Workspace) -> None:
    copy = back_up(stocked).backup
    stocked.do(set_digest_field, digest_by_key(stocked, KEY_A).id, "title", "Mine")
    path = stocked.path
    stocked.close()
    damage.overwrite_table(path, "signal")
    report = repair(path)
    assert (report.needed, report.ok, report.backup) == (True, True, copy)
    assert Path(report.damaged).exists()
    assert not replace(report, lost=(("signal", 1),)).ok
    with closing(Workspace.open(path, create=False)) as workspace:
        assert digest_by_key(workspace, KEY_A).title == "Mine"
        assert check(workspace).ok


@pytest.mark.fault("F17")
def test_a_journal_of_another_library_is_a_problem(stocked: Workspace, tmp_path: Path) -> None:
    stocked.close()
    with closing(Workspace.open(tmp_path / "other.curator")) as other:
        other.library.remember("checked_at", "")
        journal = other.path.with_name(f"{other.path.name}-wal").read_bytes()
    stocked.path.with_name(f"{stocked.path.name}-wal").write_bytes(journal)
    with closing(Workspace.open_or_view(stocked.path, create=False)) as viewer:
        report = check(viewer)
    assert not report.ok
    assert "belongs to another library" in report.problems[0]


def test_a_huge_library_that_was_checked_has_no_bad_end_any_more(
    stocked: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stocked.path
    stocked.close()
    monkeypatch.setattr(opening, "PROMPT", 1)
    path.with_name(f".{path.name}.4999999-dead.open").write_text("{}")
    for ended_badly in (True, False):
        with closing(Workspace.open(path)) as again:
            assert again.ended_badly == ended_badly
            assert check(again).ok
