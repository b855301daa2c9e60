"""A row holds what its table is for."""

from pathlib import Path
from typing import Any

import pytest

from curator.library import tables
from curator.library.value_integrity import fits
from tests.library.damage import rewritten
from tests.library.stock import problems, stocked, stocked_once

__all__ = ["stocked", "stocked_once"]


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE link SET title = x'00' WHERE id = 1", "link"),
        ("UPDATE link SET tags = '{}' WHERE id = 1", "link"),
        ("UPDATE signal SET extra = 'no JSON' WHERE id = 1", "signal"),
        ("UPDATE signal SET position = 'first' WHERE id = 1", "signal"),
        ("UPDATE term SET kind = 'omen' WHERE id = 1", "term"),
        ("UPDATE original SET content = 'text' WHERE id = 1", "original"),
    ],
)
def test_a_value_of_another_type_is_counted(stocked: Path, statement: str, table: str) -> None:
    rewritten(stocked, statement)
    assert f"1 row of “{table}” can’t be what Curator wrote." in problems(stocked)


@pytest.mark.fault("F34")
def test_bytes_that_are_no_text_are_counted_by_row(stocked: Path) -> None:
    rewritten(
        stocked,
        "UPDATE term SET name = CAST(x'ffc3' AS TEXT) WHERE id IN (1, 2, 4)",
        "UPDATE link SET title = CAST(x'ff' AS TEXT), relation = CAST(x'fe' AS TEXT) WHERE id = 1",
    )
    found = problems(stocked)
    assert "3 rows of “term” can’t be read as text." in found
    assert "1 row of “link” can’t be read as text." in found


@pytest.mark.parametrize(
    ("table", "row", "is_fit"),
    [
        ("signal", {"name": "x", "extra": "[]", "kind": "issue"}, True),
        ("signal", {"kind": "omen"}, False),
        ("signal", {"name": None}, False),
        ("signal", {"extra": "{}"}, False),
        ("signal", {"extra": "[", "name": ""}, False),
        ("term", {"kind": "theme", "position": 3}, True),
        ("term", {"position": "3"}, False),
        ("change", {"before": None, "after": "{}"}, True),
        ("change", {"after": b"{"}, False),
        ("original", {"content": b""}, True),
        ("original", {"content": ""}, False),
    ],
)
def test_one_row_is_judged_by_the_same_measure(
    table: str, row: dict[str, Any], is_fit: bool
) -> None:
    assert fits(tables.metadata.tables[table], row) is is_fit
