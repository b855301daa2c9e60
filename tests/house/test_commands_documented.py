"""Whoever reads the README knows every command."""

import importlib
import pkgutil
from pathlib import Path

import click
import pytest
from dev import COMMANDS

import curator.cli


def commands() -> set[str]:
    """The names of all commands of `curator`, as click knows them."""
    names: set[str] = set()
    for found in pkgutil.walk_packages(curator.cli.__path__, "curator.cli."):
        module = importlib.import_module(found.name)
        values = [value for value in vars(module).values() if isinstance(value, click.Command)]
        names |= {value.name or "" for value in values if not isinstance(value, click.Group)}
    return names


EXPECTED = {
    "import",
    "export",
    "list",
    "show",
    "set",
    "search",
    "history",
    "undo",
    "redo",
    "check",
    "backup",
    "restore",
}


def test_the_command_line_has_what_the_design_promises() -> None:
    assert commands() >= EXPECTED


def test_each_command_is_in_the_readme(repository: Path) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    assert {name for name in commands() if f"| `{name}" not in text} == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_of_developers_is_in_the_readme(name: str, repository: Path) -> None:
    text = (repository / "README.md").read_text(encoding="utf-8")
    assert f"python3 packaging/dev.py {name}" in text
