"""What a search could go on with, among all that the library has: its themes, keywords, months."""

from curator.domain.facets import MONTH
from curator.domain.listing import Listing
from curator.domain.query_completion import FACET_OF, Offer, Typing, value_offers
from curator.library.stopping import Stop
from curator.workspace import facets
from curator.workspace.workspace import Workspace

_MOST_MONTHS = 10_000
MOST = 50
"""Values that are offered at once; whoever does not find one among them types another letter."""


def values(workspace: Workspace, typing: Typing, stop: Stop | None = None) -> list[Offer]:
    """The values of a field that hold what is typed, the most used first, months newest first;
    none for a field whose values nobody counts.

    Raises:
        Interrupted: it was stopped.
    """
    facet = FACET_OF.get(typing.field)
    if facet is None:
        return []
    if facet == MONTH:  # typed as they are written, where a facet is searched by their names
        counted = facets.counts(workspace, Listing(), facet, limit=_MOST_MONTHS, stop=stop)
        found = [one for one in counted.values if one.value.startswith(typing.text)]
    else:  # and one more, for the digests that have no value
        text, limit = typing.text, MOST + 1
        counted = facets.counts(workspace, Listing(), facet, text=text, limit=limit, stop=stop)
        found = list(counted.values)
    return value_offers(found)[:MOST]
