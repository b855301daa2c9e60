"""Child processes that do real work on a real library, and may be killed at it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curator.failpoints import VARIABLE

TOLD = "told"
"""The file in which a child notes what it did, as soon as it is done."""
KILLED = -9
"""How a child ends that SIGKILL met."""
KNOWN_ERROR = 3
"""How a child ends that met an error which Curator has words for."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a child ended: its exit code, what it told until then, and its last words (a bug's)."""

    code: int
    told: tuple[list[Any], ...]
    said: str

    def all(self, word: str) -> list[list[Any]]:
        """What was told under one word."""
        return [rest for first, *rest in self.told if first == word]

    @property
    def done(self) -> int:
        """How many deeds were acknowledged."""
        return len(self.all("done"))

    @property
    def failed(self) -> str:
        """The sentence of the known error; empty where there was none."""
        return str(self.all("failed")[0][1]) if self.all("failed") else ""


class Nursery:
    """Starts children, one at a time, and waits for each."""

    def __init__(self, repository: Path) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.fork_server"],
            cwd=repository,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """Lets the server go; it has no child left."""
        self._server.communicate()

    def live(
        self,
        story: str,
        folder: Path,
        *,
        failpoint: str = "",
        kill_after: float = 0.0,
        limits: dict[str, int] | None = None,
        environment: dict[str, str] | None = None,
        **given: Any,
    ) -> Ending:
        """One story to its end, good or bad.

        `failpoint` is as the environment variable wants it; `kill_after` is in seconds; `limits`
        are names of `resource` and numbers; `given` goes to the story.
        """
        surroundings = dict(os.environ) if environment is None else environment
        if failpoint:
            surroundings = surroundings | {VARIABLE: failpoint}
        job = {
            "story": story,
            "folder": str(folder),
            "kill_after": kill_after,
            "limits": limits or {},
            "environment": surroundings,
            "given": given,
        }
        (folder / TOLD).unlink(missing_ok=True)
        answer = self._asked(job)
        assert not answer["hung"], f"the story “{story}” did not end"
        return Ending(answer["code"], _told(folder), (folder / "said").read_text())

    def _asked(self, job: dict[str, Any]) -> dict[str, Any]:
        assert self._server.stdin
        assert self._server.stdout
        print(json.dumps(job), file=self._server.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self._server.stdout.readline())
        return answer


def _told(folder: Path) -> tuple[list[Any], ...]:
    path = folder / TOLD
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return tuple(json.loads(line) for line in lines)
