"""How to search, on one sheet, read from the tables by which questions are read."""

from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from curator.domain.query_completion import HELP
from curator.domain.query_fields import CHOICES, DATE, EXACTS, TEXTS

WORDS = (
    ("robots", "digests that say so anywhere; capitals and accents do not matter"),
    ("land robots", "both words, in any place"),
    ('"land robots"', "the words next to each other"),
    ("rob*", "words that begin so; the last word may always go on"),
    ("land or sea", "one of them"),
    ("-robots", "what does not say so; “not robots” is the same"),
    ("(land or sea) -war", "brackets keep together what belongs together"),
)
_WITHIN = (
    ("theme:energy", "a word in one field"),
    ('theme:="AI policy"', "a field that says just that, letter for letter"),
    ('title:=""', "a field that says nothing"),
)
_DAYS = ("2024", "2024-08", "2024-08-31", "2024-08..2025-01", "..2023")


class SearchHelpDialog(QDialog):
    """A sheet to read; it stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchHelpDialog")
        self.setWindowTitle("How to search")
        self.resize(600, 640)
        sheet = QTextBrowser(self)
        sheet.setObjectName("searchHelpSheet")
        sheet.setAccessibleName("What can be typed into the search box")
        sheet.setHtml(search_help_html())
        sheet.document().setDocumentMargin(16)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(sheet)
        layout.addWidget(buttons)


def search_help_html() -> str:
    """The sheet: words, fields of words, fields of few values, days, and fields as a whole."""
    choices = [(f"{field.name}:", f"{field.help}: {', '.join(field.values)}") for field in CHOICES]
    return "".join(
        (
            _table("Words", WORDS),
            _table("In one field", (*_WITHIN, *((f"{f.name}:", f.help) for f in TEXTS))),
            _table("One of a few values", choices),
            _table("Days", [(f"{DATE}:", f"{HELP[DATE]}, such as {', '.join(_DAYS)}")]),
            _table("A field as a whole", [(f"{name}:", HELP[name]) for name in EXACTS]),
            f"<p>{escape(_KEYS)}</p>",
        )
    )


_KEYS = (
    "While you type, the box offers fields and values: Down and Up choose, Enter or Tab take, Esc"
    " closes. A wavy line marks what can’t be meant; the list then stays as it was."
)


def _table(title: str, rows: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><td width='170'><b>{escape(typed)}</b></td><td>{escape(words)}</td></tr>"
        for typed, words in rows
    )
    return f"<h3>{escape(title)}</h3><table cellpadding='3'>{lines}</table>"
