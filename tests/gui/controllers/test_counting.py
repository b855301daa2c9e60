"""Findings are counted while nothing else is to be done."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from curator.codec.reader import read
from curator.domain.digest import Digest
from curator.library.write import Write
from curator.workspace.findings import CHUNK, is_settled
from curator.workspace.workspace import Workspace
from tests.digests import LAYOUT_A
from tests.gui.screen import Screen

ODD = LAYOUT_A.replace("20240818", "99990818")
NUMBER = CHUNK + 2


def arrive(write: Write) -> str:
    write.arrive_many((read(ODD, key=f"k{n}").whole, ODD) for n in range(NUMBER))
    return "Import"


@pytest.fixture
def library(library: Path) -> Path:
    """The library of two digests, and many of which nobody knows the findings yet."""
    workspace = Workspace.open(library)
    workspace.do(arrive)
    assert not is_settled(workspace)
    workspace.close()
    return library


def test_a_search_for_findings_follows_the_counting(
    screen: Screen, qtbot: QtBot, library: Path
) -> None:
    box = screen.part(QLineEdit, "searchBox")
    box.setText("has:findings")
    qtbot.waitUntil(lambda: len(screen.titles()) == NUMBER, timeout=10_000)
    assert screen.label("shownCount").startswith(f"{NUMBER} of {NUMBER + 2}")


def test_what_is_edited_elsewhere_is_counted_too(
    screen: Screen, qtbot: QtBot, library: Path
) -> None:
    elsewhere = Workspace.open(library)
    qtbot.waitUntil(lambda: is_settled(elsewhere), timeout=10_000)
    elsewhere.do(retitle)
    assert not is_settled(elsewhere)
    QApplication.sendEvent(screen.window, QEvent(QEvent.Type.WindowActivate))
    qtbot.waitUntil(lambda: is_settled(elsewhere), timeout=10_000)
    elsewhere.close()


def retitle(write: Write) -> str:
    for digest_id in range(3, NUMBER + 3):
        write.put(replace(write.get(Digest, digest_id), title=f"Digest {digest_id}"))
    return "Give other titles"


def test_what_can_not_be_written_is_left_uncounted(
    viewer: Screen, qtbot: QtBot, library: Path
) -> None:
    box = viewer.part(QLineEdit, "searchBox")
    box.setText("has:findings")
    qtbot.waitUntil(lambda: viewer.titles() == [], timeout=10_000)
