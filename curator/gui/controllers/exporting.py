"""Writing digests out as Markdown."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from curator.gui.background import Cancelled, Progress
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.dialogs.export_dialog import ALL, SELECTED, SHOWN, ExportChoice, ExportDialog
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.gui.messages import Notice
from curator.settings import load_settings, save_settings
from curator.workspace import reading
from curator.workspace.exporting import ExportReport, export
from curator.workspace.workspace import Workspace


class Exporting(QObject):
    """Asks what and where to, exports, and says in numbers what was written."""

    def __init__(self, desk: Desk, long_deeds: LongDeeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._long_deeds = long_deeds
        desk.actions.connect({"file.export": self.ask})

    def ask(self) -> None:
        """Open the export dialog."""
        page, workspace = self._desk.list_page, self._desk.session.workspace
        self._desk.commit()
        counts = {
            ALL: reading.counts(workspace)["all"],
            SHOWN: len(page.shown_ids()),
            SELECTED: len(page.selected_ids()),
        }
        dialog = ExportDialog(counts, load_settings()[0].export_folder, self._desk.window)
        dialog.export_chosen.connect(self.export)
        self._desk.open_dialog(dialog)

    def export(self, choice: ExportChoice) -> None:
        """Export what was chosen."""
        task = partial(_export, self._desk.session.workspace, choice, self._keys(choice.scope))
        self._long_deeds.run("Exporting", task, partial(self._tell, choice))

    def _keys(self, scope: str) -> tuple[str, ...]:
        if scope == ALL:
            return ()
        page = self._desk.list_page
        ids = page.selected_ids() if scope == SELECTED else page.shown_ids()
        return tuple(card.key for card in reading.cards(self._desk.session.workspace, ids))

    def _tell(self, choice: ExportChoice, report: object) -> None:
        if not isinstance(report, ExportReport):
            return
        save_settings(replace(load_settings()[0], export_folder=str(choice.folder)))
        summary = export_words(report)
        if report.conflict:
            note = "These files were not written by Curator, or changed since, and were left alone:"
            self._desk.open_dialog(
                ReportDialog("Export", f"{summary} {note}", report.conflict, (), self._desk.window)
            )
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(choice.folder)))
        self._desk.session.messages.notify(
            Notice(f"{summary} {choice.folder}", verb="Open the folder", act=show, topic="export")
        )


def export_words(report: ExportReport) -> str:
    """An export in one sentence."""
    counted = (
        (report.written, "written"),
        (report.same, "the same as before"),
        (len(report.conflict), "left alone"),
    )
    parts = [f"{number:,} {words}" for number, words in counted if number]
    start = "Export cancelled" if report.cancelled else "Export"
    return f"{start}: {', '.join(parts) or 'nothing to write'}."


def _export(
    workspace: Workspace,
    choice: ExportChoice,
    keys: tuple[str, ...],
    progress: Progress,
    cancelled: Cancelled,
) -> ExportReport:
    if not keys and choice.scope != ALL:
        return ExportReport()
    return export(
        workspace,
        choice.folder,
        layout=choice.layout,
        keys=keys,
        progress=progress,
        cancelled=cancelled,
    )
