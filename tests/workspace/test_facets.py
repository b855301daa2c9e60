"""The values of a facet, with how many of a result have each."""

import pytest

from curator.domain.errors import Interrupted
from curator.domain.facets import KIND, THEME, FacetCounts, FacetValue, Pick
from curator.domain.listing import Listing
from curator.workspace import facets, reading, rows
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace


def test_the_values_of_a_listing_are_counted(stocked: Workspace) -> None:
    everything = facets.counts(stocked, Listing(), "review")
    assert everything == FacetCounts((FacetValue("to do", 2),), 1)
    signals = facets.counts(stocked, Listing(), KIND, of_rows=True).values[0]
    assert signals.value == "signal"
    assert signals.count > 2


def test_picks_of_other_facets_narrow_and_those_of_the_same_do_not(stocked: Workspace) -> None:
    shipping = Listing(picks=(Pick(THEME, "Shipping"),))
    assert facets.counts(stocked, shipping, "review").values[0].count == 1
    values = facets.counts(stocked, shipping, THEME).values
    assert len(values) > 2
    assert len(facets.counts(stocked, shipping, THEME, text="ship").values) == 1
    assert len(facets.counts(stocked, shipping, THEME, limit=1).values) in (1, 2)


def test_the_counts_follow_an_edit(stocked: Workspace) -> None:
    before = facets.counts(stocked, Listing(), THEME)
    first = reading.digest_ids(stocked, Listing())[0]
    stocked.do(rows.add_term, first, THEME, "Brand new")
    after = facets.counts(stocked, Listing(), THEME)
    assert after.distinct == before.distinct + 1
    stocked.undo()
    assert facets.counts(stocked, Listing(), THEME) == before


def test_a_question_that_was_stopped_is_not_answered(stocked: Workspace) -> None:
    stop = Stop()
    stop.now()
    with pytest.raises(Interrupted):
        facets.counts(stocked, Listing(), THEME, stop=stop)
    assert facets.counts(stocked, Listing(), THEME).distinct
