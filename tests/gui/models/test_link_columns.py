"""Closest digests: opened, judged and tagged; one that is not here says so."""

from PySide6.QtCore import Qt

from curator.domain.link import Link
from curator.gui.models.link_columns import DANGLING, link_columns
from curator.gui.models.record_table import RecordTable
from curator.gui.models.scope import Scope
from curator.gui.widgets.roles import NOTE_ROLE
from tests.gui.desk import Desk

KNOWN = {"robots"}
DIGEST, RELATION, TAGS = link_columns(KNOWN.__contains__)


def test_a_dangling_link_says_that_it_is_not_in_the_library(desk: Desk) -> None:
    model = RecordTable((DIGEST, RELATION, TAGS), desk.workspace.do)
    model.show(desk.whole.closest, Scope(Link, 1))
    assert [model.index(row, 0).data(NOTE_ROLE) for row in (0, 1)] == ["", DANGLING]
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "On nothing, not in this library"


def test_the_title_opens_and_is_not_edited() -> None:
    assert DIGEST.edit is None
    assert DIGEST.read(Link(target_key="abc")) == "abc"


def test_relation_and_tags_are_judged_in_place(desk: Desk) -> None:
    link = desk.whole.closest[0]
    assert RELATION.edit is not None
    assert TAGS.edit is not None
    desk.workspace.do(RELATION.edit(link, "supports"))
    desk.workspace.do(TAGS.edit(link, "drones, ai policy, drones"))
    judged = desk.whole.closest[0]
    assert RELATION.read(judged) == "supports"
    assert TAGS.read(judged) == "drones, ai policy"
