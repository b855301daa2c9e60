"""Whether the library is whole: asked after opening where needed, on demand, and mended."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from curator.domain.measures import counted
from curator.gui.actions import MENDING
from curator.gui.background import task_of
from curator.gui.controllers.closed_deed import ClosedDeed
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.gui.messages import ERROR, Notice
from curator.workspace import checking
from curator.workspace.checking import CheckReport, RepairReport

CLOSED_BADLY = "Curator did not close properly last time; the library was checked and is whole."
WILL_DO = (
    "A copy of the library is made, and all that can be read goes into a new file.",
    "The new file is checked and takes the place of the library.",
    "The file as it is now is kept beside it, whatever happens.",
    "You are told what was saved and what was not.",
)


class Checking(QObject):
    """Signals:
    closed_deed_requested(ClosedDeed): a repair needs the library closed.
    """

    closed_deed_requested = QtSignal(object)

    def __init__(self, desk: Desk, long_deeds: LongDeeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._long_deeds = long_deeds
        desk.actions.connect({"help.check": self.check, "help.repair": self.ask_to_repair})
        self._look_after_opening()

    def check(self) -> None:
        """Check all of the library and say what was found."""
        task = task_of(partial(checking.check, self._desk.session.workspace))
        self._long_deeds.run("Checking the library", task, self._tell)

    def ask_to_repair(self) -> None:
        """Say what a repair does, and do it when that is wanted."""
        ways = [("Repair the library", self._repair)]
        words = "A repair saves what can be saved. The window closes the library meanwhile:"
        self._desk.open_dialog(ReportDialog("Repair", words, WILL_DO, ways, self._desk.window))

    def tell_repair(self, report: RepairReport) -> None:
        """Say what a repair saved and what it did not."""
        if not report.needed:
            words = "The library is whole; there was nothing to repair."
            self._desk.session.messages.notify(Notice(words, topic="check"))
            return
        items = [f"{name}: {rows:,} saved" for name, rows in report.saved]
        items += [f"{name}: {rows:,} lost" for name, rows in report.lost]
        items += report.notes
        if report.rest:
            items.append(f"What no library can hold was written to {report.rest}")
        if report.put_back:
            items.append(f"{report.put_back:,} put back from the history")
        items += [f"Left over: {problem}" for problem in report.problems]
        lost = sum(rows for _, rows in report.lost)
        fate = f"{counted(lost, 'row')} could not be saved." if lost else "Nothing was lost."
        words = f"The library was repaired. {fate} The damaged file is kept: {report.damaged}"
        self._desk.open_dialog(ReportDialog("Repair", words, items, (), self._desk.window))

    def _look_after_opening(self) -> None:
        session = self._desk.session
        if session.workspace.needs_check:
            job = session.background.run(task_of(partial(checking.check, session.workspace)))
            job.succeeded.connect(self._tell_opened)
            job.failed.connect(session.messages.tell_exception)
            job.crashed.connect(session.messages.tell_exception)
        elif session.workspace.ended_badly:
            session.messages.notify(Notice(CLOSED_BADLY, topic="check", lasting=True))

    def _tell_opened(self, report: object) -> None:
        messages = self._desk.session.messages
        if isinstance(report, CheckReport) and not report.ok:
            act = partial(self._open_report, report)
            found = counted(len(report.problems), "problem")
            words = f"The check after opening found {found} in this library."
            messages.notify(
                Notice(words, ERROR, verb="Look at it", act=act, topic="check", lasting=True)
            )
        elif self._desk.session.workspace.ended_badly:
            messages.notify(Notice(CLOSED_BADLY, topic="check", lasting=True))

    def _tell(self, report: object) -> None:
        if not isinstance(report, CheckReport):
            return
        if report.ok:
            size = f"{counted(report.digests, 'digest')} and {counted(report.steps, 'step')}"
            words = f"All is well: {size} agree with each other."
            self._desk.session.messages.notify(Notice(words, topic="check"))
        else:
            self._open_report(report)

    def _open_report(self, report: CheckReport) -> None:
        actions = self._desk.actions
        ways = [(actions[id_].text(), actions[id_].trigger) for id_ in MENDING]
        words = f"The check found {counted(len(report.problems), 'problem')}."
        self._desk.open_dialog(
            ReportDialog("Check", words, report.problems, ways, self._desk.window)
        )

    def _repair(self) -> None:
        deed = partial(checking.repair, self._desk.session.workspace.path)
        self.closed_deed_requested.emit(ClosedDeed("Repairing the library", deed))
