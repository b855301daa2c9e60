"""The tables of a library, as the newest migration leaves them.

A record's table has one column per field of the record, in the order of the fields. `date` and
`sort_name` of a digest are derived from the others, so that a list can be sorted by an index;
`findings` is how many there are in its text, -1 where they were not counted since it changed.
What only SQLite has (the full-text indexes) is not here but in `search_index` and `row_index`.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    func,
    literal_column,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def tuples(value: Any) -> Any:
    """JSON's lists as tuples, at any depth, as frozen records hold them."""
    return tuple(map(tuples, value)) if isinstance(value, list) else value


class Tuples(TypeDecorator[Any]):
    """A JSON list that comes back as a tuple."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """What the column holds, hashable."""
        del dialect
        return tuples(value)


def _identity() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


def _owner() -> Column[int]:
    # Deferred, so that a replay may put back a digest and its rows in any order; and never
    # cascading, because what a cascade removes is in no journal.
    rule = ForeignKey("digest.id", deferrable=True, initially="DEFERRED")
    return Column("digest_id", Integer, rule, nullable=False)


setting = Table("setting", metadata, Column("name", Text, primary_key=True), _text("value"))

digest = Table(
    "digest",
    metadata,
    _identity(),
    _text("key"),
    _text("file_name"),
    _text("title"),
    _text("origin"),
    _text("origin_url"),
    _text("source_url"),
    _text("category"),
    _text("type"),
    _text("summary"),
    _text("review"),
    _text("layout"),
    _number("original_id"),
    _text("declined"),
    _text("trashed"),
    _text("date"),
    _text("sort_name"),
    Column("findings", Integer, nullable=False, server_default="-1"),
    sqlite_autoincrement=True,
)
Index("uq_digest_key", digest.c.key, unique=True)
for _column in (digest.c.category, digest.c.type, digest.c.layout):
    Index(f"ix_digest_{_column.name}", _column)
Index("ix_digest_name", digest.c.trashed, digest.c.sort_name)
Index("ix_digest_findings", digest.c.findings)
Index("ix_digest_newest", digest.c.trashed, digest.c.date.desc(), digest.c.sort_name)
Index(
    "ix_digest_review",
    digest.c.trashed,
    digest.c.review,
    digest.c.date.desc(),
    digest.c.sort_name,
)

signal = Table(
    "signal",
    metadata,
    _identity(),
    _owner(),
    _number("position"),
    _text("kind"),
    _text("name"),
    _text("description"),
    _text("change"),
    _text("horizon"),
    _text("driving_force"),
    _text("relevancy"),
    Column("extra", Tuples, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_signal_digest_id", signal.c.digest_id, signal.c.kind, signal.c.position)
Index("ix_signal_kind", signal.c.kind, signal.c.digest_id)
SORTED_LETTERS = 32
"""Letters of a cell by which rows are sorted; more make the index as large as the texts."""


def sort_key(name: str) -> ColumnElement[str]:
    """What rows are sorted by in a column of texts: its first letters, whatever their capitals."""
    return func.lower(func.substr(signal.c[name], literal_column("1"), _letters))


_letters: ColumnElement[int] = literal_column(str(SORTED_LETTERS))
for _name in ("name", "description", "change", "horizon", "driving_force", "relevancy"):
    Index(f"ix_signal_{_name}_sort", sort_key(_name))

term = Table(
    "term",
    metadata,
    _identity(),
    _owner(),
    _number("position"),
    _text("kind"),
    _text("name"),
    sqlite_autoincrement=True,
)
Index("ix_term_digest_id", term.c.digest_id, term.c.kind, term.c.position)
Index("ix_term_name", term.c.kind, term.c.name, term.c.digest_id)

link = Table(
    "link",
    metadata,
    _identity(),
    _owner(),
    _number("position"),
    _text("title"),
    _text("target_key"),
    _text("relation"),
    Column("tags", Tuples, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_link_digest_id", link.c.digest_id, link.c.position)
Index("ix_link_target_key", link.c.target_key, link.c.digest_id)
JUDGED: ColumnElement[bool] = literal_column("(relation <> '' OR tags <> '[]')")
"""Links that somebody has said something about; they are few, and have an index of their own."""
Index(
    "ix_link_relation",
    link.c.relation,
    link.c.digest_id,
    link.c.tags,
    sqlite_where=JUDGED,
)

conflict = Table(
    "conflict",
    metadata,
    _identity(),
    _owner(),
    _number("original_id"),
    _text("path"),
    sqlite_autoincrement=True,
)
Index("ix_conflict_digest_id", conflict.c.digest_id)

saved_search = Table(
    "saved_search",
    metadata,
    _identity(),
    _number("position"),
    _text("name"),
    _text("text"),
    _text("page"),
    sqlite_autoincrement=True,
)

SINCE = {"saved_search": 1 << 16 | 3}
"""Tables that came with a later version of the file, as its header tells the version."""

# An original has no foreign key: it outlives a digest whose creation was undone, because redo
# needs it again.
original = Table(
    "original",
    metadata,
    _identity(),
    _number("digest_id"),
    _text("sha256"),
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_original_digest_id", original.c.digest_id, original.c.sha256)

step = Table(
    "step",
    metadata,
    _identity(),
    _text("label"),
    _text("at"),
    _text("actor"),
    _text("state"),
    _text("merge"),
    _number("takes_back"),
    sqlite_autoincrement=True,
)
Index("ix_step_state", step.c.state, step.c.id)

change = Table(
    "change",
    metadata,
    _identity(),
    Column("step_id", Integer, ForeignKey("step.id"), nullable=False),
    _text("kind"),
    _number("record_id"),
    _number("digest_id"),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    sqlite_autoincrement=True,
)
Index("ix_change_step_id", change.c.step_id)
Index("ix_change_digest_id", change.c.digest_id, change.c.step_id)
Index("ix_change_record_id", change.c.kind, change.c.record_id)
