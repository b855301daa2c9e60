"""Which records are rows of a table."""

from dataclasses import dataclass

from curator.domain.changes import KIND_OF, Record, digest_of
from curator.gui.models.ordered_rows import Row


@dataclass(frozen=True, slots=True)
class Scope:
    """Those of one type, of one digest, maybe of one kind."""

    type: type[Row]
    digest_id: int
    kind: str = ""

    def holds(self, record: Record | None) -> bool:
        """Whether the record belongs into the table."""
        return (
            isinstance(record, self.type)
            and digest_of(record) == self.digest_id
            and self.kind in {"", getattr(record, "kind", "")}
        )

    def name(self) -> list[str | int]:
        """What tells this table from all others, also in another window."""
        return [KIND_OF[self.type], self.digest_id, self.kind]
