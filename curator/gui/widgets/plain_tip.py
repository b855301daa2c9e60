"""Tooltips that say what a text says, whatever it holds."""

from html import escape

from PySide6.QtGui import Qt

from curator.domain.text import visible


def plain_tip(text: str) -> str:
    """A tooltip with the words of a person. Qt takes one that looks like HTML for a page, and
    would load its pictures from the disk; such a text is shown as it is written."""
    shown = visible(text)
    if not Qt.mightBeRichText(shown):
        return shown
    return f'<p style="white-space: pre-wrap">{escape(shown)}</p>'
