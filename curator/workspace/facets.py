"""What a list can be narrowed by: the values of a facet, and how many of the result have each."""

from curator.domain.facets import FacetCounts
from curator.domain.listing import Listing
from curator.library.facet_counts import FacetQuestion, facet_counts
from curator.library.snapshot import snapshot
from curator.library.stopping import Stop
from curator.workspace.workspace import Workspace


def counts(
    workspace: Workspace,
    listing: Listing,
    facet: str,
    *,
    of_rows: bool = False,
    text: str = "",
    limit: int = 200,
    stop: Stop | None = None,
) -> FacetCounts:
    """The values that the digests of a listing have of a facet, the most frequent first.

    What is picked of other facets narrows the listing, what is picked of this one does not. Each
    count is a number of digests; with `of_rows`, of signal rows. `text` leaves the values that
    hold its words, `limit` the first of them; values that are picked are always there.

    Raises:
        Interrupted: it was stopped.
    """
    question = FacetQuestion(listing, facet, of_rows=of_rows, text=text, limit=limit)
    store = workspace.library.facets
    with store.turn, snapshot(workspace.library, stop) as moment:
        return facet_counts(store, moment, question)
