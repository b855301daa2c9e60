"""Two pages in one place, with a tab for each above them."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget


class PageTabs(QWidget):
    """`pages` by their names, in the order of the tabs; `above` stands over whichever is seen.

    Signals:
        page_chosen(str): the name of the page that the person wants to see.
    """

    page_chosen = QtSignal(str)

    def __init__(
        self,
        pages: Mapping[str, QWidget],
        parent: QWidget | None = None,
        *,
        above: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = tuple(pages)
        self._pages = tuple(pages.values())
        self.tabs = QTabBar(self, expanding=False, drawBase=False)
        self.tabs.setObjectName("pageTabs")
        self.tabs.setAccessibleName("What is listed")
        self._stack = QStackedWidget(self)
        for name, page in pages.items():
            self.tabs.addTab(name.capitalize())
            self._stack.addWidget(page)
        self.tabs.currentChanged.connect(self._choose)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.tabs)
        if above is not None:
            self._layout.addWidget(above)
        self._layout.addWidget(self._stack, stretch=1)

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        place = self._names.index(name)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(place)
        self._stack.setCurrentIndex(place)
        for number, page in enumerate(self._pages):
            # The page that is not seen needs no room.
            policy = QSizePolicy.Policy.Preferred if number == place else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)
        self._stack.updateGeometry()
        self._layout.invalidate()  # at once: whoever sets widths next has to know

    def set_tip(self, name: str, words: str) -> None:
        """What a tab says when it is pointed at."""
        self.tabs.setTabToolTip(self._names.index(name), words)

    def _choose(self, place: int) -> None:
        self.page_chosen.emit(self._names[place])
