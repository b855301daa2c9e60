"""A line of the sidebar shows its name, its count, and a mark."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from curator.domain.saved_search import SIGNALS, SavedSearch
from curator.gui.widgets.sidebar import Sidebar

KEPT = SavedSearch(1, 0, "A name that is far too long for the pane that it stands in", "x")


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    sidebar = Sidebar()
    qtbot.addWidget(sidebar)
    sidebar.resize(160, 300)
    sidebar.show()
    return sidebar


def picture(sidebar: Sidebar) -> QImage:
    """The line of the saved search."""
    return sidebar.viewport().grab(sidebar.visualItemRect(sidebar.item(7))).toImage()


def test_marks_and_counts_are_painted(sidebar: Sidebar) -> None:
    pictures = []
    for search, wrong in ((KEPT, {}), (KEPT, {1: "No."}), (_of_signals(), {})):
        sidebar.show_searches([search], wrong)
        pictures.append(picture(sidebar))
    sidebar.show_search_count(1, 12_345)
    pictures.append(picture(sidebar))
    assert all(a != b for a, b in pairwise(pictures))


def _of_signals() -> SavedSearch:
    return SavedSearch(1, 0, KEPT.name, "x", SIGNALS)
