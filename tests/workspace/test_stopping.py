"""A person who asks something else is not kept waiting by what was asked before."""

import pytest

from curator.domain.errors import Interrupted
from curator.domain.listing import Listing
from curator.workspace import reading
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace


def test_a_stopped_question_says_that_it_was_given_up(stocked: Workspace) -> None:
    stop = Stop()
    assert len(reading.digest_ids(stocked, Listing(), stop)) == 2
    stop.now()
    with pytest.raises(Interrupted, match="given up"):
        reading.digest_ids(stocked, Listing(), stop)
