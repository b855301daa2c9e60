"""All rows by their slots."""

import numpy as np

from curator.domain.signal import KINDS
from curator.library.digest_orders import digests
from curator.library.library import Library
from curator.library.row_table import of_digests, rows
from curator.library.snapshot import snapshot
from tests.library.known import Known
from tests.library.plans import full_scans, plans_of, sorts


def test_each_row_knows_its_digest_its_kind_and_its_rank(known: Known) -> None:
    expected = sorted(
        (whole.digest.id, KINDS.index(row.kind), row.position, row.id)
        for row, whole in known.all_rows()
    )
    with snapshot(known.library) as now:
        table, owners = rows(now), digests(now).ids
        order = np.argsort(table.standing)
        said = zip(
            owners[table.owners[order]].tolist(),
            table.kinds[order].tolist(),
            table.slots.ids[order].tolist(),
            strict=True,
        )
    assert list(said) == [(owner, kind, id_) for owner, kind, _, id_ in expected]
    assert table.nbytes > table.slots.nbytes


def test_the_rows_of_some_digests_are_theirs(known: Known) -> None:
    with snapshot(known.library) as now:
        odd = digests(now).ids % 2 == 1
        found = set(rows(now).slots.ids[of_digests(now, odd)].tolist())
    assert found == {row.id for row, whole in known.all_rows() if whole.digest.id % 2 == 1}


def test_a_library_without_rows_has_an_empty_table(library: Library) -> None:
    with snapshot(library) as now, plans_of(now.connection) as plans:
        assert len(rows(now).slots) == 0
    assert full_scans(plans) == []
    assert sorts(plans) == []
