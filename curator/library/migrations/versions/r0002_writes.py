"""Counts the writes, so that of two copies of a library one can tell how far it is behind.

The steps that are there already are its first writes; what was undone before is not known.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A row of the settings, unless an earlier try has left it there."""
    op.execute(
        "INSERT INTO setting (name, value) VALUES ('writes', (SELECT count(*) FROM step))"
        " ON CONFLICT DO NOTHING"
    )
