"""The tables fit the records, field by field."""

from dataclasses import fields

import pytest

from curator.domain.changes import RECORD_TYPES
from curator.library.tables import metadata, tuples


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_each_field_has_a_column_in_its_order(kind: str) -> None:
    names = [field.name for field in fields(RECORD_TYPES[kind])]
    columns = metadata.tables[kind].columns.keys()
    assert columns[: len(names)] == names
    assert columns[len(names) :] == (["date", "sort_name", "findings"] if kind == "digest" else [])


def test_nothing_cascades() -> None:
    rules = [rule for table in metadata.tables.values() for rule in table.foreign_keys]
    assert len(rules) == 5
    assert {(rule.ondelete, rule.onupdate) for rule in rules} == {(None, None)}


def test_ids_are_never_used_again() -> None:
    for name, table in metadata.tables.items():
        assert table.dialect_options["sqlite"]["autoincrement"] is (name != "setting")


def test_lists_come_back_as_tuples() -> None:
    assert tuples([["a", "b"], []]) == (("a", "b"), ())
    assert tuples("text") == "text"
