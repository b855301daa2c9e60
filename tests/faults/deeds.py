"""Deeds in rows, the same in a child that fails and in the model that does not."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from curator.library.write import Write
from curator.workspace.editing import set_digest_field, set_signal_field
from curator.workspace.importing import import_paths
from curator.workspace.rows import add_signal, add_term, delete_signals, delete_terms
from curator.workspace.workspace import Workspace

Deed = Callable[[Workspace, Path], object]


def _titled(workspace: Workspace, folder: Path, *, digest_id: int, title: str) -> None:
    workspace.do(set_digest_field, digest_id, "title", title)


def _typed(workspace: Workspace, folder: Path, *, summary: str) -> None:
    workspace.type_into("summary", partial(_with_summary, summary=summary))


def _with_summary(write: Write, *, summary: str) -> str:
    return set_digest_field(write, 2, "summary", summary)


def _signal(workspace: Workspace, folder: Path, *, name: str) -> None:
    workspace.do(add_signal, 1, "signal", name=name)


def _cell(workspace: Workspace, folder: Path, *, text: str) -> None:
    workspace.do(set_signal_field, 1, "change", text)


def _without_signal(workspace: Workspace, folder: Path) -> None:
    workspace.do(delete_signals, [2])


def _theme(workspace: Workspace, folder: Path, *, name: str) -> None:
    workspace.do(add_term, 3, "theme", name)


def _without_theme(workspace: Workspace, folder: Path) -> None:
    workspace.do(delete_terms, [1])


def _undo(workspace: Workspace, folder: Path) -> None:
    workspace.undo()


def _redo(workspace: Workspace, folder: Path) -> None:
    workspace.redo()


def _import(workspace: Workspace, folder: Path) -> None:
    import_paths(workspace, [folder / "inbox"])


DEEDS: dict[str, tuple[Deed, ...]] = {
    "edit": (
        partial(_titled, digest_id=1, title="Ferries go quiet"),
        partial(_signal, name="Quiet decks"),
        partial(_cell, text="From diesel to rest"),
        _without_signal,
        partial(_theme, name="Noise"),
        partial(_typed, summary="One."),
        _without_theme,
        partial(_titled, digest_id=2, title="Ports go quiet"),
    ),
    "undo": (_undo, _undo, _redo, partial(_titled, digest_id=1, title="Another way"), _undo, _redo),
    "import": (partial(_titled, digest_id=1, title="Before it"), _import, _undo, _redo),
    "go on": (partial(_titled, digest_id=1, title="The next day"), _undo, _redo),
}
