"""The ledger follows what is chosen: view, search, facets, sorting, groups, and every commit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtCore import Signal as QtSignal

from curator.domain.changes import Changes
from curator.domain.errors import Interrupted
from curator.domain.ledger import COLUMNS, LedgerQuestion, Sorting
from curator.domain.measures import counted
from curator.domain.saved_search import SIGNALS
from curator.gui.background import BUSY_AFTER, Latest, task_of
from curator.gui.controllers.choosing import Choosing
from curator.gui.controllers.desk import Desk
from curator.gui.controllers.ledger_answer import LedgerAnswer, answer_to
from curator.gui.pages.ledger_page.strip import GROUP_WORDS, NO_GROUPS
from curator.gui.widgets import column_layout
from curator.gui.widgets.empty_state import Emptiness
from curator.gui.widgets.sidebar import view_words
from curator.workspace import ledger
from curator.workspace.stopping import Stop

LAYOUT, LINES, SORTING, GROUPING = "layout", "lines", "sorting", "grouping"
_KINDS = frozenset({"signal", "digest", "term"})


class Ledgering(QObject):
    """Asks in the background; an answer that comes while a cell is edited waits for its end.

    Signals:
        answered(): the page shows what was asked for last.
    """

    answered = QtSignal()

    def __init__(self, desk: Desk, choosing: Choosing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.choosing = choosing
        self._page = desk.ledger_page
        self._sorting = Sorting()
        self._by = NO_GROUPS
        self._others = False
        self._stale = True
        self._wanted: tuple[Sequence[int], str] = ((), "")
        self._waiting: LedgerAnswer | None = None
        self._latest = Latest(desk.session.background, self)
        self._latest.answered.connect(self._take)
        self._latest.failed.connect(self._fail)
        self._patience = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._patience.timeout.connect(self._page.tell_waiting)
        choosing.listed.connect(self._follow_choice)
        self._page.table.sort_asked.connect(self.sort_by)
        self._page.table.edit_ended.connect(self._show_waiting)
        self._page.strip.group_chosen.connect(self.group_by)
        self._page.group_opened.connect(self._open_group)
        desk.actions.connect(
            {
                "ledger.group": self._page.strip.open_groups,
                "ledger.columns": self._page.strip.open_columns,
            }
        )
        self._restore()

    # --- asking ---------------------------------------------------------------------------------

    def sort_by(self, column: str, descending: bool) -> None:
        """Order the rows by a column."""
        self._sorting = Sorting(column, descending)
        self._ask()

    def group_by(self, by: str) -> None:
        """Put the rows under lines of groups, which are closed at first; empty: no groups."""
        self._by = by
        self._others = True
        self._page.strip.show_group(by)
        self._ask(opened=())

    def apply(self, changes: Changes) -> None:
        """Follow a commit: rows change in place at once; who belongs to the result is asked."""
        self._page.apply(changes)
        if changes.wholesale or any(item.kind in _KINDS for item in changes.items):
            self.refresh()

    def refresh(self) -> None:
        """Ask again for what is shown, or as soon as it is shown."""
        self._stale = True
        if self.choosing.page() == SIGNALS:
            self._ask()

    def reload(self) -> None:
        """Ask for everything again, because another process wrote to the library."""
        self._page.model.forget()
        self.refresh()

    def reveal(self, changes: Changes) -> bool:
        """Select the rows that a step changed, in the column that it changed; what is not shown
        yet is selected when it comes. False where the step changed no rows."""
        changed = [item for item in changes.of_kind("signal") if item.after is not None]
        if not changed:
            return False
        before, after = changed[0].before, changed[0].after
        names = [n for n in COLUMNS if getattr(before, n, None) != getattr(after, n, None)]
        self._wanted = ([item.id for item in changed], names[0] if before and names else "")
        self._go_to_wanted()
        return True

    def keep(self) -> None:
        """Remember for the next start how the table stands."""
        state, table = self._desk.session.state, self._page.table
        layout = column_layout.written(table.column_layout()) if table.is_own_layout() else ""
        state.tables.keep(table.objectName(), LAYOUT, layout)
        state.tables.keep(table.objectName(), LINES, str(table.lines()))
        falls = "falling" if self._sorting.descending else "rising"
        state.tables.keep(table.objectName(), SORTING, f"{self._sorting.column} {falls}")
        state.tables.keep(table.objectName(), GROUPING, self._by)

    def _restore(self) -> None:
        kept = partial(self._desk.session.state.tables.told, self._page.table.objectName())
        if layout := kept(LAYOUT):
            self._page.table.set_column_layout(column_layout.read(layout))
        lines = kept(LINES)
        if lines.isdecimal():
            self._page.strip.lines_chosen.emit(int(lines))
        column, _, way = kept(SORTING).partition(" ")
        if column in COLUMNS:
            self._sorting = Sorting(column, way == "falling")
        self._by = kept(GROUPING) if kept(GROUPING) in GROUP_WORDS else NO_GROUPS
        self._page.strip.show_group(self._by)

    def _follow_choice(self, others: bool) -> None:
        self._others = self._others or others
        self.refresh()

    def _ask(self, opened: Sequence[str] | None = None) -> None:
        if opened is None:
            opened = list(self._page.model.plan.opened())
        question = LedgerQuestion(self.choosing.listing(), self._sorting)
        stop = Stop()
        deed = partial(answer_to, self._desk.session.workspace, question, self._by, opened, stop)
        self._stale = False
        self._waiting = None
        self._patience.start()
        self._latest.ask(task_of(deed), stop)

    def _open_group(self, value: str) -> None:
        question = partial(
            ledger.group_ids,
            self._desk.session.workspace,
            self._page.question(),
            self._by,
            value,
        )
        job = self._desk.session.background.run(task_of(question))
        job.succeeded.connect(partial(self._page.show_group_rows, value))
        job.failed.connect(self._desk.session.messages.tell_exception)

    # --- answers --------------------------------------------------------------------------------

    def _take(self, answer: object) -> None:
        if isinstance(answer, LedgerAnswer):
            self._waiting = answer
            if not self._page.table.is_editing():
                self._show_waiting()

    def _show_waiting(self) -> None:
        answer, self._waiting = self._waiting, None
        if answer is None:
            return
        self._patience.stop()
        others, self._others = self._others, False
        counted = _counted(answer)
        self._page.show_rows(
            answer.question, answer.plan, counted, self._emptiness(answer), others=others
        )
        self._go_to_wanted()
        self.answered.emit()

    def _fail(self, error: object) -> None:
        self._patience.stop()
        if isinstance(error, BaseException) and not isinstance(error, Interrupted):
            self._desk.session.messages.tell_exception(error)

    def _go_to_wanted(self) -> None:
        ids, name = self._wanted
        if ids and self._page.select_rows(ids, name) and not self._stale:
            self._wanted = ((), "")

    def _emptiness(self, answer: LedgerAnswer) -> Emptiness:
        listing, choosing = answer.question.listing, self.choosing
        view = f"“{view_words(listing.view)}”"
        if not answer.total:
            none = Emptiness("No rows here", f"The digests of {view} have no signals.")
            return choosing.emptiness() or none
        rows = "the only row" if answer.total == 1 else f"all {answer.total:,} rows"
        ways = [("Show all", choosing.show_all)]
        if listing.picks:
            ways.insert(0, ("Clear the facets", partial(choosing.pick, ())))
        if listing.search:
            ways.insert(0, ("Clear the search", self._desk.search_box.clear))
        hiding = [f"the search “{listing.search}”"] if listing.search else []
        hiding += ["the facets"] if listing.picks else []
        words = " and ".join(hiding)
        hide = "hide" if listing.picks else "hides"
        return Emptiness(
            "No row found", f"{words[:1].upper()}{words[1:]} {hide} {rows} of {view}.", ways
        )


def _counted(answer: LedgerAnswer) -> str:
    told, number = f"{answer.shown:,} of {answer.total:,} rows", len(answer.plan.groups)
    if not answer.by:
        return f"{told} shown"
    if number >= ledger.MOST_GROUPS:
        return f"{told} found; the first {number:,} groups of them are shown"
    return f"{told} shown, in {counted(number, 'group')}"
