"""Why a digest was found is seen in list and page: in the fields in which the search looks."""

from collections import Counter

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QTextEdit,
)

from curator.gui.theme import colour
from tests.gui.screen import Screen


def search(screen: Screen, text: str, hits: int) -> None:
    """Type into the search box, press Enter, and wait for so many digests."""
    box = screen.part(QLineEdit, "searchBox")
    box.setText(text)
    screen.qtbot.keyClick(box, Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == hits)


def lifted(screen: Screen, name: str) -> list[str]:
    """What is lifted out of a field."""
    return [one.cursor.selectedText() for one in screen.part(QTextEdit, name).extraSelections()]


def is_lifted(view: QAbstractItemView, index: QModelIndex) -> bool:
    """Whether the line of a hit is painted in a cell or card."""
    picture = QImage(240, 90, QImage.Format.Format_RGB32)
    picture.fill(colour("panel"))
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    painter = QPainter(picture)
    view.itemDelegateForIndex(index).paint(painter, option, index)
    painter.end()
    inks = Counter(picture.pixelColor(x, y).name() for x in range(240) for y in range(90))
    return inks[colour("accent").name()] > 10


def marked(screen: Screen, name: str) -> set[tuple[int, int]]:
    """The cells of a table in which something is lifted out."""
    table = screen.table(name)
    model = table.model()
    cells = [(r, c) for r in range(model.rowCount()) for c in range(model.columnCount())]
    return {(r, c) for r, c in cells if is_lifted(table, model.index(r, c))}


def test_bare_words_are_shown_wherever_they_stand(screen: Screen) -> None:
    search(screen, "charge or charging or port", 1)
    assert lifted(screen, "titleEdit") == ["Charge"]
    assert lifted(screen, "summaryEdit") == ["ports", "charging"]
    assert marked(screen, "signalsTable") == {(0, 0), (1, 1)}
    assert marked(screen, "keywordsTable") == {(1, 0), (2, 0)}
    assert marked(screen, "closestTable") == {(1, 0)}
    view = screen.part(QListView, "digestList")
    assert is_lifted(view, view.model().index(0, 0))


def test_words_of_a_field_are_shown_in_that_field_alone(screen: Screen) -> None:
    search(screen, "force:storage", 1)
    assert marked(screen, "signalsTable") == {(1, 3)}
    search(screen, "horizon:smoke theme:shipping -change:robots", 1)
    assert marked(screen, "signalsTable") == {(0, 2)}
    assert marked(screen, "themesTable") == {(1, 0)}
    assert marked(screen, "keywordsTable") == set()
    assert lifted(screen, "titleEdit") == []


def test_nothing_is_shown_when_the_search_is_over(screen: Screen) -> None:
    search(screen, "charging", 1)
    assert marked(screen, "signalsTable")
    screen.trigger("edit.clear_search")
    screen.qtbot.waitUntil(lambda: len(screen.titles()) == 2)
    assert marked(screen, "signalsTable") == set()
    assert lifted(screen, "summaryEdit") == []
