"""Records as the journal keeps them: JSON that later versions with more fields still read."""

import json
from dataclasses import fields
from typing import Any

from curator.domain.changes import RECORD_TYPES, Record
from curator.library.tables import tuples


def compact_json(value: Any) -> str:
    """JSON without blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def packed(record: Record | None) -> dict[str, Any] | None:
    """Every field of a record by name."""
    if record is None:
        return None
    return {field.name: getattr(record, field.name) for field in fields(record)}


def unpacked(kind: str, values: dict[str, Any] | None) -> Record | None:
    """The record that was packed; fields of a newer version are passed over."""
    if values is None:
        return None
    type_ = RECORD_TYPES[kind]
    known = {field.name for field in fields(type_)}
    return type_(**{name: tuples(value) for name, value in values.items() if name in known})
