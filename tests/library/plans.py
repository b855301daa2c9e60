"""What SQLite would do for the statements of a question, so that a test can say what not to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event


@contextmanager
def plans_of(connection: Connection) -> Iterator[list[str]]:
    """The steps of each statement that is put meanwhile; they are there afterwards.

    A statement within another is left out where all that is done with it is to join what it finds.
    """
    put: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        put.append((statement, parameters))

    plans: list[str] = []
    event.listen(connection, "before_cursor_execute", note)
    yield plans
    event.remove(connection, "before_cursor_execute", note)
    for statement, parameters in put:
        explained = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        plans += [row[3] for row in explained if row[3] != "SCAN anon_1"]


def full_scans(plans: list[str]) -> list[str]:
    """Tables that are read from end to end, with all their texts."""
    return [plan for plan in plans if plan.startswith("SCAN") and "INDEX" not in plan]


def sorts(plans: list[str]) -> list[str]:
    """Steps that sort by hand what no index has in order."""
    return [plan for plan in plans if "TEMP B-TREE" in plan]
