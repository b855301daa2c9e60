"""All facets below each other, in one place that scrolls."""

from collections.abc import Collection, Iterable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from curator.domain.facets import FACETS, FacetCounts, Pick
from curator.gui.delegates.facet_delegate import ROW_HEIGHT
from curator.gui.pages.facet_panel.section import FacetSection
from curator.gui.pages.facet_panel.value_list import ValueList


class FacetPanel(QScrollArea):
    """Signals:
    asked(): the values of some facets are wanted that are not shown, or no more the right ones.
    opened(): other facets are open than before.
    picked(Pick, bool): a value was clicked; whether it is to be chosen besides the others.
    """

    asked = QtSignal()
    opened = QtSignal()
    picked = QtSignal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True)
        self.setObjectName("facetPanel")
        self.setAccessibleName("Facets")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget(self)
        self._inner.setObjectName("facetSections")
        layout = QVBoxLayout(self._inner)
        layout.setSpacing(2)
        layout.setContentsMargins(0, 8, 0, 12)
        self._sections = {facet: FacetSection(facet, self._inner) for facet in FACETS}
        for section in self._sections.values():
            layout.addWidget(section)
            section.opened.connect(self._tell_opened)
            section.asked.connect(self.asked)
            section.picked.connect(self.picked)
            section.stepped.connect(partial(self._step, section))
            section.list.pointed.connect(partial(self._keep_in_sight, section.list))
        layout.addStretch()
        self.setWidget(self._inner)

    def open(self, facets: Collection[str]) -> None:
        """Open some facets and close all others; that is not told."""
        for facet, section in self._sections.items():
            section.open(facet in facets)

    def open_facets(self) -> list[str]:
        """The facets that show their values, from the top."""
        return [facet for facet, section in self._sections.items() if section.is_open()]

    def wanted(self, facet: str) -> tuple[str, int]:
        """The words that the values of a facet are to hold, and how many of them are wanted."""
        section = self._sections[facet]
        return section.text(), section.limit

    def show_counts(self, facet: str, counts: FacetCounts, noun: str) -> None:
        """Show the values of a facet; their counts are numbers of what the noun says."""
        self._sections[facet].show_counts(counts, noun)

    def show_picks(self, picks: Iterable[Pick]) -> None:
        """Show what is chosen, and what is excluded."""
        told = tuple(picks)
        for section in self._sections.values():
            section.show_picks(told)

    def fade(self, facets: Iterable[str]) -> None:
        """Say of some facets that the counts are those of another list, until others are shown."""
        for facet in facets:
            self._sections[facet].values.fade()

    def enter(self) -> None:
        """Take the focus, at the first facet that is open."""
        first = next(iter(self.open_facets()), FACETS[0])
        self._sections[first].heading.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.asked.emit()

    def _tell_opened(self, is_open: bool) -> None:
        self.opened.emit()
        if is_open:
            self.asked.emit()

    def _step(self, section: FacetSection, step: int) -> None:
        sections = list(self._sections.values())
        place = sections.index(section) + step
        if 0 <= place < len(sections):
            sections[place].enter(step)
            self.ensureWidgetVisible(sections[place].heading, 0, ROW_HEIGHT)

    def _keep_in_sight(self, values: ValueList, place: QPoint) -> None:
        middle = values.mapTo(self._inner, place)
        self.ensureVisible(middle.x(), middle.y(), 0, ROW_HEIGHT)
