"""Strange places to live in: foreign locales, no home, no room for temporary files, odd umasks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.states import seen_again
from tests.faults.stories import LIBRARY

XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
PLACES: dict[str, dict[str, str | None]] = {
    "plain C": {"LC_ALL": "C", "LANG": None},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "Arabic": {"LC_ALL": "ar_EG.UTF-8", "LANG": "ar_EG.UTF-8"},
    "no home": dict.fromkeys(("HOME", "USERPROFILE", *XDG)),
    "no temporary folder": dict.fromkeys(("TMPDIR", "TEMP", "TMP"), "/nowhere/at/all"),
    "full temporary folder": dict.fromkeys(("TMPDIR", "TEMP", "TMP"), "/dev/full"),
}

TITLE = "İSTANBUL, مدينة, 1,5"


def curator(surroundings: dict[str, str], *words: str | Path, umask: int = 0o022) -> str:
    """What the real program prints; it must end well and say nothing else."""
    done = subprocess.run(
        [sys.executable, "-m", "curator", *map(str, words)],
        env=surroundings,
        umask=umask,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode("utf-8")


@pytest.mark.slow
@pytest.mark.fault("F46")
@pytest.mark.parametrize("place", PLACES)
def test_a_working_day_in_strange_surroundings(place: str, desk: Path) -> None:
    changed = PLACES[place]
    surroundings = {name: value for name, value in os.environ.items() if name not in changed}
    surroundings |= {name: value for name, value in changed.items() if value is not None}
    given = ("--library", desk / LIBRARY)
    report = json.loads(curator(surroundings, *given, "import", desk / "inbox", "--json"))
    assert (report["new"], report["broken"]) == (60, [])
    key = min(path.stem for path in (desk / "inbox").iterdir())
    curator(surroundings, *given, "set", key, "title", TITLE)
    assert json.loads(curator(surroundings, *given, "show", key, "--json"))["title"] == TITLE
    seen_again(desk / LIBRARY)


@pytest.mark.slow
@pytest.mark.fault("F46")
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_a_library_is_for_its_owner_whatever_the_umask(umask: int, desk: Path) -> None:
    (desk / LIBRARY).unlink()
    given = ("--library", desk / LIBRARY)
    curator(dict(os.environ), *given, "import", desk / "inbox", umask=umask)
    curator(dict(os.environ), *given, "backup", umask=umask)
    curator(dict(os.environ), *given, "export", "--to", desk / "out", umask=umask)
    ours = [path for path in desk.rglob("*.curator*") if path.is_file()]
    assert len(ours) >= 2
    assert {oct(path.stat().st_mode & 0o777) for path in ours} == {"0o600"}
    assert oct((desk / "backups").stat().st_mode & 0o777) == "0o700"
    exported = next((desk / "out").glob("*.md"))
    assert oct(exported.stat().st_mode & 0o777) == oct(0o666 & ~umask)


@pytest.mark.fault("F46")
def test_a_home_that_can_not_be_written_stops_no_work(desk: Path) -> None:
    nowhere = dict.fromkeys(("HOME", *XDG, "CURATOR_CONFIG", "CURATOR_STATE"), "/proc/nowhere")
    words = ("--library", desk / LIBRARY, "list", "--json")
    assert len(json.loads(curator(dict(os.environ) | nowhere, *words))) == 12
