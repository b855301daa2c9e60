"""How a run ended is known to the next one."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from curator.runs import KEPT, begin_run, crash_reports
from curator.settings import state_folder

BEGIN = "from curator.runs import begin_run; run = begin_run();"
WAIT = "print('ready', flush=True); import sys; sys.stdin.read()"


def run_python(code: str) -> subprocess.CompletedProcess[str]:
    """A process of its own that runs `code` to its end."""
    return subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)


def start_python(code: str) -> subprocess.Popen[str]:
    """A process that has said "ready" and waits for its standard input to end."""
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def kill(process: subprocess.Popen[str]) -> None:
    """End a process without letting it say anything."""
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_run_that_ends_as_it_should_leaves_nothing() -> None:
    assert run_python(f"{BEGIN} run.end()").returncode == 0
    assert list((state_folder() / "runs").iterdir()) == []
    run = begin_run()
    assert (run.crashes_before, run.died, run.reports, run.is_safe_start) == (0, 0, (), False)
    run.end()


@pytest.mark.fault("F43")
def test_two_kills_in_a_row_make_the_next_start_a_safe_one() -> None:
    kill(start_python(BEGIN + WAIT))
    assert run_python(f"{BEGIN} print(run.crashes_before, run.is_safe_start)").stdout == "1 False\n"
    # that one ended without saying so, too
    run = begin_run()
    assert (run.crashes_before, run.died, run.is_safe_start) == (2, 1, True)
    run.end()
    run = begin_run()
    assert (run.crashes_before, run.is_safe_start) == (0, False)
    run.end()


def test_a_run_that_lives_is_no_crash() -> None:
    other = start_python(BEGIN + WAIT + "; run.end()")
    run = begin_run()
    assert (run.crashes_before, run.died) == (0, 0)
    run.end()
    other.communicate()
    assert other.returncode == 0


@pytest.mark.fault("F43")
def test_where_the_interpreter_fell_over_the_next_start_has_the_lines() -> None:
    code = f"{BEGIN}\ndef fall_over():\n    import os\n    os.abort()\nfall_over()"
    assert run_python(code).returncode == -signal.SIGABRT
    run = begin_run()
    (report,) = run.reports
    assert "in fall_over" in report.read_text(encoding="utf-8")
    assert str(Path.home()) not in report.read_text(encoding="utf-8")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    run.end()
    assert crash_reports() == [report]


def test_only_the_newest_reports_are_kept() -> None:
    folder = state_folder() / "runs"
    folder.mkdir(parents=True)
    for number in range(KEPT + 3):
        (folder / f"20260101T0000{number:02}-x.crash").write_text("a dump", encoding="utf-8")
    begin_run().end()
    assert len(crash_reports()) == KEPT
    assert crash_reports()[0].name == f"20260101T0000{KEPT + 2}-x.crash"


def test_garbage_in_the_folder_is_a_bad_end_and_no_obstacle() -> None:
    folder = state_folder() / "runs"
    folder.mkdir(parents=True)
    (folder / "half.run").write_text('{"pid": 1', encoding="utf-8")
    (folder / "huge.run").write_text('{"pid": 99999999999999999999, "started": 1}', "utf-8")
    (folder / "bad-ends").write_text("many", encoding="utf-8")
    run = begin_run()
    assert (run.crashes_before, run.died) == (2, 2)
    run.end()
    assert list(folder.iterdir()) == []


def test_the_mark_of_a_number_that_another_process_has_now_is_stale() -> None:
    folder = state_folder() / "runs"
    folder.mkdir(parents=True)
    (folder / "old.run").write_text(f'{{"pid": {os.getpid()}, "started": 12.5}}', encoding="utf-8")
    run = begin_run()
    assert run.died == 1
    run.end()
