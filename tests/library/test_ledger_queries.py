"""The rows of the ledger: which ones, in which order, and what they show."""

import pytest
from hypothesis import HealthCheck, given, settings

from curator.domain.facets import Pick
from curator.domain.ledger import LedgerQuestion, LedgerRow, Sorting
from curator.domain.listing import ALL, TRASH, VIEWS, Listing
from curator.library.ledger_queries import ledger_rows, row_ids
from curator.library.library import Library
from curator.library.listing import asked
from curator.library.snapshot import snapshot
from tests.builders import a_digest, a_signal, a_theme, a_whole
from tests.library import random_queries
from tests.library.deeds import arriving, setting, whole_of
from tests.library.known import Known
from tests.library.plans import full_scans, plans_of, sorts


@pytest.fixture
def three(library: Library) -> Library:
    """An old digest, a new one, and one in the trash."""
    old = a_digest("old", origin="20230101")
    library.write(
        arriving(
            a_whole("old", digest=old, signals=(a_signal("Kites"), a_signal("Solar roofs"))),
            a_whole("new", signals=(a_signal("Drones", kind="concern"),), themes=(a_theme("ai"),)),
            a_whole("gone", signals=(a_signal("Solar sails"),)),
        )
    )
    library.write(setting(whole_of(library, 3).digest, trashed="2026"))
    return library


def names(library: Library, listing: Listing, sorting: Sorting | None = None) -> list[str]:
    """What the listed rows are called."""
    with snapshot(library) as now:
        ids = row_ids(now, LedgerQuestion(listing, sorting or Sorting()))
        return [row.signal.name for row in ledger_rows(now.connection, ids.tolist())]


def test_rows_stand_as_their_digests_do_and_the_trash_is_left_out(three: Library) -> None:
    assert names(three, Listing()) == ["Drones", "Kites", "Solar roofs"]
    assert names(three, Listing(), Sorting("name")) == ["Solar roofs", "Kites", "Drones"]
    by_name = Sorting("name", descending=False)
    assert names(three, Listing(), by_name) == ["Drones", "Kites", "Solar roofs"]


@pytest.mark.parametrize(
    ("listing", "found"),
    [
        (Listing(search="sol"), ["Solar roofs"]),
        (Listing(search="theme:ai"), ["Drones"]),
        (Listing(search="-kites"), ["Drones", "Solar roofs"]),
        (Listing(search="kites or kind:concern"), ["Drones", "Kites"]),
        (Listing(search="solar is:trashed"), ["Solar sails"]),
        (Listing(TRASH), ["Solar sails"]),
        (Listing(TRASH, "roofs"), []),
        (Listing("done"), []),
        (Listing(picks=(Pick("kind", "concern", excluded=True),)), ["Kites", "Solar roofs"]),
    ],
    ids=str,
)
def test_a_question_looks_at_the_row_or_at_its_digest(
    three: Library, listing: Listing, found: list[str]
) -> None:
    assert names(three, listing) == found


def test_a_row_shows_the_card_of_its_digest_and_gone_ones_are_passed_over(three: Library) -> None:
    with three.reading() as connection:
        shown = ledger_rows(connection, [3, 99, 1])
    assert [(row.id, row.digest.key) for row in shown] == [(3, "new"), (1, "old")]
    assert shown[0] == LedgerRow(whole_of(three, 2).signals[0], shown[0].digest)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(picks=random_queries.picks())
def test_facets_choose_the_rows_that_they_choose_in_memory(
    known: Known, picks: tuple[Pick, ...]
) -> None:
    listing = Listing(picks=picks)
    living = {row.id for row, whole in known.all_rows() if not whole.digest.trashed}
    with snapshot(known.library) as now:
        found = row_ids(now, LedgerQuestion(listing)).tolist()
    assert set(found) == known.rows(asked(listing)) & living
    assert len(found) == len(set(found))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("search", ["", "s", "solar -roofs", "solar or theme:=ai", "kind:concern"])
def test_no_table_is_read_from_end_to_end(three: Library, view: str, search: str) -> None:
    with snapshot(three) as now, plans_of(now.connection) as plans:
        row_ids(now, LedgerQuestion(Listing(view, search)))
    assert plans
    assert full_scans(plans) == []
    # Only what lies in the trash is few enough to be sorted.
    assert len(sorts(plans)) <= 1


def test_typing_sorts_nothing_anew(three: Library) -> None:
    with snapshot(three) as now:
        row_ids(now, LedgerQuestion(Listing(ALL, "so")))
        with plans_of(now.connection) as plans:
            row_ids(now, LedgerQuestion(Listing(ALL, "sol")))
    (read,) = [plan for plan in plans if plan.startswith(("SCAN", "SEARCH"))]
    assert read.startswith("SCAN signal_search VIRTUAL TABLE")
