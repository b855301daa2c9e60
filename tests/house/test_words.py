"""Names say what a thing is, in one way of spelling."""

from pathlib import Path

import pytest

from tests.house.rules import (
    ambiguous_signals,
    connected_lambdas,
    foreign_style,
    label,
    modules,
    vague_names,
)

EVERY_MODULE = pytest.mark.parametrize("path", modules("curator"), ids=label)


@EVERY_MODULE
def test_names_say_what_a_thing_is(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    name = path.parent.name if path.name == "__init__.py" else path.stem
    assert list(vague_names(source, name)) == []


@EVERY_MODULE
def test_our_record_keeps_its_name(path: Path) -> None:
    assert list(ambiguous_signals(path.read_text(encoding="utf-8"))) == []


@EVERY_MODULE
def test_no_lambda_is_connected(path: Path) -> None:
    assert list(connected_lambdas(path.read_text(encoding="utf-8"))) == []


@EVERY_MODULE
def test_camel_case_is_left_to_qt(path: Path) -> None:
    assert list(foreign_style(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source", ["class ViewManager: ...", "def date_util(): ...", "def f():\n class QtBase: ..."]
)
def test_vague_names_are_seen(source: str) -> None:
    assert len(list(vague_names(source))) == 1


def test_words_within_words_are_no_vague_names() -> None:
    assert list(vague_names("class Database: ...\ndef utilise(): ...\ndef baseline(): ...")) == []


def test_a_vague_module_is_seen() -> None:
    assert list(vague_names("", "helpers")) == ["“helpers” does not say what it is"]


def test_qts_signal_under_our_name_is_seen() -> None:
    assert len(list(ambiguous_signals("from PySide6.QtCore import QObject, Signal"))) == 1
    assert list(ambiguous_signals("from PySide6.QtCore import Signal as QtSignal")) == []


def test_a_connected_lambda_is_seen() -> None:
    assert len(list(connected_lambdas("button.clicked.connect(lambda: None)"))) == 1
    assert list(connected_lambdas("button.clicked.connect(self.add_signal)")) == []


def test_camel_case_of_our_own_is_seen() -> None:
    assert len(list(foreign_style("def showDigest(self): ..."))) == 1
    assert list(foreign_style("def paintEvent(self, event): ...")) == []
