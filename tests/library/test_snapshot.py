"""A moment of the library, and what is known about it."""

from contextlib import closing

import numpy as np
import numpy.typing as npt
import pytest

from curator.domain.errors import Interrupted
from curator.library.library import Library
from curator.library.snapshot import snapshot
from curator.library.stopping import Stop
from tests.library.deeds import arrived, rewritten


def count(library: Library) -> int:
    """How many digests there are, as it is remembered."""
    with snapshot(library) as now:

        def find_out() -> npt.NDArray[np.int64]:
            found = now.connection.exec_driver_sql("SELECT count(*) FROM digest").scalar_one()
            return np.array([found])

        return int(now.once("count", find_out)[0])


def test_what_is_known_follows_each_write(library: Library) -> None:
    assert count(library) == 0
    arrived(library, "a", "b")
    assert count(library) == 2


def test_it_follows_another_process_that_writes(library: Library) -> None:
    arrived(library, "a")
    assert count(library) == 1
    with closing(Library.open(library.path)) as other:
        arrived(other, "b")
    assert count(library) == 2


def test_a_library_that_does_not_count_its_writes_is_asked_each_time(library: Library) -> None:
    rewritten(library.path, "DELETE FROM setting WHERE name = 'writes'")
    assert count(library) == 0
    arrived(library, "a")
    assert count(library) == 1


def test_a_moment_that_is_stopped_ends(library: Library) -> None:
    stop = Stop()
    stop.now()
    with pytest.raises(Interrupted), snapshot(library, stop):
        pytest.fail("it began")
