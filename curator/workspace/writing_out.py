"""The last way out of a library that this program can't open: its digests as Markdown files."""

from pathlib import Path

from curator.library.library import Library
from curator.workspace.exporting import ExportReport, export
from curator.workspace.reading import CURATED
from curator.workspace.workspace import Workspace


def write_out(library: Path, folder: Path) -> ExportReport:
    """Write all digests of a library of any version into `folder`; the library is only read.

    Raises:
        LibraryError: not even that can be read, or the folder takes no files.
    """
    view = Library.view(library, "It is only read, to be written out.", any_version=True)
    workspace = Workspace(view)
    try:
        return export(workspace, folder, layout=CURATED)
    finally:
        workspace.close()
