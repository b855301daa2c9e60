"""How to search, on one sheet, read from the tables by which questions are read."""

from html import escape

from PySide6.QtWidgets import QWidget

from curator.domain.query_completion import HELP
from curator.domain.query_fields import CHOICES, DATE, EXACTS, TEXTS
from curator.gui.dialogs.sheet_dialog import SheetDialog, sheet_table

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


class SearchHelpDialog(SheetDialog):
    """A sheet to read; it stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "searchHelp",
            "How to search",
            "What can be typed into the search box",
            search_help_html(),
            parent,
        )


def search_help_html() -> str:
    """The sheet: words, fields of words, fields of few values, days, and fields as a whole."""
    choices = [(f"{field.name}:", f"{field.help}: {', '.join(field.values)}") for field in CHOICES]
    return "".join(
        (
            sheet_table("Words", WORDS),
            sheet_table("In one field", (*_WITHIN, *((f"{f.name}:", f.help) for f in TEXTS))),
            sheet_table("One of a few values", choices),
            sheet_table("Days", [(f"{DATE}:", f"{HELP[DATE]}, such as {', '.join(_DAYS)}")]),
            sheet_table("A field as a whole", [(f"{name}:", HELP[name]) for name in EXACTS]),
            f"<p>{escape(_KEYS)}</p>",
        )
    )


_KEYS = (
    "While you type, the box offers fields and values: Down and Up choose, Enter or Tab take, Esc"
    " closes. A wavy line marks what can’t be meant; the list then stays as it was."
)
