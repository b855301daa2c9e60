"""The main job without a person: import the samples, edit, judge, undo, export, look.

Every step goes through the functions that window and command line use. What it did is printed,
and lies in `build/tour` afterwards.
"""

from __future__ import annotations

import difflib
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QMainWindow

from curator.domain.errors import CuratorError
from curator.domain.link import Link
from curator.domain.listing import Listing
from curator.domain.review import DONE
from curator.domain.signal import Signal
from curator.domain.text import shortened
from curator.domain.whole import WholeDigest
from curator.gui.application import open_window
from curator.gui.models.digest_list import DigestList
from curator.workspace import history, reading
from curator.workspace.editing import set_signal_field
from curator.workspace.exporting import export
from curator.workspace.reviewing import set_relation, set_review, set_tags
from curator.workspace.samples import import_samples, sample_folder
from curator.workspace.workspace import Workspace

FOLDER = ROOT / "build" / "tour"
LIBRARY = FOLDER / "tour.curator"

CHANGE = "From single trials to everyday use | seen on this tour"
"""The new text of one cell; its pipe shows that a table survives what people type."""


@dataclass(frozen=True)
class Choice:
    """The digest that the tour works on, with the rows that it touches."""

    whole: WholeDigest
    signal: Signal
    link: Link


def main() -> int:
    """Make the tour; 1 where something did not come out as it should."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    try:
        workspace = Workspace.open(LIBRARY, actor="the tour")
        choice = take_in(workspace)
        judge(workspace, choice)
        well = publish(workspace, choice)
        tell_history(workspace)
        workspace.close()
        take_pictures(choice.whole.digest.id)
    except CuratorError as error:
        tell(f"The tour ends here: {error}")
        return 1
    tell(f"All of it lies in {FOLDER.relative_to(ROOT)}.")
    return 0 if well else 1


def tell(text: str) -> None:
    """Say what was done, at once."""
    print(text, flush=True)


def take_in(workspace: Workspace) -> Choice:
    """Import the samples and choose a digest that has all there is to work on."""
    report = import_samples(workspace)
    tell(f"1. Imported {report.new} sample digests; {report.findings} findings to look at.")
    again = import_samples(workspace)
    tell(f"   Imported them again: {again.same} are the same, nothing changed.")
    for digest_id in reading.digest_ids(workspace, Listing()):
        whole = reading.whole(workspace, digest_id)
        there = reading.targets(workspace, [link.target_key for link in whole.closest])
        links = [link for link in whole.closest if link.target_key in there]
        if whole.signals and links and not reading.findings(workspace, digest_id):
            tell(f"   Chose “{whole.digest.name}”: {len(whole.signals)} signals, "
                 f"{len(whole.themes)} themes, {len(links)} closest digests.")  # fmt: skip
            return Choice(whole, whole.signals[0], links[0])
    raise CuratorError("No sample digest without findings has signals and closest digests.")


def judge(workspace: Workspace, choice: Choice) -> None:
    """Edit a signal, tag a closest link, change a mind, and finish."""
    digest, signal, link = choice.whole.digest, choice.signal, choice.link
    done = [
        workspace.do(set_signal_field, signal.id, "change", CHANGE),
        workspace.do(set_relation, [link.id], "supports"),
        workspace.do(set_tags, link.id, "tour, early sign"),
        workspace.do(set_review, [digest.id], DONE),
    ]
    tell(f"2. Edited the change of “{shortened(signal.name, 40)}”, tagged its closest digest")
    tell(f"   “{shortened(link.title, 50)}” as supporting, and marked the digest as done:")
    for changes in done:
        tell(f"   - {changes.label} ({changes.summary()})")
    back = workspace.undo()
    again = workspace.redo()
    tell(f"3. Undid “{back.label}” and did it again ({again.summary()}).")


def publish(workspace: Workspace, choice: Choice) -> bool:
    """Export both layouts; whether only the edited table of the chosen digest differs."""
    faithful = export(workspace, FOLDER / "faithful")
    curated = export(workspace, FOLDER / "curated", layout="curated")
    tell(f"4. Exported {faithful.written} digests as faithful and {curated.written} as curated.")
    originals = {path.name: path for path in sample_folder().rglob("*.*") if path.is_file()}
    exported = sorted(path for path in (FOLDER / "faithful").iterdir() if path.name in originals)
    differing = [
        path for path in exported if path.read_bytes() != originals[path.name].read_bytes()
    ]
    names = [path.name for path in differing]
    tell(f"   {len(exported) - len(differing)} files are the originals byte for byte.")
    for path in differing:
        lines = changed_lines(originals[path.name], path)
        tell(f"   {path.name} differs in {len(lines)} lines, all of one table:")
        tell(f"   {shortened(next(line for line in lines if 'tour' in line), 90)}")
    return len(exported) == faithful.written and names == [choice.whole.digest.file_name]


def changed_lines(original: Path, exported: Path) -> list[str]:
    """The lines that only the exported file has."""
    before, after = (path.read_text(encoding="utf-8") for path in (original, exported))
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in found if line.startswith("+") and not line.startswith("+++")]


def tell_history(workspace: Workspace) -> None:
    """List the steps as the history does."""
    steps = history.steps(workspace)
    tell(f"5. The history holds {len(steps)} steps:")
    for step in steps:
        tell(f"   - {step.label} ({step.actor}, {step.state})")


def take_pictures(digest_id: int) -> None:
    """Show the window on the library and save what it looks like."""
    window = open_window(LIBRARY)
    window.resize(1440, 900)
    QTest.qWaitForWindowExposed(window)
    tell("6. Opened the window and took its picture:")
    save_picture(window, "window")
    show_digest(window, digest_id)
    save_picture(window, "digest")
    window.close()


def show_digest(window: QMainWindow, digest_id: int) -> None:
    """Choose a digest in the list, as a click would."""
    view = window.findChild(QAbstractItemView, "digestList")
    model = view.model() if view else None
    if not view or not isinstance(model, DigestList):
        raise CuratorError("The window has no list of digests.")
    view.setCurrentIndex(model.index(model.row_of(digest_id), 0))


def save_picture(window: QMainWindow, name: str) -> None:
    """Write what the window shows now."""
    QTest.qWait(500)  # previews and lists are filled in the background
    path = FOLDER / f"{name}.png"
    window.grab().save(str(path))
    tell(f"   - {path.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
