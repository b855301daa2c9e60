"""Each known fault has a test, or a reason why it needs none."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from tests.faults.known_faults import FAULTS, WITHOUT_TEST
from tests.house.rules import label, modules


def faults_in(source: str) -> Iterator[str]:
    """The faults that are marked in a module of tests."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.fault":
            for number in node.args:
                yield str(number.value) if isinstance(number, ast.Constant) else "?"


@cache
def marked() -> dict[str, list[str]]:
    """In which modules each fault is marked."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in modules("tests"):
        for number in faults_in(path.read_text(encoding="utf-8")):
            found[number].append(label(path))
    return found


@pytest.mark.parametrize("number", FAULTS)
def test_each_fault_has_a_test_or_a_reason(number: str) -> None:
    assert (number in marked()) != (number in WITHOUT_TEST), FAULTS[number]


def test_only_known_faults_are_marked() -> None:
    assert len(FAULTS) == 46
    assert set(marked()) <= set(FAULTS)
    assert set(WITHOUT_TEST) <= set(FAULTS)


def test_a_mark_is_seen_in_all_its_forms() -> None:
    source = '@pytest.mark.fault("F1")\n@pytest.mark.fault("F2", "F3")\ndef test_it(): ...'
    assert sorted(faults_in(source)) == ["F1", "F2", "F3"]
    assert list(faults_in('pytestmark = [pytest.mark.fault("F4")]')) == ["F4"]
