"""One key means one thing at a time, and the README names no key that does nothing."""

import re
from collections import Counter
from pathlib import Path

from PySide6.QtGui import QKeySequence

from curator.gui.actions import ACTIONS

IN_CELLS = {"F2", "Enter", "Tab", "Shift+Tab", "Esc", "Alt+Enter", "Del", "Ctrl+C", "Ctrl+V"}
"""Keys of every table; they belong to the table and are no actions."""


def bindings() -> list[tuple[str, str]]:
    """Each key with the widget in which it works; empty for the whole window."""
    return [
        (QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText), spec.scope)
        for spec in ACTIONS
        for key in spec.keys
    ]


def test_there_are_keys_and_qt_knows_them() -> None:
    assert len(bindings()) > 20
    assert [spec.id for spec in ACTIONS for key in spec.keys if QKeySequence(key).isEmpty()] == []


def test_ids_are_unique() -> None:
    assert [id_ for id_, n in Counter(spec.id for spec in ACTIONS).items() if n > 1] == []


def test_a_key_is_bound_once_in_each_place() -> None:
    assert [binding for binding, n in Counter(bindings()).items() if n > 1] == []


def test_no_table_takes_a_key_of_the_window() -> None:
    window = {key for key, scope in bindings() if not scope}
    assert [(key, scope) for key, scope in bindings() if scope and key in window] == []


def test_the_readme_names_no_key_that_does_nothing(repository: Path) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    section = text.split("\n## Keys\n")[1].split("\n## ")[0]
    named = set(re.findall(r"`([^`]+)`", section))
    known = {key for spec in ACTIONS for key in spec.keys} | IN_CELLS
    assert len(named) > 20
    assert named - known == set()
