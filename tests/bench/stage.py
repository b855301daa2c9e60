"""A library of a given size to measure in, built once by the real import and kept between runs."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from curator.workspace.workspace import Workspace
from tests.bench import floors
from tests.bench.generator import write_folder

ROOT = Path(__file__).resolve().parent.parent.parent
Value = TypeVar("Value")


def in_child(deed: str, *given: object) -> dict[str, Any]:
    """A deed of `tests.bench.child` in a fresh process.

    Raises:
        RuntimeError: it failed; what it said is in the message.
    """
    words = [sys.executable, "-m", "tests.bench.child", deed, str(time.time()), *map(str, given)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has its bytecode
    done = subprocess.run(
        words, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"{deed} failed:\n{done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


@dataclass
class Stage:
    """What a measure works with.

    `cache` outlives the run and holds the library as it was built; `library` is a copy of it, in
    `scratch`, that may be edited.
    """

    size: int
    cache: Path
    scratch: Path
    rounds: int = 200
    starts: int = 5
    _known: dict[str, object] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The digests as files."""
        return self.cache / f"{self.size}-digests"

    @property
    def built(self) -> Path:
        """The library as the import left it."""
        return self.cache / f"{self.size}.curator"

    @property
    def raw(self) -> Path:
        """The same rows in the same tables, written by SQLite alone."""
        return self.cache / f"{self.size}.raw.sqlite"

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What was measured when the library was built."""
        facts: dict[str, Any] = json.loads(self._facts_path.read_text(encoding="utf-8"))
        return facts

    @cached_property
    def library(self) -> Path:
        """A copy for this run."""
        self.scratch.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(self.built, self.scratch / "bench.curator"))

    @cached_property
    def workspace(self) -> Workspace:
        """The copy, opened."""
        return Workspace.open(self.library, actor="bench")

    def once(self, name: str, deed: Callable[[], Value]) -> Value:
        """The answer of a deed that several measures share."""
        if name not in self._known:
            self._known[name] = deed()
        return self._known[name]  # type: ignore[return-value]

    def ensure_built(self, *, fresh: bool = False) -> bool:
        """Build what is missing, or was built with other tables; whether anything was built."""
        self.cache.mkdir(parents=True, exist_ok=True)
        self.scratch.mkdir(parents=True, exist_ok=True)
        schema = list(floors.new_schema(self.scratch))
        if not fresh and self._facts_path.exists() and self._is_current(schema):
            return False
        self.__dict__.pop("facts", None)
        for path in self.cache.glob(f"{self.size}.*"):
            if path.is_file():
                path.unlink()
        if not self.folder.exists():
            unfinished = self.folder.with_name(f"{self.folder.name}.part")
            write_folder(unfinished, self.size)
            unfinished.rename(self.folder)
        # Both see warm files and a disk that has to take the same.
        imported = in_child("import_folder", self.built, self.folder)
        if imported["new"] != self.size:
            raise RuntimeError(f"only {imported['new']} digests came in: {imported['broken'][:3]}")
        raw_seconds = floors.fill_raw(self.built, self.raw)
        markdown = sum(path.stat().st_size for path in self.folder.iterdir())
        facts = {"schema": schema, "imported": imported, "raw_seconds": raw_seconds}
        facts["markdown"] = markdown
        self._facts_path.write_text(json.dumps(facts), encoding="utf-8")
        return True

    def close(self) -> None:
        """Let go of the copy and delete it."""
        if "workspace" in self.__dict__:
            self.workspace.close()
        shutil.rmtree(self.scratch, ignore_errors=True)

    def _is_current(self, schema: list[str]) -> bool:
        """Whether it was built with these tables, and all was measured that is asked for now."""
        return self.facts["schema"] == schema and "again" in self.facts["imported"]

    @property
    def _facts_path(self) -> Path:
        return self.cache / f"{self.size}.json"
