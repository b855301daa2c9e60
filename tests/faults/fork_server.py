"""Runs stories in processes of their own that may be killed; started by `children.Nursery`.

It has Curator imported and forks for each story, so that a child takes milliseconds and thousands
can be killed. Jobs come in and ends go out as lines of JSON.
"""

import importlib
import json
import os
import select
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

PATIENCE = 60.0
"""Seconds until a story counts as hanging."""

_PRELOADED = (
    "curator.library.creation",
    "curator.workspace.backups",
    "curator.workspace.checking",
    "curator.workspace.drafts",
    "curator.workspace.exporting",
    "curator.workspace.history",
    "curator.workspace.importing",
    "tests.faults.stories",
)


def serve() -> None:
    """Does one job after the other until there are no more."""
    for module in _PRELOADED:
        importlib.import_module(module)
    for line in sys.stdin:
        print(json.dumps(_ended(json.loads(line))), flush=True)  # noqa: T201  # the answer


def _ended(job: dict[str, Any]) -> dict[str, Any]:
    child = os.fork()
    if not child:
        _live(job)
    handle = os.pidfd_open(child)
    ready, _, _ = select.select([handle], [], [], job["kill_after"] or PATIENCE)
    if not ready:
        os.kill(child, signal.SIGKILL)
    os.close(handle)
    _, status = os.waitpid(child, 0)
    hung = not ready and not job["kill_after"]
    return {"code": os.waitstatus_to_exitcode(status), "hung": hung}


def _live(job: dict[str, Any]) -> NoReturn:
    """Tells the story in this process, which ends with it."""
    code = 1
    try:
        folder = Path(job["folder"])
        _dress(job, folder)
        code = _tell(job, folder)
    finally:
        with suppress(OSError):
            sys.stderr.flush()
        os._exit(code)


def _dress(job: dict[str, Any], folder: Path) -> None:
    os.environ.clear()
    os.environ.update(job["environment"])
    nowhere = os.open(os.devnull, os.O_RDWR)
    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for source, target in ((nowhere, 0), (nowhere, 1), (said, 2)):
        os.dup2(source, target)
    for name, most in job["limits"].items():
        import resource  # noqa: PLC0415  # only Unix has it

        kind = getattr(resource, name)
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def _tell(job: dict[str, Any], folder: Path) -> int:
    stories = importlib.import_module("tests.faults.stories")
    try:
        return int(stories.live(job["story"], folder, **job["given"]))
    except BaseException:  # noqa: BLE001  # whatever it is, the test shall read it
        traceback.print_exc()
        return 1


if __name__ == "__main__":
    serve()
