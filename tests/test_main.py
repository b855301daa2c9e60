"""`python -m curator` is the command, and the window where there are no arguments."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def called(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m curator` with some names of the environment changed or (empty) taken away."""
    names = {name: value for name, value in (os.environ | environment).items() if value}
    command = [sys.executable, "-m", "curator", *arguments]
    return subprocess.run(command, env=names, capture_output=True, encoding="utf-8", check=False)


def test_with_arguments_it_is_the_command_line() -> None:
    answer = called("--version")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("curator, version ")


def test_without_arguments_it_opens_the_window_and_says_so_where_there_is_no_display() -> None:
    answer = called(QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert answer.returncode == 2
    assert "no display" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_neither_a_command_nor_a_process_that_reads_loads_qt() -> None:
    script = (
        "import sys, curator.__main__, curator.workspace.file_readers;"
        "sys.exit(any(name.startswith(('PySide6', 'sqlalchemy')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_command_does_not_load_qt() -> None:
    script = (
        "import sys, curator.cli.main; sys.exit(any('PySide6' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_output_that_can_not_be_written_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "curator", "--help"]
        answer = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert answer.returncode == 2
    assert "can't be written" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes of this kind")
def test_who_reads_may_have_enough() -> None:
    command = [sys.executable, "-m", "curator", "--help"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1  # as Click tells the shell


NOWHERE = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


def test_a_file_or_a_folder_is_opened_in_the_window(tmp_path: Path) -> None:
    (tmp_path / "digest.md").write_text("# A digest\n", encoding="utf-8")
    for named in (tmp_path / "digest.md", tmp_path):
        answer = called(str(named), **NOWHERE)
        assert (answer.returncode, answer.stdout) == (2, "")
        assert "no display" in answer.stderr


def test_what_is_neither_command_nor_file_is_a_mistake_told_once(tmp_path: Path) -> None:
    words = {
        str(tmp_path / "gone.md"): "There is no file, folder or command",
        "dance": "No such command",
        "x" * 5_000: "No such command",
    }
    for word, told in words.items():
        answer = called(word, **NOWHERE)
        assert answer.returncode == 2
        assert answer.stderr.startswith(f"curator: {told}")
        assert len(answer.stderr.splitlines()) == 1
