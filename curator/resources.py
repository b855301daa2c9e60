"""The one way to the files that ship with the program: icons, styles, samples.

They lie in `resources/` of a checkout; a wheel and a frozen build carry the same folder inside
the package.
"""

from pathlib import Path

from curator.domain.errors import CuratorError

_PACKAGE = Path(__file__).resolve().parent
_HOMES = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def resource(*names: str) -> Path:
    """The path of a file or folder below `resources/`: `resource("icons", "undo.svg")`.

    Raises:
        CuratorError: the installation lacks it.
    """
    for folder in _HOMES:
        path = folder.joinpath(*names)
        if path.exists():
            return path
    raise CuratorError(
        f"“{'/'.join(names)}”, a file of the program, is missing.", "Please install Curator again."
    )
