"""The virtual environment: made once, filled from the lock, with what Qt needs of the system.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements-dev.txt"
STAMP = VENV / "dev-stamp"

QT_LIBRARIES = (
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libxkbcommon0",
)
"""What Qt's modules are linked with, by their names in Debian and Ubuntu."""

SCREEN_LIBRARIES = (
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
"""What it needs besides to show a window on a real screen."""

FONTS = ("fonts-dejavu-core",)

_LOADS = "from PySide6 import QtNetwork, QtSvg, QtTest, QtWidgets"
_DRAWS = """
import sys
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
application = QApplication([])
sys.exit(0 if QFontMetrics(QFont()).inFont("A") else "there is no font.")
"""


class Problem(Exception):
    """Why the set-up can't go on, and what to type."""


def venv_program(name: str) -> str:
    """The path of a program of the virtual environment."""
    folder, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return str(VENV / folder / f"{name}{ending}")


def has_display() -> bool:
    """Whether a window could be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def offscreen() -> dict[str, str]:
    """The variables for programs that draw and never show."""
    return os.environ | {"QT_QPA_PLATFORM": "offscreen"}


def ensure_environment() -> None:
    """Make `.venv` and install the lock and the project, unless that is done.

    Raises:
        Problem: the installation failed.
    """
    stamp = _stamp()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == stamp and _venv_works():
        return
    if not _venv_works():
        _make_venv()
    print("Installing the locked dependencies into .venv ...", file=sys.stderr, flush=True)
    _pip("install", "--require-hashes", "--no-deps", "-r", str(LOCK))
    _pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(stamp, encoding="utf-8")


def ensure_qt() -> None:
    """See that Qt starts here and finds a font; install what it lacks where that is possible.

    Raises:
        Problem: Qt does not start, and we may not install what it needs.
    """
    if _fault(_LOADS, offscreen()):
        _install(QT_LIBRARIES, "Qt needs libraries of the system")
    if fault := _fault(_LOADS, offscreen()):
        raise Problem(f"Qt can't be loaded: {fault}")
    if _fault(_DRAWS, offscreen()):
        _install(FONTS, "Qt finds no font")
    if fault := _fault(_DRAWS, offscreen()):
        raise Problem(f"Qt can't draw: {fault}")


def ensure_screen() -> bool:
    """Whether a window can be shown; Qt's libraries for that are installed where possible.

    Raises:
        Problem: there is a display, and Qt lacks libraries that we may not install.
    """
    if not has_display() or not sys.platform.startswith("linux"):
        return has_display()
    if _fault(_DRAWS, dict(os.environ)):
        _install(SCREEN_LIBRARIES, "Qt can't open the display")
    return not _fault(_DRAWS, dict(os.environ))


def _stamp() -> str:
    parts = (str(ROOT).encode(), LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _venv_works() -> bool:
    python = Path(venv_program("python"))
    return python.exists() and _quiet([str(python), "-m", "pip", "--version"]).returncode == 0


def _make_venv() -> None:
    print("Making .venv ...", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if _quiet(command).returncode == 0:
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    _install((f"python{version}-venv",), "Python can't make virtual environments")
    done = _quiet(command)
    if done.returncode != 0:
        raise Problem(f"Python could not make {VENV}: {_last_lines(done)}")


def _pip(*arguments: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    done = _quiet([venv_program("python"), "-m", "pip", *arguments, *quiet])
    if done.returncode != 0:
        raise Problem(f"pip could not install what Curator needs: {_last_lines(done)}")


def _install(packages: tuple[str, ...], why: str) -> None:
    """Install system packages where we may; otherwise say which command does it."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise Problem(f"{why}; please install what your system calls {' '.join(packages)}.")
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise Problem(f"{why}; please type: sudo {' '.join(command)}")
    print(f"{why}; installing {' '.join(packages)} ...", file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    _quiet(["apt-get", "update"], environment)
    done = _quiet(command, environment)
    if done.returncode != 0:
        raise Problem(f"{why}, and apt-get failed: {_last_lines(done)}")


def _fault(program: str, environment: dict[str, str]) -> str:
    """Why a few lines of Python do not run in `.venv`; empty where they do."""
    done = _quiet([venv_program("python"), "-c", program], environment)
    return _last_lines(done) if done.returncode != 0 else ""


def _quiet(
    command: list[str], environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _last_lines(done: subprocess.CompletedProcess[str]) -> str:
    lines = (done.stderr or done.stdout).strip().splitlines()
    return "\n".join(lines[-8:]) or f"it ended with {done.returncode}"
