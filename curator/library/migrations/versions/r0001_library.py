"""The first tables of a library."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The index may ask no other virtual table for its texts, so that json_each can't take the tags
# out of their JSON list.
SEARCH_TEXT = """
CREATE VIEW search_text AS
SELECT d.id AS id, d.title AS title, d.summary AS summary,
  (SELECT group_concat(name, char(10)) FROM (SELECT name FROM term
    WHERE digest_id = d.id AND kind = 'keyword' ORDER BY position, id)) AS keywords,
  (SELECT group_concat(name, char(10)) FROM (SELECT name FROM term
    WHERE digest_id = d.id AND kind = 'theme' ORDER BY position, id)) AS themes,
  (SELECT group_concat(name, char(10)) FROM (SELECT name FROM signal
    WHERE digest_id = d.id ORDER BY kind, position, id)) AS signals,
  (SELECT group_concat(description, char(10)) FROM (SELECT description FROM signal
    WHERE digest_id = d.id ORDER BY kind, position, id)) AS description,
  (SELECT group_concat("change", char(10)) FROM (SELECT "change" FROM signal
    WHERE digest_id = d.id ORDER BY kind, position, id)) AS "change",
  (SELECT group_concat(horizon, char(10)) FROM (SELECT horizon FROM signal
    WHERE digest_id = d.id ORDER BY kind, position, id)) AS horizon,
  (SELECT group_concat(driving_force, char(10)) FROM (SELECT driving_force FROM signal
    WHERE digest_id = d.id ORDER BY kind, position, id)) AS force,
  (SELECT group_concat(title, char(10)) FROM (SELECT title FROM link
    WHERE digest_id = d.id ORDER BY position, id)) AS closest,
  (SELECT group_concat(tag, char(10)) FROM (
    SELECT replace(trim(tags, '[]"'), '","', char(10)) AS tag FROM link
    WHERE digest_id = d.id AND tags <> '[]' ORDER BY position, id)) AS tags
FROM digest AS d
"""

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  title, summary, keywords, themes, signals, description, "change", horizon, force, closest, tags,
  content='search_text', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3')
"""


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False, server_default="") for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")


def _owner(table: str) -> sa.Column[int]:
    rule = sa.ForeignKey(
        "digest.id", name=f"fk_{table}_digest_id_digest", deferrable=True, initially="DEFERRED"
    )
    return sa.Column("digest_id", sa.Integer, rule, nullable=False)


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(name, *columns, sqlite_autoincrement=True)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON, nullable=False)


def upgrade() -> None:
    """From nothing to the tables of 1.0."""
    _digests()
    _rows()
    _journal()
    op.execute(SEARCH_TEXT)
    op.execute(SEARCH)


def _digests() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.Text, nullable=False),
        *_texts("value"),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
    _table(
        "digest",
        _id(),
        *_texts("key", "file_name", "title", "origin", "origin_url", "source_url"),
        *_texts("category", "type", "summary", "review", "layout"),
        _number("original_id"),
        *_texts("declined", "trashed", "date", "sort_name"),
    )
    op.create_index("uq_digest_key", "digest", ["key"], unique=True)
    newest: list[Any] = [sa.text("date DESC"), "sort_name"]
    op.create_index("ix_digest_newest", "digest", ["trashed", *newest])
    op.create_index("ix_digest_review", "digest", ["trashed", "review", *newest])


def _rows() -> None:
    _table(
        "signal",
        _id(),
        _owner("signal"),
        _number("position"),
        *_texts("kind", "name", "description", "change", "horizon", "driving_force", "relevancy"),
        _json("extra"),
    )
    op.create_index("ix_signal_digest_id", "signal", ["digest_id", "kind", "position"])
    _table("term", _id(), _owner("term"), _number("position"), *_texts("kind", "name"))
    op.create_index("ix_term_digest_id", "term", ["digest_id", "kind", "position"])
    op.create_index("ix_term_name", "term", ["kind", "name"])
    _table(
        "link",
        _id(),
        _owner("link"),
        _number("position"),
        *_texts("title", "target_key", "relation"),
        _json("tags"),
    )
    op.create_index("ix_link_digest_id", "link", ["digest_id", "position"])
    op.create_index("ix_link_target_key", "link", ["target_key", "digest_id"])
    _table("conflict", _id(), _owner("conflict"), _number("original_id"), *_texts("path"))
    op.create_index("ix_conflict_digest_id", "conflict", ["digest_id"])
    content = sa.Column("content", sa.LargeBinary, nullable=False)
    _table("original", _id(), _number("digest_id"), *_texts("sha256"), content)
    op.create_index("ix_original_digest_id", "original", ["digest_id", "sha256"])


def _journal() -> None:
    texts = _texts("label", "at", "actor", "state", "merge")
    _table("step", _id(), *texts, _number("takes_back"))
    op.create_index("ix_step_state", "step", ["state", "id"])
    step = sa.ForeignKey("step.id", name="fk_change_step_id_step")
    _table(
        "change",
        _id(),
        sa.Column("step_id", sa.Integer, step, nullable=False),
        *_texts("kind"),
        _number("record_id"),
        _number("digest_id"),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
    )
    op.create_index("ix_change_step_id", "change", ["step_id"])
    op.create_index("ix_change_digest_id", "change", ["digest_id", "step_id"])
    op.create_index("ix_change_record_id", "change", ["kind", "record_id"])
