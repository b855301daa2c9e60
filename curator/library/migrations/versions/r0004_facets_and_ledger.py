"""What facets, saved searches and the table of all signals need.

Rows can be sorted by each of their columns, terms be counted without their rows, searches be kept,
and digests tell whether there is something to notice in them. Words are found from their first
letter on, so both indexes are made anew.
"""

from alembic import op
from sqlalchemy import Column, Integer, Text

from curator.library.migrations.versions import r0003_row_search as before

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SORTED = ("name", "description", "change", "horizon", "driving_force", "relevancy")
LETTERS = 32


def upgrade() -> None:
    """Indexes, the number of findings of each digest (-1: not counted yet), and saved searches."""
    for column in SORTED:
        op.execute(
            f"CREATE INDEX ix_signal_{column}_sort ON signal"
            f' (lower(substr("{column}", 1, {LETTERS})))'
        )
    op.create_index("ix_digest_name", "digest", ["trashed", "sort_name"])
    op.drop_index("ix_term_name", "term")
    op.create_index("ix_term_name", "term", ["kind", "name", "digest_id"])
    op.execute("ALTER TABLE digest ADD COLUMN findings INTEGER DEFAULT '-1' NOT NULL")
    op.create_index("ix_digest_findings", "digest", ["findings"])
    op.create_table(
        "saved_search",
        Column("id", Integer, primary_key=True),
        Column("position", Integer, nullable=False, server_default="0"),
        Column("name", Text, nullable=False, server_default=""),
        Column("text", Text, nullable=False, server_default=""),
        Column("page", Text, nullable=False, server_default=""),
        sqlite_autoincrement=True,
    )
    for name, statement in (("search", before.SEARCH), ("signal_search", before.SIGNAL_SEARCH)):
        op.execute(f"DROP TABLE {name}")
        op.execute(statement.replace("prefix='2 3'", "prefix='1 2 3'"))
        op.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608
