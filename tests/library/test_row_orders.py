"""The ledger sorted by any column, as plain Python would sort it."""

import string
from typing import Any

import pytest

from curator.domain.ledger import COLUMNS, DATE, KIND, REVIEW, THEMES, TITLE, Sorting
from curator.domain.review import REVIEWS
from curator.domain.signal import KINDS, Signal
from curator.domain.whole import WholeDigest
from curator.library.arriving import sort_name
from curator.library.row_orders import sorted_rows
from curator.library.row_table import rows
from curator.library.snapshot import snapshot
from curator.library.tables import SORTED_LETTERS
from tests.library.known import Known

_FOLDED = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def cell(row: Signal, whole: WholeDigest, column: str) -> Any:
    """By what a row is sorted in a column."""
    digest = whole.digest
    of_digest = {
        DATE: digest.date,
        TITLE: (bool(digest.trashed), sort_name(digest)),
        REVIEW: REVIEWS.index(digest.review),
        THEMES: whole.themes[0].name.casefold() if whole.themes else "",
        KIND: KINDS.index(row.kind),
    }
    if column in of_digest:
        return of_digest[column]
    return str(getattr(row, column))[:SORTED_LETTERS].translate(_FOLDED)


def standing(row: Signal, whole: WholeDigest) -> tuple[Any, ...]:
    """Where a row stands among those that agree: by digest, the newest first, then in it."""
    digest = whole.digest
    newest = tuple(-int(part) for part in digest.date.split("-")) if digest.date else (0,)
    of_digest = (bool(digest.trashed), newest, sort_name(digest), digest.id)
    return (*of_digest, KINDS.index(row.kind), row.position, row.id)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", COLUMNS)
def test_rows_are_sorted_and_empty_cells_come_last(
    known: Known, column: str, descending: bool
) -> None:
    expected = sorted(known.all_rows(), key=lambda pair: standing(*pair))
    expected.sort(key=lambda pair: cell(pair[0], pair[1], column), reverse=descending)
    expected.sort(key=lambda pair: cell(pair[0], pair[1], column) == "")
    with snapshot(known.library) as now:
        order = sorted_rows(now, Sorting(column, descending))
        found = rows(now).slots.ids[order].tolist()
    assert found == [row.id for row, _ in expected]


def test_a_column_that_is_not_there_is_refused(known: Known) -> None:
    with snapshot(known.library) as now, pytest.raises(ValueError, match="no column 'colour'"):
        sorted_rows(now, Sorting("colour"))
