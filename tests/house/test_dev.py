"""The one script that developers type."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from dev import COMMANDS, parser, spread_over_cores
from environment import has_display, offscreen
from lock import ELSEWHERE


def test_the_explanation_names_every_command() -> None:
    text = parser().format_help()
    assert {name for name in COMMANDS if f"\n  {name} " not in text} == set()


@pytest.mark.parametrize("name", ["run", "test", "check", "bench", "screenshots"])
def test_the_promised_commands_are_there(name: str) -> None:
    assert parser().parse_args([name, "-x", "--maxfail=2"]).extra == ["-x", "--maxfail=2"]


def test_an_unknown_command_is_refused(repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, "packaging/dev.py", "deploy"],
        cwd=repository,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "invalid choice: 'deploy'" in done.stderr


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core has nothing to share")
def test_all_tests_are_spread_over_the_cores() -> None:
    assert spread_over_cores(["-x"])[:2] == ["-q", "-n"]


@pytest.mark.parametrize("choice", ["-n0", "--pdb", "tests/codec", "tests/a.py::test_b"])
def test_a_choice_of_the_developer_stands(choice: str) -> None:
    assert spread_over_cores([choice]) == ["-q", choice]


def test_the_gate_starts_the_tests(repository: Path) -> None:
    text = (repository / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py test" in text


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a display")
def test_a_display_is_one_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_display()


def test_programs_that_draw_never_show() -> None:
    assert offscreen()["QT_QPA_PLATFORM"] == "offscreen"
    assert offscreen()["PATH"] == os.environ["PATH"]


def test_what_only_windows_needs_is_locked_for_windows_only(repository: Path) -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (repository / "packaging" / name).read_text(encoding="utf-8")
        for package, marker in ELSEWHERE.items():
            assert f"\n{package}==" in text
            assert f" ; {marker} \\\n" in text
