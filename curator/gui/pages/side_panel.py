"""What stands beside a digest: preview, history, findings and source.

Only the page that is seen is kept up to date; the others mark themselves stale.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from curator.domain.changes import Changes
from curator.domain.errors import LibraryError
from curator.domain.finding import Finding
from curator.gui.background import Cancelled, Latest, Progress
from curator.gui.past import Past, past_of
from curator.gui.session import Session
from curator.gui.widgets.findings_list import FindingsList
from curator.gui.widgets.history_list import HistoryList
from curator.gui.widgets.preview_browser import PreviewBrowser
from curator.gui.widgets.source_view import SourceView
from curator.workspace import reading
from curator.workspace.workspace import Workspace

PREVIEW, HISTORY, FINDINGS, SOURCE = "preview", "history", "findings", "source"
PANELS = (PREVIEW, HISTORY, FINDINGS, SOURCE)
PAUSE = 60
"""Milliseconds that a digest stays, or an edit is the last, before anything is asked about it: to
start what the next key makes old takes time from what that key is to show."""


class SidePanel(QTabWidget):
    """Signals:
    key_requested(str), address_requested(str), link_pointed(str): links of the preview.
    finding_opened(Finding): the person wants to go to its field.
    revert_requested(int), reapply_requested(int), step_opened(int): steps of the history.
    """

    key_requested = QtSignal(str)
    address_requested = QtSignal(str)
    link_pointed = QtSignal(str)
    finding_opened = QtSignal(object)
    revert_requested = QtSignal(int)
    reapply_requested = QtSignal(int)
    step_opened = QtSignal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setAccessibleName("Beside the digest")
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setMinimumWidth(180)
        self.tabBar().setAccessibleName("What stands beside the digest")
        self.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self._session = session
        self._digest_id = 0
        self._stale = set(PANELS)
        self.preview = PreviewBrowser(self)
        self.history = HistoryList(self)
        self.findings = FindingsList(self)
        self.source = SourceView(self)
        for page, title in zip(
            (self.preview, self.history, self.findings, self.source), PANELS, strict=True
        ):
            self.addTab(page, title.capitalize())
        self._answers: dict[str, Callable[..., None]] = {
            PREVIEW: self.preview.show_html,
            HISTORY: self._show_past,
            FINDINGS: self._show_findings,
            SOURCE: self.source.show_text,
        }
        self._questions = {name: self._question(name) for name in PANELS}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._refresh_seen)
        self._past = Past([], {}, {})
        self.history.end_reached.connect(self._ask_for_older)
        self.currentChanged.connect(self._refresh_seen)
        self._pass_on()

    def show_digest(self, digest_id: int) -> None:
        """Show what belongs to another digest; 0 for none."""
        self._digest_id = digest_id
        self.setEnabled(digest_id > 0)
        self._mark_stale()

    def apply(self, changes: Changes) -> None:
        """Follow a commit."""
        if self._digest_id in changes.digest_ids:
            self._mark_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what was not asked while nobody saw it."""
        super().showEvent(event)
        self._refresh_seen()

    def open(self, name: str) -> None:
        """Bring a page to the front: preview, history, findings or source."""
        self.setCurrentIndex(PANELS.index(name) if name in PANELS else 0)

    def opened(self) -> str:
        """The page that is seen."""
        return PANELS[self.currentIndex()]

    def point_at_line(self, line: int) -> None:
        """Show a line of the source."""
        self.open(SOURCE)
        self.source.show_text(reading.markdown(self._session.workspace, self._digest_id))
        self.source.point_at(line)

    def _question(self, name: str) -> Latest:
        question = Latest(self._session.background, self)
        question.answered.connect(self._answers[name])
        question.failed.connect(partial(self._tell_unreadable, name))
        return question

    def _pass_on(self) -> None:
        self.preview.key_requested.connect(self.key_requested)
        self.preview.address_requested.connect(self.address_requested)
        self.preview.link_pointed.connect(self.link_pointed)
        self.findings.finding_opened.connect(self.finding_opened)
        self.history.revert_requested.connect(self.revert_requested)
        self.history.reapply_requested.connect(self.reapply_requested)
        self.history.step_opened.connect(self.step_opened)

    def _mark_stale(self) -> None:
        self._stale = set(PANELS)
        for question in self._questions.values():
            question.forget()
        if self._digest_id:
            self._pause.start()
        else:
            self._refresh_seen()

    def _refresh_seen(self) -> None:
        if not self.isVisible():  # it is asked when it is shown
            return
        # The number of findings stands on their tab, so that page is never left behind.
        for name in {self.opened(), FINDINGS} & self._stale:
            self._stale.discard(name)
            if self._digest_id:
                self._questions[name].ask(self._task(name))
            else:
                self._questions[name].forget()
                self._answers[name](_NOTHING[name])

    def _task(self, name: str) -> Callable[[Progress, Cancelled], object]:
        return partial(_looked_up, _READERS[name], self._session.workspace, self._digest_id)

    def _tell_unreadable(self, name: str, error: BaseException) -> None:
        self._answers[name](_NOTHING[name])  # what stands there is of another digest
        if not (self._session.access.reason and isinstance(error, LibraryError)):
            self._session.messages.tell_exception(error)  # otherwise the banner says it

    def _ask_for_older(self) -> None:
        if self._past.goes_on:
            older = partial(past_of, known=self._past)
            workspace, digest_id = self._session.workspace, self._digest_id
            self._past = Past([], {}, {})  # asked for once
            self._questions[HISTORY].ask(partial(_looked_up, older, workspace, digest_id))

    def _show_past(self, past: Past) -> None:
        self._past = past
        self.history.show_steps(past.steps, past.lines, past.taken_back)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self.findings.show_findings(findings)
        number = f" {len(findings)}" if findings else ""
        self.setTabText(PANELS.index(FINDINGS), f"Findings{number}")


def _looked_up(
    read: Callable[[Workspace, int], object],
    workspace: Workspace,
    digest_id: int,
    _progress: Progress,
    _cancelled: Cancelled,
) -> object:
    return read(workspace, digest_id)


_READERS: dict[str, Callable[[Workspace, int], object]] = {
    PREVIEW: reading.preview,
    HISTORY: past_of,
    FINDINGS: reading.findings,
    SOURCE: reading.markdown,
}
_NOTHING = {PREVIEW: "", HISTORY: Past([], {}, {}), FINDINGS: (), SOURCE: ""}
