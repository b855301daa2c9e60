"""The log: enough to mend a mistake, and nothing that a person wrote."""

import errno
import stat
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from curator import logbook
from curator.domain.errors import Busy, Damaged
from curator.files import write_whole
from curator.logbook import (
    Reports,
    end_of_log,
    log_path,
    note,
    place_of,
    report_of,
    without_places,
)
from curator.settings import account_name, default_library

QUOTED = "Ferries on Batteries by Ada Lovelace"


def raised(deed: Callable[[], object]) -> BaseException:
    """What a deed raises."""
    try:
        deed()
    except BaseException as error:  # noqa: BLE001  whatever it is
        return error
    raise AssertionError("it raised nothing")


def fail() -> None:
    """A mistake that quotes a digest, because of another that quotes a path."""
    try:
        raise OSError(errno.ENOSPC, QUOTED, f"/home/ada/{QUOTED}.md")
    except OSError as cause:
        raise KeyError(QUOTED) from cause


def test_a_report_says_where_and_what_but_not_whose() -> None:
    report = report_of(raised(fail))
    assert report.startswith("KeyError\n")
    assert "because of OSError ENOSPC\n" in report
    assert f"tests.test_logbook:{fail.__code__.co_firstlineno + 3} in fail" in report
    assert QUOTED not in report
    assert "/home" not in report


def test_lines_of_the_program_are_named_from_the_package_on(tmp_path: Path) -> None:
    error = raised(partial(write_whole, tmp_path / QUOTED / "x.md", b""))
    report = report_of(error)
    assert report.startswith("FileNotFoundError ENOENT\n  tests.test_logbook:")
    assert "in write_whole" in report
    assert place_of(error).startswith("curator/files.py:")
    assert QUOTED not in report
    assert str(tmp_path) not in report


def test_a_known_error_is_its_class_alone() -> None:
    def tell() -> None:
        raise Damaged(QUOTED) from Busy(QUOTED)

    assert report_of(raised(tell)) == "Damaged\nbecause of Busy"


def test_errors_that_cause_each_other_end() -> None:
    one, other = ValueError("one"), TypeError("other")
    one.__cause__, other.__cause__ = other, one
    assert report_of(one) == "ValueError\nbecause of TypeError"


def test_the_log_and_its_folder_are_for_their_owner_only() -> None:
    note("Curator starts.")
    assert "Curator starts." in end_of_log()
    assert stat.S_IMODE(log_path().stat().st_mode) == 0o600
    assert stat.S_IMODE(log_path().parent.stat().st_mode) == 0o700


def test_paths_and_the_name_of_the_account_stay_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "lovelace")
    assert account_name() == "lovelace"
    note(f"Qt: can’t open {default_library()}, nor C:\\Users\\Ada\\my x.md: gone")
    assert end_of_log().rstrip().endswith("Qt: can’t open (path), nor (path): gone")
    note("Qt: lovelace waits")
    assert end_of_log().rstrip().endswith("Qt: (account) waits")


def test_the_same_place_is_noted_once_a_minute_with_how_often_it_was_there() -> None:
    now = [100.0]
    reports = Reports(clock=lambda: now[0])
    told = [reports.take(raised(fail)) for _ in range(42)]
    assert [report.is_new for report in told] == [True] + [False] * 41
    assert end_of_log().count("KeyError") == 1
    now[0] += 61
    last = reports.take(raised(fail))
    assert (last.is_new, last.times) == (True, 43)
    assert end_of_log().count("KeyError") == 2
    assert "(43 times)" in end_of_log()


def test_an_error_that_was_never_raised_has_its_type_for_a_place() -> None:
    assert Reports().take(ValueError(QUOTED)).place == "ValueError"


def test_the_log_grows_to_its_limit_and_keeps_two_older_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(logbook, "LARGEST", 2_000)
    for number in range(150):
        note(f"line {number} of many")
    files = sorted(log_path().parent.iterdir())
    assert [path.name for path in files] == ["curator.log", "curator.log.1", "curator.log.2"]
    assert all(path.stat().st_size <= 2_100 for path in files)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files)
    assert "line 149 of many" in end_of_log()
    assert end_of_log(100).splitlines()[0][:2] == "20"  # whole lines, each begins with its year


def test_a_folder_that_takes_no_log_stops_nobody(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = home / "blocked"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("CURATOR_STATE", str(blocked))
    note("nobody reads this")
    assert end_of_log() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_stops_nobody(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log_path().parent.mkdir(parents=True)
    log_path().symlink_to("/dev/full")
    note("nobody reads this")
    assert capsys.readouterr().err == ""


def test_what_faulthandler_wrote_loses_its_folders() -> None:
    dump = (
        f'  File "/home/ada/.venv/lib/site-packages/sqlalchemy/engine.py", line 3 in run\n'
        f'  File "{Path(sys.modules["curator.logbook"].__file__ or "")}", line 5 in note\n'
        '  File "C:\\\\Users\\\\Ada\\\\secret.py", line 7 in main\n'
    )
    assert without_places(dump).splitlines() == [
        '  File "sqlalchemy/engine.py", line 3 in run',
        '  File "curator/logbook.py", line 5 in note',
        '  File "secret.py", line 7 in main',
    ]
