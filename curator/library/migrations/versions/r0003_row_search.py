"""Each row can be searched for itself, in all its columns, and no phrase spans two values.

The index of digests gets the columns that it lacked; both are made anew from the rows.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# A word of its own between two values: U+10FFFD, which no text holds.
BETWEEN = "char(10, 1114109, 10)"

# An index may ask no other virtual table for its texts (json_each), and a view of an untrusted
# file no function of JSON. So the lists are read as the text that they are: once what is escaped
# has become blanks, each quotation mark is one of the list's own.
ESCAPES = (r"\\", r"\"", r"\n", r"\r", r"\t", r"\b", r"\f", r"\u0000")


def _plain(column: str) -> str:
    for escape in ESCAPES:
        column = f"replace({column}, '{escape}', ' ')"
    return column


# The cells of a list of [heading, cell]: what stands behind each comma within a pair.
CELLS = f"""
    (WITH RECURSIVE list(text) AS (SELECT {_plain("s.extra")}), cell(rest) AS
      (SELECT substr(text, instr(text, '","') + 3) FROM list
      UNION ALL
      SELECT substr(rest, instr(rest, '","') + 3) FROM cell WHERE instr(rest, '","') > 0)
      SELECT group_concat(substr(rest, 1, instr(rest, '"') - 1), {BETWEEN}) FROM cell)
"""  # noqa: S608 - all of it is ours

TAGS = f"""replace(trim({_plain("tags")}, '[]"'), '","', {BETWEEN})"""

SIGNAL_TEXT = f"""
CREATE VIEW signal_text AS
SELECT s.id AS id, s.name AS name, s.description AS description, s."change" AS "change",
  s.horizon AS horizon, s.driving_force AS force, s.relevancy AS relevancy,
  CASE WHEN s.extra = '[]' THEN '' ELSE {CELLS} END AS extra
FROM signal AS s
"""  # noqa: S608


def _of_terms(kind: str) -> str:
    return f"""
  (SELECT group_concat(name, {BETWEEN}) FROM (SELECT name FROM term
    WHERE digest_id = d.id AND kind = '{kind}' ORDER BY position, id))"""  # noqa: S608


def _of_rows(column: str) -> str:
    return f"""
  (SELECT group_concat("{column}", {BETWEEN}) FROM (SELECT "{column}" FROM signal
    WHERE digest_id = d.id AND "{column}" <> '' ORDER BY kind, position, id))"""  # noqa: S608


SEARCH_TEXT = f"""
CREATE VIEW search_text AS
SELECT d.id AS id, d.title AS title, d.summary AS summary,
  {_of_terms("keyword")} AS keywords,
  {_of_terms("theme")} AS themes,
  {_of_rows("name")} AS signals,
  {_of_rows("description")} AS description,
  {_of_rows("change")} AS "change",
  {_of_rows("horizon")} AS horizon,
  {_of_rows("driving_force")} AS force,
  (SELECT group_concat(title, {BETWEEN}) FROM (SELECT title FROM link
    WHERE digest_id = d.id AND title <> '' ORDER BY position, id)) AS closest,
  (SELECT group_concat(tags, {BETWEEN}) FROM (SELECT {TAGS} AS tags FROM link
    WHERE digest_id = d.id AND tags <> '[]' ORDER BY position, id)) AS tags,
  {_of_rows("relevancy")} AS relevancy,
  (SELECT group_concat(cells, {BETWEEN}) FROM (SELECT {CELLS} AS cells FROM signal AS s
    WHERE s.digest_id = d.id AND s.extra <> '[]' ORDER BY s.kind, s.position, s.id)) AS extra
FROM digest AS d
"""  # noqa: S608

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5(
  title, summary, keywords, themes, signals, description, "change", horizon, force, closest, tags,
  relevancy, extra,
  content='search_text', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3')
"""

# Rows are sorted by their columns and never ranked, so that no lengths need to be kept.
SIGNAL_SEARCH = """
CREATE VIRTUAL TABLE signal_search USING fts5(
  name, description, "change", horizon, force, relevancy, extra,
  content='signal_text', content_rowid='id', columnsize=0,
  tokenize='unicode61 remove_diacritics 2', prefix='2 3')
"""


def upgrade() -> None:
    """Both indexes, filled, and the indexes that questions by kind, relation and origin need."""
    op.execute("DROP TABLE search")
    op.execute("DROP VIEW search_text")
    for statement in (SEARCH_TEXT, SEARCH, SIGNAL_TEXT, SIGNAL_SEARCH):
        op.execute(statement)
    for name in ("search", "signal_search"):
        op.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")  # noqa: S608
    op.create_index("ix_signal_kind", "signal", ["kind", "digest_id"])
    for column in ("category", "type", "layout"):
        op.create_index(f"ix_digest_{column}", "digest", [column])
    op.execute(
        "CREATE INDEX ix_link_relation ON link (relation, digest_id, tags)"
        " WHERE relation <> '' OR tags <> '[]'"
    )
