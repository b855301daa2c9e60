"""A day at the command line, on the real collection, each call a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def curator(tmp_path: Path) -> Call:
    """Run `python -m curator` in a new process, with a library in a temporary folder."""
    environment = os.environ | {"CURATOR_LIBRARY": str(tmp_path / "watch.curator")}

    def call(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "curator", *map(str, arguments)]
        return subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", check=False
        )

    return call


def texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.md")}


def test_import_edit_export_undo(curator: Call, corpus: Path, tmp_path: Path) -> None:
    digests = corpus / "digests"
    report = json.loads(curator("import", digests, "--json").stdout)
    assert (report["new"], report["same"], report["broken"]) == (104, 0, [])
    report = json.loads(curator("import", digests, "--json").stdout)
    assert (report["new"], report["same"]) == (0, 104)

    out = tmp_path / "out"
    assert curator("export", "--layout", "faithful", "--to", out).returncode == 0
    assert texts(out) == texts(digests)

    key = min(path.stem for path in digests.iterdir())
    assert curator("set", key, "signals.0.change", "Land robots | in use").returncode == 0
    curator("export", "--to", out)
    changed = {name for name, text in texts(out).items() if text != (digests / name).read_bytes()}
    assert changed == {f"{key}.md"}
    before = (digests / f"{key}.md").read_text("utf-8").split("\n")
    after = (out / f"{key}.md").read_text("utf-8").split("\n")
    lines = [new for old, new in zip(before, after, strict=True) if old != new]
    assert lines
    assert all(line.startswith("|") for line in lines)

    assert curator("undo").returncode == 0
    curator("export", "--to", out)
    assert texts(out) == texts(digests)
    assert curator("redo").returncode == 0
    shown = json.loads(curator("show", key, "--json").stdout)
    assert shown["signals"][0]["change"] == "Land robots | in use"
    assert curator("check").stdout.endswith("All is well.\n")
