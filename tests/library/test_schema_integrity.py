"""A file has the tables that Curator makes, and none besides."""

from pathlib import Path

import pytest

from tests.library.damage import rewrite_schema, rewritten
from tests.library.stock import problems


def test_a_new_library_is_as_curator_makes_it(path: Path) -> None:
    assert problems(path) == []


@pytest.mark.fault("F32")
@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("CREATE TABLE notes (id)", "The file has a table “notes” that Curator did not make."),
        ("CREATE VIEW spy AS SELECT 1", "The file has a view “spy” that Curator did not make."),
        (
            "CREATE TRIGGER trap AFTER UPDATE ON digest BEGIN SELECT 1; END",
            "The file has a trigger “trap” that Curator did not make.",
        ),
        ("DROP INDEX ix_term_name", "The index “ix_term_name” is missing."),
        (
            "ALTER TABLE term ADD COLUMN colour TEXT",
            "The table “term” is not as Curator makes it.",
        ),
    ],
)
def test_what_is_strange_missing_or_other_is_named(
    path: Path, statement: str, sentence: str
) -> None:
    rewritten(path, statement)
    assert problems(path) == [sentence]


def test_blanks_in_the_sql_make_no_difference(path: Path) -> None:
    rewrite_schema(path, "ix_term_name", "CREATE INDEX", "CREATE  INDEX")
    assert problems(path) == []
