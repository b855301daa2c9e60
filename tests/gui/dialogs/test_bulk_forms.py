"""Each form says what is to be done, and nothing while that is not complete."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from curator.domain.signal import Signal
from curator.gui.dialogs.bulk_forms import FillForm, Form, ReplaceForm, ReviewForm, TermForm
from curator.workspace.bulk_edits import AddTerm, Fill, RemoveTerm, Replace, Review
from curator.workspace.replacing import Replacement
from tests.gui.screen import part_of


def write(form: Form, name: str, text: str) -> None:
    part_of(form, QLineEdit, name).setText(text)


def choose(form: Form, name: str, value: str) -> None:
    box = part_of(form, QComboBox, name)
    box.setCurrentIndex(box.findData(value))


def no_names(kind: str, text: str) -> list[str]:
    return [f"{kind} {text}"]


def test_replacing_needs_something_to_find_and_a_field(qtbot: QtBot) -> None:
    form = ReplaceForm()
    qtbot.addWidget(form)
    assert form.edit() is None
    with qtbot.waitSignal(form.changed):
        write(form, "bulkFind", "teh")
    write(form, "bulkBy", "the")
    assert form.edit() == Replace(Signal.TEXT_FIELDS, Replacement("teh", "the"))
    for name in ("word", "regex", "case"):
        part_of(form, QCheckBox, f"bulk.{name}").setChecked(True)
    for name in Signal.TEXT_FIELDS:
        part_of(form, QCheckBox, f"field.{name}").setChecked(name == "change")
    every = Replacement("teh", "the", word=True, regex=True, case=True)
    assert form.edit() == Replace(("change",), every)
    part_of(form, QCheckBox, "field.change").setChecked(False)
    assert form.edit() is None


def test_a_field_is_set_appended_to_or_cleared(qtbot: QtBot) -> None:
    form = FillForm()
    qtbot.addWidget(form)
    assert form.edit() is None
    write(form, "bulkText", "War")
    assert form.edit() == Fill("driving_force", "set", "War")
    choose(form, "bulkHow", "append")
    choose(form, "bulkField", "title")
    assert form.edit() == Fill("title", "append", "War")
    choose(form, "bulkHow", "clear")
    assert form.edit() == Fill("title", "clear", "")


def test_a_theme_comes_or_goes_by_its_name(qtbot: QtBot) -> None:
    form = TermForm(no_names)
    qtbot.addWidget(form)
    assert form.edit() is None
    write(form, "bulkTermName", " AI ")
    assert form.edit() == AddTerm("theme", "AI")
    choose(form, "bulkTermHow", "remove")
    choose(form, "bulkTermKind", "keyword")
    assert form.edit() == RemoveTerm("keyword", "AI")


def test_a_review_state_is_always_complete(qtbot: QtBot) -> None:
    form = ReviewForm()
    qtbot.addWidget(form)
    assert form.edit() == Review("done")
    choose(form, "bulkState", "to do")
    assert form.edit() == Review("to do")
