"""What all commands share: the options --library and --json, and opening the library."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ParamSpec, TypeVar

import click

from curator.cli.output import say
from curator.domain.errors import LibraryError, NotALibrary, TooNew
from curator.domain.measures import counted
from curator.domain.place import Place
from curator.files import private_folder
from curator.settings import default_library, load_settings
from curator.workspace.backups import back_up_if_due, interrupted_restore
from curator.workspace.whereabouts import place_at, view_newer
from curator.workspace.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")


class NamedPath(click.Path):
    """A path that was given: an empty one, as of a shell variable that is not set, is refused."""

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The path; a usage error where it is empty."""
        if not os.fspath(value):
            self.fail("the path is empty", param, ctx)
        return super().convert(value, param, ctx)


class _Words(click.ParamType[str]):
    name = "text"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        try:
            return str(value).encode("utf-8").decode("utf-8")
        except UnicodeEncodeError:
            self.fail("it is not UTF-8", param, ctx)


WORDS = _Words()
"""Text for a digest: bytes that are no UTF-8 are refused, not replaced."""

_LIBRARY = click.option(
    "--library",
    type=NamedPath(dir_okay=False),
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
    """The workspace of the library, to be edited; at the end it is backed up if due, and closed.

    Raises:
        NotALibrary: there is no such file, and `create` is not set.
    """
    path = library_path(library)
    if create:
        private_folder(path.parent)
        if not path.exists():
            _warn_of(place_at(path))
    else:
        _require_file(path)
    workspace = Workspace.open(path, create=create, actor=load_settings()[0].signature)
    if workspace.missing:
        _warn(
            f"{path.name} is older than when it was last closed here, by"
            f" {counted(workspace.missing, 'write')}. “curator restore” lists the backups."
        )
    with closing(workspace):
        yield workspace
        try:
            back_up_if_due(workspace)
        except LibraryError as error:  # what the command did is done, and safe where it is
            _warn(f"No backup could be made. {error}")


@contextmanager
def opened_to_read(library: Path | None, *, any_version: bool = False) -> Iterator[Workspace]:
    """The workspace of the library, also where it is damaged or can't be written.

    `any_version` reads one of a newer Curator too, as far as this one understands it.

    Raises:
        NotALibrary: there is no such file.
    """
    path = library_path(library)
    _require_file(path)
    try:
        workspace = Workspace.open_or_view(path, create=False)
    except TooNew as error:
        if not any_version:
            raise
        workspace = view_newer(path, error.message)
    if workspace.only_reads:
        _warn(f"{workspace.only_reads} It is only read.")
    with closing(workspace):
        yield workspace


def _require_file(path: Path) -> None:
    if not path.exists() and interrupted_restore(path) is None:
        raise NotALibrary(
            f"There is no library {path}.",
            "“curator import FOLDER” makes one, or name it with --library.",
        )


def _warn_of(place: Place) -> None:
    if not place.is_safe:
        _warn(f"About the new library: {place.words[0].lower()}{place.words[1:]}")


def _warn(words: str) -> None:
    say(f"curator: {words}")


@contextmanager
def opened_or_scratch(library: Path | None) -> Iterator[Workspace]:
    """The workspace of the library, or an empty one that is thrown away where there is none."""
    if library_path(library).exists():
        with opened(library) as workspace:
            yield workspace
        return
    with (
        TemporaryDirectory() as folder,
        opened(Path(folder, "scratch.curator"), create=True) as new,
    ):
        yield new
