"""`curator restore`."""

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Curator
from tests.digests import KEY_A


class Terminal(io.StringIO):
    """A person at a keyboard."""

    def isatty(self) -> bool:
        return True


def backed_up(curator: Curator) -> Path:
    report = curator("backup", "--json").json
    assert isinstance(report, dict)
    return Path(report["backup"])


def test_yesterday_is_brought_back_and_today_kept(stocked: Curator) -> None:
    copy = backed_up(stocked)
    stocked("set", KEY_A, "title", "Today")
    restored = stocked("restore", copy, "--json").json
    assert isinstance(restored, dict)
    assert restored["lost"]["steps"] == 1
    assert "" < restored["lost"]["from"] == restored["lost"]["to"]
    assert "Today" not in stocked("list").out
    assert "Today" in stocked("list", "--library", restored["previous"]).out
    assert "Today" in stocked("list", "--library", restored["safety"]).out
    assert "what was there is now" in stocked("restore", copy).out


def test_what_would_be_lost_is_said_before(stocked: Curator) -> None:
    copy = backed_up(stocked)
    stocked("set", KEY_A, "title", "Today")
    answer = stocked("restore", "--dry-run", copy)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err.startswith("1 step would be lost, of today at")
    assert "title" in answer.err
    planned = stocked("restore", "--dry-run", copy, "--json").json
    assert isinstance(planned, dict)
    assert (planned["backup"], planned["previous"]) == (str(copy), "")
    assert planned["lost"]["steps"] == 1
    assert "Today" in stocked("list").out


def test_on_a_terminal_it_asks(stocked: Curator, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = backed_up(stocked)
    stocked("set", KEY_A, "title", "Today")
    monkeypatch.setattr(sys, "stdin", Terminal("n\n"))
    answer = stocked("restore", copy)
    assert answer.code == 2
    assert "Bring this copy back?" in answer.err
    assert "Today" in stocked("list").out
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert stocked("restore", copy).code == 0
    assert "Today" not in stocked("list").out


def test_a_copy_that_is_not_there_is_named(stocked: Curator, tmp_path: Path) -> None:
    answer = stocked("restore", tmp_path / "none.curator")
    assert answer.code == 2
    assert "none.curator" in answer.err
    assert stocked("list").code == 0


def test_without_a_file_the_copies_are_listed(stocked: Curator, tmp_path: Path) -> None:
    answer = stocked("restore")
    assert (answer.code, answer.out) == (0, "")
    assert "There are no copies of watch.curator." in answer.err
    copy = backed_up(stocked)
    stocked("set", KEY_A, "title", "Today")
    said = stocked("restore").out
    assert said.startswith(f"{copy}  20")
    assert said.endswith("kB  1 step behind  made by hand\n")
    listed = stocked("restore", "--json").json
    assert isinstance(listed, list)
    (entry,) = listed
    assert (entry["path"], entry["behind"], entry["reason"]) == (str(copy), 1, "")
    (tmp_path / "data" / "watch.curator").write_bytes(b"rubbish")
    assert "can’t be compared" in stocked("restore").out


@pytest.mark.fault("F16")
def test_a_restore_that_was_killed_between_its_moves_is_mended_by_any_command(
    stocked: Curator, tmp_path: Path
) -> None:
    path, before = tmp_path / "data" / "watch.curator", stocked("list").out
    path.rename(path.with_name("watch.replaced-20261122-120000.curator"))
    waiting = ".watch.curator.restored-20261122-120000.999999999.ab12_d.new"
    path.with_name(waiting).write_bytes(b"the copy")
    assert stocked("list").out == before
    assert [file.name for file in path.parent.iterdir()] == ["watch.curator"]


def test_after_a_restore_nobody_is_told_that_the_library_is_older(stocked: Curator) -> None:
    copy = backed_up(stocked)
    stocked("set", KEY_A, "title", "Today")
    stocked("restore", copy)
    assert stocked("set", KEY_A, "title", "Anew").err == ""
