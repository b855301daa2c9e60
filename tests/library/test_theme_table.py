"""Which digests have which theme."""

import numpy as np

from curator.library.library import Library
from curator.library.snapshot import snapshot
from curator.library.theme_table import themes
from tests.builders import a_theme, a_whole
from tests.library.deeds import arriving
from tests.library.plans import full_scans, plans_of, sorts


def test_a_digest_counts_once_for_each_of_its_themes(library: Library) -> None:
    solar, law = a_theme("solar"), a_theme("law")
    library.write(
        arriving(
            a_whole("one", themes=(solar, law, solar)),
            a_whole("two", themes=()),
            a_whole("three", themes=(law,)),
        )
    )
    with snapshot(library) as now:
        table = themes(now)
    assert table.names == ("law", "solar")
    assert table.counts(np.array([5, 7, 20])).tolist() == [25, 5]
    assert table.nbytes > 0


def test_an_index_has_them_in_order(library: Library) -> None:
    with snapshot(library) as now, plans_of(now.connection) as plans:
        assert themes(now).counts(np.zeros(0, np.int64)).tolist() == []
    assert full_scans(plans) == []
    assert sorts(plans) == []
