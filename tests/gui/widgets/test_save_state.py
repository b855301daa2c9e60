"""One place says whether everything is saved."""

import re
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from curator.gui.widgets.save_state import SaveState


def test_it_says_when_or_why_not(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    assert state.text() == "All is saved"
    state.tell_since("2024-08-18T10:00:00.000+00:00")
    assert re.fullmatch(r"Saved 1\d Aug 2024, \d\d:00", state.text())
    state.tell_since(datetime.now(UTC).isoformat())
    assert re.fullmatch(r"Saved \d\d:\d\d", state.text())
    state.tell_saved()
    assert re.fullmatch(r"Saved \d\d:\d\d", state.text())
    state.tell_failed("The disk is full.")
    assert state.text() == "Not saved: The disk is full."
    assert state.property("tone") == "danger"
    state.tell_saved()
    assert state.property("tone") == ""
