"""The themes, or the keywords, of a digest, completed from the whole library."""

from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from curator.domain.changes import Changes
from curator.domain.term import THEME, Term
from curator.domain.whole import WholeDigest
from curator.gui.delegates.cell_delegate import CellDelegate
from curator.gui.models.scope import Scope
from curator.gui.models.term_columns import term_columns
from curator.gui.pages.digest_page.row_table import RowDeeds, RowTable
from curator.gui.session import Session
from curator.workspace import reading, rows

NAME_COLUMN, COUNT_COLUMN = 0, 1
MOST_RANKED = 400
"""Names that are ranked for completion; more of them hold only a letter or two of what is typed."""


class TermSection(QWidget):
    """A heading and a table of terms of one kind."""

    def __init__(self, session: Session, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = kind
        self._digest_id = 0
        self._counts: dict[str, int] = {}
        plural = "Themes" if kind == THEME else "Keywords"
        self._heading = QLabel(plural, self)
        self._heading.setProperty("tone", "heading")
        deeds = RowDeeds(rows.delete_terms, rows.move_terms)
        columns = term_columns(kind, self._counted)
        self.rows = RowTable(session, f"{kind}sTable", plural, deeds, columns, self)
        completing = CellDelegate(self.rows.table, completions=self._names_like)
        self.rows.table.setItemDelegateForColumn(NAME_COLUMN, completing)
        self.rows.table.set_hint(f"No {kind}s yet.", "Ctrl+Enter adds one.")
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self.rows)
        layout.addStretch()

    def show_digest(self, whole: WholeDigest) -> None:
        """Show the terms of a digest."""
        self._digest_id = whole.digest.id
        terms = whole.terms(self._kind)
        self._count([term.name for term in terms])
        self.rows.show_rows(terms, Scope(Term, self._digest_id, self._kind))

    def apply(self, changes: Changes) -> None:
        """Follow a commit; the numbers change with terms of other digests too."""
        self.rows.apply(changes)
        if changes.of_kind("term") or changes.wholesale:
            self._count(self._names())
            self.rows.model.refresh_column(COUNT_COLUMN)

    def add(self) -> None:
        """Begin a term below the current one."""
        blank = Term(digest_id=self._digest_id, kind=self._kind)
        add = partial(rows.add_term, digest_id=self._digest_id, kind=self._kind)
        self.rows.begin_row(blank, add)

    def _names(self) -> list[str]:
        return [record.name for record in self.rows.model.records if isinstance(record, Term)]

    def _count(self, names: list[str]) -> None:
        question = partial(reading.term_counts, self._session.workspace, self._kind, names)
        self._counts = self._session.ask(question, {})

    def _counted(self, name: str) -> int:
        return self._counts.get(name, 0)

    def _names_like(self, text: str) -> list[str]:
        workspace = self._session.workspace
        question = partial(reading.term_names, workspace, self._kind, text, MOST_RANKED)
        return self._session.ask(question, [])
