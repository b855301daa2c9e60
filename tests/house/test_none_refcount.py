"""Qt must not lose references to None.

PySide6 6.12.0 loses one with each of these calls; on Python 3.11 the process dies some thousand
calls later, in the middle of somebody's work.
"""

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

CALLS = 1_000
SLACK = 100
"""References that come and go with whatever else the process does."""

IMMORTAL = sys.version_info >= (3, 12)


@pytest.mark.skipif(IMMORTAL, reason="None is immortal from Python 3.12 on")
@pytest.mark.parametrize("deed", ["set_text", "update", "layout", "parent", "set_parent", "data"])
def test_none_keeps_its_references(deed: str, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    model = QStringListModel(["one"])
    nowhere = QModelIndex()
    deeds: dict[str, Callable[[], object]] = {
        "set_text": lambda: label.setText("text"),
        "update": label.update,
        "layout": label.layout,
        "parent": label.parent,
        "set_parent": lambda: QWidget.setParent(label, None),
        "data": lambda: model.data(nowhere, Qt.ItemDataRole.DisplayRole),
    }
    gc.collect()  # what earlier tests left would let go of None meanwhile
    gc.disable()
    try:
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            deeds[deed]()
        after = sys.getrefcount(None)
    finally:
        gc.enable()
    assert after > before - SLACK
