"""Values as the JSON that columns hold; one spelling, whoever writes it."""

import json
from typing import Any

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact_json(value: Any) -> str:
    """JSON without blanks, letters as they are."""
    return _COMPACT.encode(value)
