"""Places where a test can make the disk fail or the power go, in the real program.

A failpoint does nothing unless the environment variable `CURATOR_FAILPOINT` names it together with
an action: `write.commit=kill`. A number says at which passing it strikes: `import.read=full@3`.
So each step of each deed that writes can be tried with each thing that can go wrong there, which is
how SQLite itself is tested ("How SQLite Is Tested", sections 3.1 to 3.3).
"""

import errno
import os
import signal

VARIABLE = "CURATOR_FAILPOINT"

NAMES = (
    *("open.entered", "open.checked"),
    *("create.made", "create.placed"),
    *("write.begun", "write.done", "write.indexed", "write.recorded", "write.committed"),
    *("undo.replayed", "undo.turned"),
    *("close.begun", "close.settled", "close.left"),
    *("migration.copied", "migration.begun", "migration.done", "migration.committed"),
    *("import.backed_up", "import.listed", "import.read", "import.taken"),
    *("export.announced", "export.placed", "export.finished"),
    *("file.opened", "file.written", "file.synced", "file.placed"),
    *("backup.copied", "backup.verified", "backup.placed", "backup.thinned"),
    *("restore.checked", "restore.copied", "restore.parted", "restore.moved", "restore.placed"),
    *("repair.copied", "repair.salvaged", "repair.checked", "repair.moved", "repair.placed"),
    *("draft.kept",),
)
"""Every failpoint there is, by the deed it stands in; `tests/faults` runs each with each action."""

KILL, FULL, BROKEN, BUSY = "kill", "full", "broken", "busy"
ACTIONS = (KILL, FULL, BROKEN, BUSY)
"""The process is killed; no space is left; the disk fails; somebody else holds the file."""

_ERRORS = {FULL: errno.ENOSPC, BROKEN: errno.EIO, BUSY: errno.EBUSY}
_passed: dict[str, int] = {}


def failpoint(name: str) -> None:
    """Fail here, where the environment says so.

    Raises:
        OSError: with the number of the action that was asked for.
    """
    wish = os.environ.get(VARIABLE)
    if wish is None or not wish.startswith(name):
        return
    place, _, what = wish.partition("=")
    action, _, turn = what.partition("@")
    if place != name:
        return
    _passed[name] = _passed.get(name, 0) + 1
    if _passed[name] != int(turn or 1):
        return
    if action == KILL:
        os.kill(os.getpid(), signal.SIGKILL)
    raise OSError(_ERRORS[action], os.strerror(_ERRORS[action]))
