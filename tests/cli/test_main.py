"""The command as a whole: help, usage errors, known errors, exit codes."""

from pathlib import Path

import pytest

from curator.cli.main import curator as group
from curator.logbook import log_path
from tests.cli.conftest import Curator


@pytest.mark.parametrize("name", ["", *sorted(group.commands)])
def test_help_explains_with_examples(curator: Curator, name: str) -> None:
    answer = curator(*([name] if name else []), "--help")
    assert answer.code == 0
    assert "Examples:" in answer.out
    assert f"curator {name}".strip() in answer.out


def test_all_commands_of_the_contract_are_there() -> None:
    promised = "import export list show set search history undo redo check backup restore"
    assert set(group.commands) == {*promised.split(), "repair", "searches"}


@pytest.mark.parametrize(
    "arguments", [["import"], ["dance"], ["list", "--view", "odd"], ["list", "--dance"]]
)
def test_a_mistake_in_the_call_is_one_line(curator: Curator, arguments: list[str]) -> None:
    answer = curator(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 1


def test_the_program_is_named_once(curator: Curator) -> None:
    assert curator("dance").err.startswith("curator: No such command")
    assert curator("import").err.startswith("curator: import: Missing argument")


@pytest.mark.parametrize("name", ["mine.curator", "./digests", "/nowhere/at/all.md"])
def test_a_file_that_is_not_there_is_no_command(curator: Curator, name: str) -> None:
    answer = curator(name)
    assert answer.code == 2
    assert answer.err.startswith(f"curator: There is no file, folder or command “{name}”.")


def test_a_known_error_is_one_line_with_a_hint(curator: Curator, tmp_path: Path) -> None:
    answer = curator("list")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("curator: There is no library")
    assert "curator import" in answer.err
    assert len(answer.err.splitlines()) == 1
    (tmp_path / "notes.curator").write_text("not a library")
    assert curator("--library", tmp_path / "notes.curator", "list").code == 2


def test_the_version_is_that_of_the_distribution(curator: Curator) -> None:
    assert curator("--version").out.startswith("curator, version ")


def test_a_place_that_can_not_be_used_is_one_line(curator: Curator, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    answer = curator("import", tmp_path, "--library", tmp_path / "file" / "deep" / "x.curator")
    assert (answer.code, answer.out) == (2, "")
    assert "can’t be used: Not a directory." in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_mistake_of_ours_is_one_line_and_stands_in_the_log(
    stocked: Curator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURATOR_FAILPOINT", "open.entered=no-such-action")
    answer = stocked("list")
    assert (answer.code, answer.out) == (2, "")
    assert "A mistake of Curator stopped this (KeyError at curator/failpoints.py:" in answer.err
    assert len(answer.err.splitlines()) == 1
    assert "KeyError" in log_path().read_text(encoding="utf-8")
