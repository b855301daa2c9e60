"""Whether a library can be edited: it falls to reading, and rises only when it is asked to."""

import pytest
from pytestqt.qtbot import QtBot

from curator.domain.errors import Busy, Damaged, Displaced, LibraryError, ReadOnly
from curator.gui.access import DAMAGED, DISPLACED, EDITABLE, READ_ONLY, Access


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ReadOnly("It can’t be written."), READ_ONLY),
        (Damaged("It is damaged."), DAMAGED),
        (Displaced("It was moved."), DISPLACED),
    ],
)
def test_it_falls_for_what_has_no_hope(qtbot: QtBot, error: LibraryError, kind: str) -> None:
    access = Access()
    with qtbot.waitSignal(access.changed):
        access.fall_for(error)
    assert (access.kind, access.reason) == (kind, error.message)


def test_what_passes_by_itself_leaves_it_editable(qtbot: QtBot) -> None:
    access = Access()
    with qtbot.assertNotEmitted(access.changed):
        access.fall_for(Busy("Another program is writing."))
    assert (access.kind, access.reason) == (EDITABLE, "")


def test_the_graver_reason_stays(qtbot: QtBot) -> None:
    access = Access()
    access.fall(READ_ONLY, "It can’t be written.")
    access.fall(DAMAGED, "It is damaged.")
    with qtbot.assertNotEmitted(access.changed):
        access.fall(READ_ONLY, "It can’t be written.")
    assert access.reason == "It is damaged."


def test_it_rises_to_what_it_was_opened_as() -> None:
    access = Access()
    access.fall(DISPLACED, "It was moved.")
    access.rise()
    assert access.kind == EDITABLE
    viewer = Access()
    viewer.open_as(READ_ONLY, "It can’t be written.")
    viewer.fall(DISPLACED, "It was moved.")
    viewer.rise()
    assert (viewer.kind, viewer.reason) == (READ_ONLY, "It can’t be written.")


def test_deeds_that_could_not_be_done_are_handed_over_once() -> None:
    access = Access()
    access.hold(str)
    access.hold(repr)
    assert access.take_held() == (str, repr)
    assert access.take_held() == ()
