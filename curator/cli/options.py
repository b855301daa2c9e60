"""What all commands share: the options --library and --json, and opening the library."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

import click

from curator.domain.errors import NotALibrary
from curator.settings import default_library, load_settings
from curator.workspace.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")

_LIBRARY = click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The library file to work on.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")


def library_options(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the options --library and --json (as `library` and `as_json`)."""
    return _LIBRARY(_JSON(command))


def library_path(library: Path | None) -> Path:
    """The library that was named, before or behind the command, or the default one."""
    named = library or click.get_current_context().find_root().obj
    return Path(named) if named else default_library()


@contextmanager
def opened(library: Path | None, *, create: bool = False) -> Iterator[Workspace]:
    """The workspace of the library; closed at the end.

    Raises:
        NotALibrary: there is no such file, and `create` is not set.
    """
    path = library_path(library)
    if not create and not path.exists():
        raise NotALibrary(
            f"There is no library {path}.",
            "“curator import FOLDER” makes one, or name it with --library.",
        )
    if create:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    workspace = Workspace.open(path, create=create, actor=load_settings()[0].signature)
    try:
        yield workspace
    finally:
        workspace.close()
