"""Editing many records at once: the dialog, its preview in the background, the deed, the undo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from curator.domain.errors import CuratorError
from curator.domain.measures import counted
from curator.gui.background import Cancelled, Latest, Progress
from curator.gui.controllers.bulk_scope import Scope, scope_of
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.long_deeds import LongDeeds
from curator.gui.controllers.undoing import Undoing
from curator.gui.dialogs.bulk_dialog import FILL, REPLACE, BulkDialog
from curator.workspace import reading
from curator.workspace.bulk_applying import BulkReport, apply_plan
from curator.workspace.bulk_edits import Chosen, Edit, Plan, PlannedChange
from curator.workspace.bulk_planning import plan_of
from curator.workspace.ticks import Ticks
from curator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Preview:
    plan: Plan
    count: int


class BulkEditing(QObject):
    """Works on what is selected, or on all that is listed where at most one is; see `scope_of`."""

    def __init__(
        self,
        desk: Desk,
        choosing: Choosing,
        undoing: Undoing,
        long_deeds: LongDeeds,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choosing = choosing
        self._undoing = undoing
        self._long_deeds = long_deeds
        self._scope: Scope | None = None
        self._dialog: BulkDialog | None = None
        self._previews = Latest(desk.session.background, self)
        self._previews.answered.connect(self._show)
        self._previews.failed.connect(self._tell_mistake)
        desk.actions.connect(
            {
                "edit.replace": partial(self.open, REPLACE),
                "edit.many": partial(self.open, FILL),
            }
        )

    def open(self, form: int, _checked: bool = False) -> None:
        """Open the dialog with one of its forms."""
        desk = self._desk
        if not desk.session.may_edit():
            return
        desk.digest_page.commit()
        self._scope = scope_of(desk, self._choosing)
        dialog = BulkDialog(partial(_terms_like, desk.session.workspace), desk.window)
        dialog.tell_scope(self._scope.first)
        dialog.preview_wanted.connect(self._preview)
        dialog.apply_requested.connect(self._apply)
        dialog.finished.connect(self._leave)
        self._dialog = dialog
        desk.open_dialog(dialog)
        dialog.open_form(form)

    def _preview(self, edit: Edit | None) -> None:
        if edit is None or self._scope is None:
            self._previews.forget()
            if self._dialog is not None:
                self._dialog.show_plan(None)
            return
        workspace = self._desk.session.workspace
        self._previews.ask(partial(_plan, workspace, edit, self._scope.ask))

    def _show(self, found: object) -> None:
        if isinstance(found, _Preview) and self._dialog is not None and self._scope is not None:
            self._dialog.tell_scope(self._scope.words(found.count))
            self._dialog.show_plan(found.plan)

    def _tell_mistake(self, error: object) -> None:
        if isinstance(error, CuratorError) and self._dialog is not None:
            self._dialog.show_mistake(str(error))
        elif isinstance(error, BaseException):
            self._desk.session.messages.tell_exception(error)

    def _apply(self, plan: Plan, ticks: Ticks) -> None:
        task = partial(_apply, self._desk.session.workspace, plan, tuple(ticks.lines()))
        self._long_deeds.run("Editing", task, self._tell, writes=True)

    def _tell(self, report: object) -> None:
        if isinstance(report, BulkReport):
            self._undoing.offer(report_words(report), report.changes, "bulk")

    def _leave(self) -> None:
        self._previews.forget()
        self._dialog = None


def report_words(report: BulkReport) -> str:
    """What came of a bulk edit, in a sentence or two."""
    if report.cancelled:
        return "Cancelled; nothing was changed."
    done = f"Done: {report.done.words()}." if report.done.changes else "Nothing was changed."
    if not report.left_alone:
        return done
    left = counted(len(report.left_alone), "change")
    return f"{done} {left} left out, because the text had changed since the preview."


def _plan(
    workspace: Workspace,
    edit: Edit,
    ask: Callable[[], Chosen],
    progress: Progress,
    cancelled: Cancelled,
) -> _Preview:
    chosen = ask()
    plan = plan_of(workspace, edit, chosen, progress=progress, cancelled=cancelled)
    return _Preview(plan, len(chosen.ids))


def _apply(
    workspace: Workspace,
    plan: Plan,
    lines: Sequence[PlannedChange],
    progress: Progress,
    cancelled: Cancelled,
) -> BulkReport:
    return apply_plan(workspace, plan, lines, progress=progress, cancelled=cancelled)


def _terms_like(workspace: Workspace, kind: str, text: str) -> list[str]:
    return reading.term_names(workspace, kind, text)
