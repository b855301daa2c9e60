"""How large the history is, since when it goes, and by which schema the file is laid out."""

from sqlalchemy import Connection, LargeBinary, Text, cast, func, select

from curator.library import sqlite_file, tables

_step = tables.step.c
_change = tables.change.c


def journal_extent(connection: Connection) -> tuple[int, int]:
    """How many steps the history has, and how many bytes the records in it take."""
    steps = connection.scalar(select(func.count()).select_from(tables.step)) or 0
    sizes = (
        func.coalesce(func.sum(func.length(cast(cast(part, Text), LargeBinary))), 0)
        for part in (_change.before, _change.after)
    )
    before, after = connection.execute(select(*sizes)).one()
    return steps, before + after


def first_step_at(connection: Connection) -> str:
    """When the oldest step was done (UTC in ISO 8601); empty where there is none."""
    return connection.scalar(select(_step.at).order_by(_step.id).limit(1)) or ""


def steps_after(connection: Connection, moment: str) -> int:
    """How many steps were done after a time (UTC in ISO 8601); empty counts all of them."""
    count = select(func.count()).select_from(tables.step).where(_step.at > moment)
    return connection.scalar(count) or 0


def schema(connection: Connection) -> tuple[int, int]:
    """Major and minor version of the file."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    return version >> 16, version & 0xFFFF


def newest_schema() -> tuple[int, int]:
    """Major and minor version that this program writes."""
    return sqlite_file.MAJOR, sqlite_file.MINOR
