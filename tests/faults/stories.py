"""What children do: the deeds of a person, through the same door as window and command line.

Each deed that returned is told at once; what was told must be in the library whatever comes then.
"""

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from curator.domain.errors import CuratorError
from curator.workspace import backups, checking, drafts
from curator.workspace.exporting import export
from curator.workspace.importing import import_paths
from curator.workspace.typed_fields import DIGEST, TypedField
from curator.workspace.workspace import Workspace
from tests.faults import soak as random_work
from tests.faults.children import KNOWN_ERROR, TOLD
from tests.faults.deeds import DEEDS

LIBRARY = "watch.curator"
TITLE = TypedField(1, DIGEST, 1, "title")

Tell = Callable[..., None]


def live(story: str, folder: Path, **given: Any) -> int:
    """Tells one of the stories below; the exit code of its process."""
    told = os.open(folder / TOLD, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def tell(*words: Any) -> None:
        # The system keeps what was written when a process is killed: no flush to the disk needed.
        os.write(told, json.dumps(words).encode() + b"\n")

    try:
        STORIES[story](folder, tell, **given)
    except CuratorError as error:
        tell("failed", type(error).__name__, str(error))
        return KNOWN_ERROR
    return 0


@contextmanager
def opened(folder: Path, tell: Tell) -> Iterator[Workspace]:
    """The library of the folder, open."""
    workspace = Workspace.open(folder / LIBRARY, create=False, actor="Ada")
    tell("opened")
    try:
        yield workspace
    finally:
        workspace.close()
    tell("closed")


def do_deeds(folder: Path, tell: Tell, deeds: str) -> None:
    """Deeds one after the other, each told when it is done."""
    with opened(folder, tell) as workspace:
        for deed in DEEDS[deeds]:
            deed(workspace, folder)
            tell("done")


def go_on(folder: Path, tell: Tell) -> None:
    """What a person does on the next day: goes on working."""
    with opened(folder, tell) as workspace:
        for deed in DEEDS["go on"]:
            deed(workspace, folder)
            tell("done")


def create(folder: Path, tell: Tell) -> None:
    """A new library."""
    workspace = Workspace.open(folder / "new.curator", actor="Ada")
    tell("done")
    workspace.close()


def publish(folder: Path, tell: Tell) -> None:
    """Everything into a folder."""
    with opened(folder, tell) as workspace:
        report = export(workspace, folder / "out")
        tell("done", report.written, report.same, list(report.conflict))


def take_in(folder: Path, tell: Tell) -> None:
    """A folder of files."""
    with opened(folder, tell) as workspace:
        report = import_paths(workspace, [folder / "inbox"])
        tell("done", report.new, report.same, len(report.broken))


def back_up(folder: Path, tell: Tell) -> None:
    """A copy, made by hand."""
    with opened(folder, tell) as workspace:
        tell("done", backups.back_up(workspace).backup)


def restore(folder: Path, tell: Tell, copy: str) -> None:
    """An older state brought back."""
    backups.restore(folder / LIBRARY, Path(copy))
    tell("done")


def repair(folder: Path, tell: Tell) -> None:
    """A damaged library mended."""
    report = checking.repair(folder / LIBRARY)
    tell("done", list(report.problems))


def keep_draft(folder: Path, tell: Tell) -> None:
    """Text that is being typed."""
    with opened(folder, tell) as workspace:
        path = None
        for text in ("first words", "second words"):
            draft = drafts.keep(workspace, TITLE, "Ferries", text, path)
            path = draft.path
            tell("done", text)


def drafts_left(folder: Path, tell: Tell) -> None:
    """What the next start would offer."""
    with opened(folder, tell) as workspace:
        for draft in drafts.left_behind(workspace):
            tell("draft", draft.text)


def full_disk(folder: Path, tell: Tell, deed: str, room: int = 0) -> None:
    """A deed while the disk is full, and again when some space was freed; `room` is in bytes."""
    disk = folder / "disk"
    workspace = Workspace.open(disk / LIBRARY, create=False, actor="Ada")
    filler = disk / "filler"
    fill(filler, room)
    try:
        HEAVY[deed](workspace, disk)
    except CuratorError as error:
        tell("refused", type(error).__name__, str(error))
    filler.unlink()
    HEAVY[deed](workspace, disk)
    tell("done")
    workspace.close()


def fill(filler: Path, room: int) -> None:
    """Leaves no more than so many bytes of the disk."""
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        while shutil.disk_usage(filler.parent).free > room:
            stream.write(bytes(4096))


def no_memory(folder: Path, tell: Tell) -> None:
    """An import that needs more memory than there is, and an edit after it."""
    import resource  # noqa: PLC0415  # only Unix has it

    with opened(folder, tell) as workspace:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        before = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (used + 4_000_000, before[1]))
        try:
            import_paths(workspace, [folder / "large"])
        except (CuratorError, MemoryError) as error:
            tell("refused", type(error).__name__)
        finally:
            resource.setrlimit(resource.RLIMIT_AS, before)
        DEEDS["edit"][0](workspace, folder)
        tell("done")


HEAVY: dict[str, Callable[[Workspace, Path], object]] = {
    "edit": DEEDS["edit"][0],
    "import": lambda workspace, disk: import_paths(workspace, [disk / "inbox"]),
    "export": lambda workspace, disk: export(workspace, disk / "out"),
    "backup": lambda workspace, _disk: backups.back_up(workspace),
}


def soak(folder: Path, tell: Tell, seed: int) -> None:
    """Random work without an end."""
    chance = random.Random(seed)
    with opened(folder, tell) as workspace:
        while True:
            deed = random_work.some_deed(workspace, chance, folder)
            tell("will", deed)
            random_work.do(workspace, deed, folder)
            tell("done")


STORIES: dict[str, Callable[..., None]] = {
    story.__name__: story
    for story in (
        do_deeds, go_on, create, publish, take_in, back_up, restore, repair, keep_draft,
        drafts_left, full_disk, no_memory, soak,
    )
}  # fmt: skip
