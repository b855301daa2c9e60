"""All rows by their slots."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from curator.domain.signal import KINDS, Signal
from curator.library.creation import create_library
from curator.library.digest_orders import digests
from curator.library.library import Library
from curator.library.row_table import RowTable, of_digests, rows
from curator.library.snapshot import Snapshot, snapshot
from curator.library.write import Write
from tests.library.deeds import arrived
from tests.library.known import Known
from tests.library.plans import full_scans, plans_of, sorts


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Known]:
    """A library of random digests that may be written to."""
    path = tmp_path / "own.curator"
    create_library(path)
    made = Known.made(path, seed=3)
    with closing(made.library):
        yield made


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


def test_the_table_stays_while_digests_list_the_same_rows(own: Known) -> None:
    library, whole = own.library, next(w for w in own.wholes if len(w.signals) > 1)
    first = _table(library)
    library.write(lambda write: _renamed(write, replace(whole.signals[0], name="Seen again")))
    assert _table(library) is first
    library.write(lambda write: _deleted(write, whole.signals[0].id))
    fewer = _table(library)
    assert len(fewer.slots) == len(first.slots) - 1
    library.undo()
    assert _equal(_table(library), first)


def test_the_table_follows_rows_that_move_and_digests_that_come(own: Known) -> None:
    library = own.library
    first = _table(library)
    before, after = next(
        (one, other)
        for whole in own.wholes
        for one, other in pairwise(whole.signals)
        if one.kind == other.kind
    )
    last = replace(before, position=after.position + 1)
    library.write(lambda write: _renamed(write, last))
    assert not _equal(_table(library), first)
    assert _equal(_table(library), _read_anew(library))
    arrived(library, "another")  # a digest without rows
    assert _equal(_table(library), _read_anew(library))


def _table(library: Library) -> RowTable:
    with snapshot(library) as now:
        return rows(now)


def _read_anew(library: Library) -> RowTable:
    with library.reading() as connection:
        return rows(Snapshot(connection))


def _equal(one: RowTable, other: RowTable) -> bool:
    return all(
        np.array_equal(first, second)
        for first, second in (
            (one.slots.ids, other.slots.ids),
            (one.owners, other.owners),
            (one.kinds, other.kinds),
            (one.standing, other.standing),
        )
    )


def _renamed(write: Write, signal: Signal) -> str:
    write.put(signal)
    return "Edit a row"


def _deleted(write: Write, signal_id: int) -> str:
    write.remove(write.get(Signal, signal_id))
    return "Delete a row"


def test_a_library_without_rows_has_an_empty_table(library: Library) -> None:
    with snapshot(library) as now, plans_of(now.connection) as plans:
        assert len(rows(now).slots) == 0
    assert full_scans(plans) == []
    assert sorts(plans) == []
