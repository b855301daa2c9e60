"""The rendered digest. It loads nothing: no picture, no file, no address."""

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QTextBrowser, QWidget

SCHEMES = ("http", "https", "mailto")
"""Addresses that may be handed to the browser of the system, after they were shown."""
STYLE = """
h1 { font-size: large; margin-bottom: 8px; }
h2, h3, h4, h5, h6 { font-size: medium; margin-top: 16px; margin-bottom: 4px; }
p, li { line-height: 125%; }
a { text-decoration: none; }
th { text-align: left; }
th, td { padding: 4px 8px 4px 0; }
"""
INDENT = 20
"""Pixels by which lists are indented; the panel is narrow."""


class PreviewBrowser(QTextBrowser):
    """Shows sanitised HTML.

    A link without a scheme is the key of a digest and emits `key_requested`; one with an allowed
    scheme emits `address_requested`; every other link does nothing.
    """

    key_requested = QtSignal(str)
    address_requested = QtSignal(str)
    link_pointed = QtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._html = ""
        super().__init__(parent)
        self.setObjectName("previewBrowser")
        self.setAccessibleName("Preview of the digest")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(16)
        self.document().setIndentWidth(INDENT)
        self.document().setDefaultStyleSheet(STYLE)
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._point)

    def show_html(self, html: str) -> None:
        """Show `html` from its beginning."""
        self._html = html
        self.setHtml(html)

    def changeEvent(self, event: QEvent) -> None:
        """Links take their colour when they are read, so another scheme reads them again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._html:
            self.setHtml(self._html)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in SCHEMES:
            self.address_requested.emit(url.toString())
        elif not url.scheme() and url.path():
            self.key_requested.emit(url.path())

    def _point(self, url: QUrl) -> None:
        allowed = url.scheme() in SCHEMES or not url.scheme()
        self.link_pointed.emit(url.toString() if allowed else "")
