"""A reader can hold each module, function and class in the head."""

import ast
from pathlib import Path

import pytest

from tests.house.rules import label, modules, oversized


@pytest.mark.parametrize("path", modules("curator", "tests", "packaging"), ids=label)
def test_it_can_be_read_in_one_go(path: Path) -> None:
    assert list(oversized(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", modules("curator"), ids=label)
def test_packages_hold_a_docstring_only(path: Path) -> None:
    if path.name == "__init__.py":
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert len(body) == 1
        assert isinstance(body[0], ast.Expr)


def test_the_rule_sees_what_is_too_long() -> None:
    long_function = "def tell():\n" + "    print()\n" * 40
    wide_class = "class Wide:\n" + "".join(f"    def deed_{n}(self): ...\n" for n in range(13))
    machine = wide_class.replace("Wide:", "Wide(RuleBasedStateMachine):")
    assert list(oversized("\n" * 401)) == ["401 lines; 400 are the most"]
    assert list(oversized(long_function)) == ["tell has 41 lines; 40 are the most"]
    assert list(oversized(wide_class)) == ["Wide has 13 public methods; 12 are the most"]
    assert list(oversized(machine)) == []


def test_tables_of_data_may_be_long() -> None:
    rows = "".join(f"        {n},\n" for n in range(60))
    assert list(oversized(f'def table():\n    """All."""\n    return (\n{rows}    )\n')) == []


def test_a_docstring_is_not_counted() -> None:
    words = "    line\n" * 30
    source = f'def tell():\n    """Tell.\n{words}    """\n' + "    print()\n" * 39
    assert list(oversized(source)) == []
    assert len(list(oversized(source + "    print()\n"))) == 1
