"""Records as the journal keeps them: JSON that later versions with more fields still read."""

from dataclasses import fields
from functools import cache
from typing import Any

from curator.domain.changes import KIND_OF, RECORD_TYPES, Record
from curator.library.tables import tuples


def packed(record: Record | None) -> dict[str, Any] | None:
    """Every field of a record by name."""
    if record is None:
        return None
    return {name: getattr(record, name) for name in _names(KIND_OF[type(record)])}


def unpacked(kind: str, values: dict[str, Any] | None) -> Record | None:
    """The record that was packed; fields of a newer version are passed over."""
    if values is None:
        return None
    known = _names(kind)
    return RECORD_TYPES[kind](
        **{name: tuples(value) for name, value in values.items() if name in known}
    )


@cache
def _names(kind: str) -> dict[str, None]:
    """The fields of a kind of record, in their order."""
    return dict.fromkeys(field.name for field in fields(RECORD_TYPES[kind]))
