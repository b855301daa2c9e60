"""Measurements that need a process of their own: starts of a window, imports, peaks of memory.

Run as `python -m tests.bench.child DEED STARTED ARGUMENTS`; each deed prints one line of JSON.
Each imports only what it needs, because that is part of what is measured.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measuring import Family, Times, peak_memory

if TYPE_CHECKING:
    from tests.bench.at_ledger import AtLedger  # each deed imports only what it needs

DEADLINE = 120
"""Seconds after which something that should be seen counts as missing."""
_QUIET = 0.02
"""Seconds of work within a tenth of a second that still count as rest."""

_EDITS = 20
_CORRECTED = "energy"

Answer = dict[str, object]


def import_folder(library: str, folder: str) -> Answer:
    """The real import of a folder."""
    from curator.workspace.importing import import_paths  # noqa: PLC0415
    from curator.workspace.workspace import Workspace  # noqa: PLC0415

    workspace = Workspace.open(Path(library), actor="bench")
    start, before = time.perf_counter(), os.times()
    with Family() as family:
        report = import_paths(workspace, [Path(folder)])
        workspace.close()
    seconds, after = time.perf_counter() - start, os.times()
    again = time.perf_counter()
    with closing(Workspace.open(Path(library), actor="bench")) as opened:
        same = import_paths(opened, [Path(folder)]).same
    return {
        "seconds": seconds,
        "cpu": sum(after[:2]) - sum(before[:2]),
        "children": sum(after[2:4]) - sum(before[2:4]),
        "family": family.peak,
        "new": report.new,
        "broken": [f"{broken.path}: {broken.reason}" for broken in report.broken],
        "findings": report.findings,
        "same": same,
        "again": time.perf_counter() - again,
    }


def show_nothing(_started: float) -> Answer:
    """An empty window of the same Qt; the start of the process counts."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415

    from tests.bench.painting import wait_for_paint  # noqa: PLC0415

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    painted = wait_for_paint(window, window.show)
    answer: Answer = {"shown": painted - _started}
    window.close()
    application.processEvents()
    return answer


def show_list(_started: float, library: str) -> Answer:
    """The window with the first lines of its list."""
    from tests.bench.at_window import AtWindow  # noqa: PLC0415

    window = AtWindow.open(Path(library))
    answer: Answer = {"shown": window.shown - _started}
    window.close()
    return answer


def work_a_day(_started: float, library: str, rounds: str) -> Answer:
    """Digests opened, cells edited and undone at the window, from the key to what is painted."""
    from tests.bench.at_window import AtWindow  # noqa: PLC0415

    window = AtWindow.open(Path(library))
    at_rest(window.process)
    opening, editing, undoing = Times(), Times(), Times()
    for row in islice(window.rows(), int(rounds)):
        with opening:
            window.go_to(row)
        window.process()
        window.begin_edit("Seen from the bench")
        with editing:
            window.commit_edit()
        with undoing:
            window.undo()
    window.scroll_to_end()
    window.close()
    return {"open": vars(opening), "edit": vars(editing), "undo": vars(undoing)}


def use_the_ledger(_started: float, library: str, rounds: str) -> Answer:
    """A session at list and ledger, under the eyes of a watchdog."""
    from tests.bench.at_ledger import AtLedger  # noqa: PLC0415
    from tests.bench.at_window import AtWindow  # noqa: PLC0415
    from tests.bench.watchdog import Watchdog  # noqa: PLC0415

    window = AtWindow.open(Path(library))
    at_rest(window.process)
    dog = Watchdog()
    dog.begin()
    window.search("climate water")
    window.search("")
    ledger = AtLedger(window.window)
    ledger.open()
    ledger.rest()
    told = _looked_around(ledger, int(rounds)) | _edited(ledger, min(int(rounds), _EDITS))
    told |= _replaced(ledger)
    ledger.clear_search()
    dog.end()
    window.close()
    return told | {"stalls": len(dog.stalls), "where": dog.words()}


def _looked_around(ledger: "AtLedger", rounds: int) -> Answer:
    jump, page = Times(), Times()
    for row in islice(ledger.rows(), rounds):
        with jump:
            ledger.jump(row)
        ledger.rest(0.02)
        with page:
            ledger.page_down()
    ledger.sort()
    return {"jump": vars(jump), "page": vars(page)}


def _edited(ledger: "AtLedger", rounds: int) -> Answer:
    edit = Times()
    for number in range(rounds):
        ledger.begin_edit(f"Seen from the bench {number}")
        with edit:
            ledger.commit_edit()
        ledger.rest(0.1)
        ledger.undo()
    return {"edit": vars(edit)}


def _replaced(ledger: "AtLedger") -> Answer:
    ledger.search(_CORRECTED)
    begun = time.perf_counter()
    rows = ledger.replace_in_forces(_CORRECTED, "powers")
    done = time.perf_counter()
    ledger.undo()
    return {"rows": rows, "replaced": done - begun, "undone": time.perf_counter() - done}


def at_rest(process: Callable[[], None]) -> None:
    """Wait until what a start leaves to do in the background is done."""
    deadline, calm = time.monotonic() + DEADLINE, 0
    while calm < 3 and time.monotonic() < deadline:
        before, until = time.process_time(), time.monotonic() + 0.1
        while time.monotonic() < until:
            process()
            time.sleep(0.01)
        calm = calm + 1 if time.process_time() - before < _QUIET else 0


DEEDS: dict[str, Callable[..., Answer]] = {
    "import_folder": lambda _started, *given: import_folder(*given),
    "show_nothing": show_nothing,
    "show_list": show_list,
    "work_a_day": work_a_day,
    "use_the_ledger": use_the_ledger,
}


def main(deed: str, started: str, *given: str) -> None:
    """Do one deed and tell of it."""
    answer = DEEDS[deed](float(started), *given)
    print(json.dumps(answer | {"peak": peak_memory()}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
