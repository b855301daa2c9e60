"""`curator show`."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import Curator
from tests.digests import KEY_A, KEY_B, LAYOUT_A

FIELDS = (
    "key title origin origin_url source_url date category type summary keywords themes signals "
    "closest review findings"
)
ROW = "kind name description change horizon driving_force relevancy extra"


def test_json_has_the_fields_of_the_contract(stocked: Curator) -> None:
    shown = stocked("show", KEY_A, "--json").json
    assert isinstance(shown, dict)
    assert list(shown) == FIELDS.split()
    assert shown["themes"] == ["Energy", "Shipping"]
    assert list(shown["signals"][0]) == ROW.split()
    assert shown["signals"][1]["horizon"] == "Harbours trade power"
    assert shown["closest"][0] == {
        "key": KEY_B, "title": "Ferries on Batteries", "relation": "", "tags": [], "found": True,
    }  # fmt: skip
    assert shown["closest"][1]["found"] is False
    assert [sorted(finding) for finding in shown["findings"]] == [["line", "message"]]


def test_people_read_the_markdown_and_the_findings_beside_it(stocked: Curator) -> None:
    answer = stocked("show", KEY_A)
    assert answer.out == LAYOUT_A + "\n"
    assert answer.err.startswith(f"{KEY_A}:{LAYOUT_A.count(chr(10)) + 1}: ")
    assert stocked("show", "nobody").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
@pytest.mark.fault("F36")
def test_a_terminal_gets_no_marks_that_could_write_over_it(
    stocked: Curator, library: Path, repository: Path
) -> None:
    stocked("set", KEY_A, "title", "Harbours \u202egnp.exe")
    assert "\u202e" in stocked("show", KEY_A).out
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "curator", "show", KEY_A, "--library", str(library)]
    shell = subprocess.Popen(command, cwd=repository, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    shown = b""
    with os.fdopen(ours, "rb", buffering=0) as terminal, suppress(OSError):
        while part := terminal.read(4096):  # its end is an error on Linux
            shown += part
    assert shell.wait() == 0
    assert "‹RLO›gnp.exe" in shown.decode()
    assert "\u202e" not in shown.decode()
