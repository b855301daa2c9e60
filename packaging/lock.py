"""The lock files: exact versions with the hashes of all their published files.

No address of any index goes into them, so each machine uses the index it is set up for.
"""

from __future__ import annotations

import subprocess
import tomllib

from environment import ROOT, Problem

RUNTIME = "packaging/requirements.txt"
ALL = "packaging/requirements-dev.txt"

ELSEWHERE = {"colorama": 'sys_platform == "win32"'}
"""What our dependencies need on other systems only, where a lock made here would miss it."""

_HEAD = "# Made by `python3 packaging/dev.py lock`; please do not edit."


def write_lock(python: str, options: list[str]) -> None:
    """Pin the runtime dependencies, then all of them with the same versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = [*project["project"]["dependencies"], *ELSEWHERE]
    _compile(python, runtime, RUNTIME, options)
    everything = [*runtime, *project["dependency-groups"]["dev"], "pip"]
    _compile(python, everything, ALL, [*options, "--constraint", RUNTIME])


def _compile(python: str, wanted: list[str], target: str, options: list[str]) -> None:
    path = ROOT / target
    command = [python, "-m", "piptools", "compile", "--quiet", "--output-file", target, "-"]
    command += ["--generate-hashes", "--strip-extras", "--allow-unsafe", "--no-header"]
    command += ["--no-annotate", "--no-emit-index-url", "--no-emit-trusted-host"]
    command += ["--no-emit-find-links", *options]
    text = "\n".join(wanted)
    done = subprocess.run(
        command, cwd=ROOT, input=text, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise Problem(f"the lock could not be made: {done.stderr.strip()}")
    pins = map(_marked, _pins(path.read_text(encoding="utf-8")))
    path.write_text("\n".join([_HEAD, *pins, ""]), encoding="utf-8")


def _pins(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def _marked(line: str) -> str:
    name, _, rest = line.partition("==")
    if name not in ELSEWHERE:
        return line
    version, _, tail = rest.partition(" ")
    return f"{name}=={version} ; {ELSEWHERE[name]} {tail}".rstrip()
