"""A copy of a library, as it lies in the folder of its backups."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

AUTO, IMPORT, BULK = "auto", "import", "bulk"
MIGRATION, RESTORE, REPAIR = "migration", "restore", "repair"
REASONS = (AUTO, IMPORT, BULK, MIGRATION, RESTORE, REPAIR)
"""Why the program makes a copy by itself; one without a reason was made by hand."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: when it was made (by its name, UTC), why, and how far the library was then.

    `last_at` is the time of the newest step in it (ISO 8601), empty where it has none.
    """

    path: Path
    at: datetime
    bytes: int
    reason: str
    writes: int
    library_id: str
    last_at: str = ""
