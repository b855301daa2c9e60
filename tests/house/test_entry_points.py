"""The commands that an installation puts on the path lead somewhere."""

import inspect
import tomllib
from importlib.metadata import EntryPoint, version
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("table", "name"), [("scripts", "curator"), ("gui-scripts", "curator-window")]
)
def test_a_command_starts_a_function_without_arguments(
    table: str, name: str, repository: Path
) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    main = EntryPoint(name, project[table][name], "").load()
    parameters = inspect.signature(main).parameters.values()
    assert all(parameter.default is not inspect.Parameter.empty for parameter in parameters)


def test_the_version_is_stated_in_one_place(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = project["version"]
    assert version("signal-curator") == said
    texts = (
        (path, path.read_text(encoding="utf-8")) for path in repository.glob("curator/**/*.py")
    )
    assert [path for path, text in texts if f'"{said}"' in text] == []
    assert f"\n## {said}" in (repository / "packaging" / "CHANGELOG.md").read_text(encoding="utf-8")
