"""What a library holds, so that two of them, or two moments of one, can be compared."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curator.library import integrity, sqlite_file
from curator.workspace import history
from curator.workspace.workspace import Workspace
from tests.faults.deeds import DEEDS

_RECORDS = ("digest", "signal", "term", "link", "conflict")
_JOURNAL = (
    "SELECT id, label, actor, state FROM step ORDER BY id",
    "SELECT step_id, kind, record_id, after IS NULL FROM change ORDER BY id",
    "SELECT value FROM setting WHERE name = 'writes'",
)


@dataclass(frozen=True)
class State:
    """All records, and the history without its times."""

    records: tuple[Any, ...]
    journal: tuple[Any, ...]


def state_of(workspace: Workspace) -> State:
    """What an open library holds."""
    with workspace.library.reading() as connection:
        ask = connection.exec_driver_sql
        records = [
            tuple(map(_timeless, ask(f"SELECT * FROM {table} ORDER BY id").mappings()))  # noqa: S608
            for table in _RECORDS
        ]
        journal = [tuple(map(tuple, ask(question))) for question in _JOURNAL]
    return State(tuple(records), tuple(journal))


def _timeless(row: Any) -> tuple[Any, ...]:
    """A row as far as anybody entered it: of the trash it only says whether it is in there, and
    what is counted anew after each edit is left out."""
    entered = {name: value for name, value in row.items() if name != "findings"}
    return tuple(bool(value) if name == "trashed" else value for name, value in entered.items())


def problems(workspace: Workspace) -> list[str]:
    """All that the full check finds."""
    with workspace.library.reading() as connection:
        return integrity.check(connection, search=not workspace.only_reads)


def seen_again(path: Path) -> State:
    """What the next start finds; there must be nothing wrong with it."""
    workspace = Workspace.open(path, create=False, actor="Ada")
    try:
        assert not workspace.library.only_reads
        assert problems(workspace) == []
        return state_of(workspace)
    finally:
        workspace.close()


def states_along(path: Path, deeds: str) -> list[State]:
    """The library before the first of some deeds, between them and after the last."""
    workspace = Workspace.open(path, create=False, actor="Ada")
    states = [state_of(workspace)]
    for deed in DEEDS[deeds]:
        deed(workspace, path.parent)
        states.append(state_of(workspace))
    workspace.close()
    return states


def take_all_back(path: Path) -> None:
    """Undoes every step and does it again: the library is as it was."""
    workspace = Workspace.open(path, create=False, actor="Ada")
    before = state_of(workspace)
    count = 0
    while history.undoable(workspace):
        workspace.undo()
        count += 1
    assert problems(workspace) == []
    for _ in range(count):
        workspace.redo()
    assert state_of(workspace).records == before.records
    assert problems(workspace) == []
    workspace.close()


def is_sound_copy(path: Path) -> bool:
    """Whether a file is a whole library by SQLite's own word."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
    (id_,) = connection.execute("PRAGMA application_id").fetchone()
    connection.close()
    return bool(verdict == "ok" and id_ == sqlite_file.APPLICATION_ID)
