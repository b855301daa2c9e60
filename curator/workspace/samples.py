"""The sample digests that a new user can try everything with."""

from pathlib import Path

from curator.resources import resource
from curator.workspace.importing import ImportReport, import_paths
from curator.workspace.workspace import Workspace


def sample_folder() -> Path:
    """Where the sample digests lie."""
    return resource("samples")


def import_samples(workspace: Workspace) -> ImportReport:
    """Bring the sample digests into a library, as one step that can be undone."""
    return import_paths(workspace, [sample_folder()])
