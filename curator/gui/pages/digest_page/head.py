"""The head of a digest: title, source, date, review state and summary, edited where they stand."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from curator.domain.changes import Changes
from curator.domain.dates import impossible_day
from curator.domain.digest import Digest
from curator.domain.query_hits import Hits
from curator.gui.messages import Notice
from curator.gui.models.typing_place import Typing
from curator.gui.session import Session
from curator.gui.theme import set_icon
from curator.gui.widgets.field_hits import FieldHits
from curator.gui.widgets.plain_tip import plain_tip
from curator.gui.widgets.review_chip import ReviewChip
from curator.gui.widgets.text_field import INSET, QuietField, SummaryField, TextField, TitleField
from curator.workspace.editing import set_digest_field
from curator.workspace.typed_fields import DIGEST, TypedField, text_of, words_of

DATE_WIDTH, SHORT_WIDTH = 108, 148


class DigestHead(QWidget):
    """Signals:
    address_requested(str): the person wants to read the article.
    review_chosen(str): another review state.
    typed(), committed(), given_up(): the text of a field was changed, sent off, taken back.
    """

    address_requested = QtSignal(str)
    review_chosen = QtSignal(str)
    typed = QtSignal()
    committed = QtSignal()
    given_up = QtSignal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._digest = Digest()
        self.title_field = TitleField("Title", self)
        self.source_field = QuietField("Address of the article", self)
        self.date_field = QuietField("Date", self)
        self.category_field = QuietField("Category", self)
        self.type_field = QuietField("Type", self)
        self.summary_field = SummaryField("Summary", self)
        self._fields: dict[str, TextField] = {
            "title": self.title_field,
            "source_url": self.source_field,
            "date": self.date_field,
            "category": self.category_field,
            "type": self.type_field,
            "summary": self.summary_field,
        }
        for name, field in self._fields.items():
            field.setObjectName(f"{name.removesuffix('_url')}Edit")
            field.committed.connect(partial(self._set, name))
            field.committed.connect(self.committed)
            field.textChanged.connect(self.typed)
            field.given_up.connect(self.given_up)
            field.paste_refused.connect(self._tell_refusal)
        found_in = {"title": self.title_field, "summary": self.summary_field}
        self._hits = [FieldHits(field, name) for name, field in found_in.items()]
        self.chip = ReviewChip(self)
        self.chip.review_chosen.connect(self.review_chosen)
        self._open = QToolButton(self, autoRaise=True)
        self._open.setObjectName("openSource")
        self._open.setAccessibleName("Open the article")
        self._open.setToolTip("Open the article in the browser, after showing its address")
        set_icon(self._open, "external")
        self._open.clicked.connect(self.open_source)
        self._lay_out()

    def show_digest(self, digest: Digest) -> None:
        """Show a digest; what was typed for the one before goes in first."""
        if digest.id != self._digest.id:
            self.commit()
            self.revert()  # what was refused belongs to the digest before
        self._digest = digest
        for name, field in self._fields.items():
            field.show_text(text_of(digest, name))
        self.chip.show_review(digest.review)
        self.source_field.setToolTip(plain_tip(digest.source_url))
        doubt = impossible_day(digest.origin, digest.source_url, date.today())
        self.date_field.warn(doubt)
        self._open.setEnabled(bool(digest.source_url))
        self._more.setVisible(bool(digest.category or digest.type or digest.layout == "B"))

    def commit(self) -> None:
        """Take what is being typed."""
        for field in self._fields.values():
            field.commit()

    def revert(self) -> None:
        """Show what the library has, whatever is being typed: it could not be taken."""
        for field in self._fields.values():
            if field.is_typed_in():
                field.write_text(field.stored())
                self.committed.emit()

    def being_typed(self) -> Typing | None:
        """The field whose text the library does not have; that with the focus comes first."""
        typed = [name for name, field in self._fields.items() if field.is_typed_in()]
        typed.sort(key=self._is_elsewhere)
        for name in typed if self._digest.id else ():
            place = TypedField(self._digest.id, DIGEST, self._digest.id, name)
            field = self._fields[name]
            return Typing(place, field.stored(), field.text(), words_of(place))
        return None

    def be_read_only(self, reason: str) -> None:
        """Let nothing be changed, for a reason in words; empty lets it be changed again."""
        for field in self._fields.values():
            field.be_read_only(bool(reason))
        self.chip.be_read_only(reason)

    def go_to(self, name: str) -> bool:
        """Put the cursor into the field called `name`; False where the head has none."""
        field = self._fields.get({"origin": "date", "origin_url": "date"}.get(name, name))
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        return True

    def show_hits(self, hits: Hits) -> None:
        """Show in title and summary what a search looks for."""
        for field in self._hits:
            field.show(hits)

    def open_source(self) -> None:
        """Ask for the article to be opened."""
        if self._digest.source_url:
            self.address_requested.emit(self._digest.source_url)

    def _lay_out(self) -> None:
        self.date_field.setFixedWidth(DATE_WIDTH)
        self.date_field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        facts = QHBoxLayout()
        facts.setSpacing(4)
        facts.addWidget(self.source_field, stretch=1)
        facts.addWidget(self._open)
        facts.addWidget(self.date_field)
        facts.addWidget(self.chip)
        self._more = QWidget(self)
        more = QHBoxLayout(self._more)
        more.setSpacing(4)
        more.setContentsMargins(INSET, 0, 0, 0)
        for words, field in (("Category", self.category_field), ("Type", self.type_field)):
            label = QLabel(words, self._more)
            label.setProperty("tone", "quiet")
            label.setBuddy(field)
            field.setFixedWidth(SHORT_WIDTH)
            more.addWidget(label)
            more.addWidget(field)
        more.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title_field)
        layout.addLayout(facts)
        layout.addWidget(self._more)
        layout.addSpacing(4)
        layout.addWidget(self.summary_field)

    def _set(self, name: str, text: str) -> None:
        deed = partial(set_digest_field, digest_id=self._digest.id, name=name, text=text)
        changes = self._session.attempt(deed) if self._digest.id else Changes()
        stored = text_of(self._digest, name)
        if changes is None and name != "date":  # nobody misses a day that can't be
            self._fields[name].refuse(stored)
        elif changes is None or changes.is_empty:
            self._fields[name].show_text(stored)

    def _tell_refusal(self, sentence: str) -> None:
        self._session.messages.notify(Notice(sentence))

    def _is_elsewhere(self, name: str) -> bool:
        return not self._fields[name].hasFocus()
