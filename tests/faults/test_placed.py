"""Every failpoint stands at one place, and every place is on the list that is tried."""

import ast
from collections import Counter
from functools import cache

import pytest

from curator.failpoints import NAMES
from tests.faults.test_matrix import named
from tests.house.rules import label, modules


@cache
def calls() -> tuple[tuple[str, str], ...]:
    """Each call of a failpoint: its name, or "?" where it is none at all, and its module."""
    found = []
    for path in modules("curator"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("failpoint"):
                (name,) = node.args
                said = name.value if isinstance(name, ast.Constant) else "?"
                found.append((str(said), label(path)))
    return tuple(found)


@pytest.mark.parametrize("name", NAMES)
def test_each_failpoint_stands_at_one_place(name: str) -> None:
    assert len([place for said, place in calls() if said == name]) == 1


def test_each_place_is_on_the_list() -> None:
    assert {said for said, _ in calls()} <= set(NAMES)
    assert [name for name, count in Counter(NAMES).items() if count > 1] == []


def test_each_failpoint_is_tried() -> None:
    deeds = ("open", "create", "write", "undo", "close", "migration", "import", "export", "file",
             "backup", "restore", "repair", "draft")  # fmt: skip
    assert sorted(named(*deeds)) == sorted(NAMES)
