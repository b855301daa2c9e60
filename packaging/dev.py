"""Everything a developer types: set up, run, test, check, bench, screenshots.

It needs nothing but Python 3.11 or newer. The first call makes `.venv` and installs the locked
dependencies there; later calls do so only when the lock or `pyproject.toml` has changed.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):
    sys.exit(f"Curator needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import argparse
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from environment import (
    ROOT,
    Problem,
    ensure_environment,
    ensure_qt,
    ensure_screen,
    offscreen,
    venv_program,
)
from lock import write_lock

FULLY_COVERED = ("domain", "codec", "library", "workspace")
"""The rooms of which every line and branch is tested."""

SAMPLE_LIBRARY = ROOT / "build" / "samples" / "samples.curator"
COVERAGE_FILES = ROOT / "build" / "coverage"


@dataclass(frozen=True)
class Tool:
    """One step of `check`."""

    name: str
    command: tuple[str, ...]


def run(extra: Sequence[str]) -> int:
    """Open the window on the samples; without a display, make the tour instead."""
    if not can_show():
        return tour(extra)
    curator = venv_program("curator")
    environment = os.environ | {"CURATOR_LIBRARY": str(SAMPLE_LIBRARY)}
    if not SAMPLE_LIBRARY.exists():
        SAMPLE_LIBRARY.parent.mkdir(parents=True, exist_ok=True)
        samples = str(ROOT / "resources" / "samples")
        code = call([curator, "import", samples], environment)
        if code:
            return code
    return call([curator, *extra], environment)


def can_show() -> bool:
    """Whether the window can be opened; if a library is missing, say how to get it."""
    try:
        return ensure_screen()
    except Problem as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return False


def tour(extra: Sequence[str]) -> int:
    """Do the main job without a display and say what was done."""
    print(
        "No window can be shown here, so this is the tour: the main job without a person.",
        flush=True,
    )
    return call([venv_program("python"), "packaging/tour.py", *extra], offscreen())


def test(extra: Sequence[str]) -> int:
    """Run the tests, on all cores where it is worth their start."""
    return call([venv_program("python"), "-m", "pytest", *spread_over_cores(extra)], offscreen())


def spread_over_cores(extra: Sequence[str]) -> list[str]:
    """The arguments of pytest, with `-n` where all tests run and nobody chose otherwise."""
    chosen = any(word.startswith(("-n", "--numprocesses", "--pdb", "--dist")) for word in extra)
    part = any(word.startswith("tests") or "::" in word for word in extra)
    cores = os.cpu_count() or 1
    spread = [] if chosen or part or cores == 1 else ["-n", str(cores), "--dist", "worksteal"]
    return ["-q", *spread, *extra]


def check(extra: Sequence[str]) -> int:
    """Format, lint, types, layers, then the tests with coverage; all of them, whatever fails."""
    python = venv_program("python")
    COVERAGE_FILES.mkdir(parents=True, exist_ok=True)
    covered = ",".join(f"curator/{room}/*" for room in FULLY_COVERED)
    tools = [
        Tool("format", (venv_program("ruff"), "format", "--check", "--quiet", ".")),
        Tool("lint", (venv_program("ruff"), "check", "--quiet", ".")),
        Tool("types", (venv_program("mypy"), "--no-error-summary")),
        Tool("layers", (venv_program("lint-imports"),)),
        Tool(
            "tests",
            (python, "-m", "pytest", "--cov", "--cov-report=", *spread_over_cores(extra)),
        ),
        Tool(
            "coverage",
            (python, "-m", "coverage", "report", f"--include={covered}", "--fail-under=100"),
        ),
    ]
    environment = offscreen() | {"COVERAGE_FILE": str(COVERAGE_FILES / ".coverage")}
    failed = [tool.name for tool in tools if not passes(tool, environment)]
    print(f"check: {', '.join(failed)} failed." if failed else "check: all is well.")
    return 1 if failed else 0


def passes(tool: Tool, environment: dict[str, str]) -> bool:
    """Run one tool under its name."""
    print(f"-- {tool.name}", flush=True)
    return call(list(tool.command), environment) == 0


def bench(extra: Sequence[str]) -> int:
    """Measure: the table of all figures, or the files `bench_*.py` that are named."""
    python = venv_program("python")
    if not any(word.startswith("tests") for word in extra):
        return call([python, "-m", "tests.bench.bench_scale", *extra], offscreen())
    names = ["-o", "python_files=bench_*.py", "-o", "python_functions=bench_*"]
    return call(
        [python, "-m", "pytest", "-p", "no:randomly", "-q", "-s", *names, *extra], offscreen()
    )


def screenshots(extra: Sequence[str]) -> int:
    """Write a picture of every page and state of the window."""
    return call([venv_program("python"), "packaging/screenshots.py", *extra], offscreen())


def lock(extra: Sequence[str]) -> int:
    """Pin the dependencies anew; `--upgrade` takes the newest that `pyproject.toml` allows."""
    write_lock(venv_program("python"), list(extra))
    return 0


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "screenshots": screenshots,
    "lock": lock,
}


def call(command: list[str], environment: dict[str, str]) -> int:
    """Run a program in the root of the checkout; its output is ours."""
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def parser() -> argparse.ArgumentParser:
    """The arguments; what follows the command goes to the tool behind it."""
    words = "\n".join(
        f"  {name:<13}{(deed.__doc__ or '').splitlines()[0]}" for name, deed in COMMANDS.items()
    )
    arguments = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        epilog=f"commands:\n{words}\n\nexamples:\n  python3 packaging/dev.py run\n"
        "  python3 packaging/dev.py test tests/codec -x\n  python3 packaging/dev.py lock --upgrade",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.add_argument("command", choices=COMMANDS, metavar="command", help="see below")
    arguments.add_argument("extra", nargs=argparse.REMAINDER, help="handed on to the tool")
    return arguments


def main() -> int:
    """Set up what is missing, then do what was asked."""
    arguments = parser().parse_args()
    try:
        ensure_environment()
        if arguments.command != "lock":
            ensure_qt()
        return COMMANDS[arguments.command](arguments.extra)
    except Problem as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
