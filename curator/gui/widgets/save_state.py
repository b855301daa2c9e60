"""The one place that says whether everything is saved, and why not where it is not."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from curator.gui.widgets.plain_label import PlainLabel
from curator.gui.widgets.plain_tip import plain_tip

_TIP = "Each edit is in the library at once; nothing has to be saved."


class SaveState(PlainLabel):
    """ "Saved 12:04" after each commit; the reason after one that failed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("All is saved", parent, name="saveState", wraps=False)
        self.setAccessibleName("State of saving")
        self.setToolTip(_TIP)

    def tell_since(self, at: str) -> None:
        """Nothing was done in this window yet; the last step is of `at` (UTC in ISO 8601)."""
        last, now = datetime.fromisoformat(at).astimezone(), datetime.now().astimezone()
        day = "" if last.date() == now.date() else f"{last.day} {last:%b %Y}, "
        self._show(f"Saved {day}{last:%H:%M}", "")

    def tell_saved(self, *_changes: object) -> None:
        """A commit went through."""
        self._show(f"Saved {datetime.now().astimezone():%H:%M}", "")

    def tell_failed(self, reason: str) -> None:
        """An edit could not be kept."""
        self._show(f"Not saved: {reason}", "danger")

    def tell_reading_only(self, reason: str) -> None:
        """Nothing can be edited here, so nothing is saved."""
        self._show("Reading only", "")
        self.setToolTip(plain_tip(reason))

    def tell_editable(self) -> None:
        """It can be edited again."""
        self._show("All is saved", "")
        self.setToolTip(_TIP)

    def _show(self, words: str, tone: str) -> None:
        self.setText(words)
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
