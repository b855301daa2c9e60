"""Values are read with their digests, all at once or those of a few."""

import pytest

from curator.domain.facets import FACETS, FINDINGS
from curator.library import facet_reading
from curator.library.facet_column import Part
from curator.library.library import Library
from tests.builders import a_theme, a_whole
from tests.library import random_queries
from tests.library.deeds import arriving, rewritten

READ = tuple(facet for facet in (*FACETS, facet_reading.TRASHED) if facet != FINDINGS)


def pairs(part: Part) -> list[tuple[str, int]]:
    names, lengths, owners = part
    told = [name for name, length in zip(names, lengths, strict=True) for _ in range(length)]
    return list(zip(told, owners.tolist(), strict=True))


@pytest.mark.parametrize("facet", READ)
def test_all_and_a_few_are_read_alike(library: Library, facet: str) -> None:
    random_queries.fill(library, 7, digests=12)
    with library.reading() as connection:
        parts = list(facet_reading.all_pairs(connection, facet))
        ids = facet_reading.digest_ids(connection)
        few = facet_reading.pairs_of(connection, facet, ids[3:8])
    everything = sorted({pair for part in parts for pair in pairs(part)})
    names = [name for part in parts for name in part[0]]
    assert names == sorted(set(names))
    assert pairs(few) == [pair for pair in everything if pair[1] in set(ids[3:8].tolist())]


def test_digests_without_a_theme_have_the_empty_one_but_not_those_with_an_empty_one(
    library: Library,
) -> None:
    library.write(arriving(a_whole("none", themes=()), a_whole("empty", themes=(a_theme(""),))))
    with library.reading() as connection:
        assert [pairs(p) for p in facet_reading.all_pairs(connection, "theme")] == [[("", 1)]]


def test_rows_are_read_with_their_digests_all_or_those_of_a_few(library: Library) -> None:
    random_queries.fill(library, 3, digests=12)
    with library.reading() as connection:
        ids = facet_reading.digest_ids(connection)
        everything = rows(facet_reading.all_rows(connection, ids))
        few = rows(facet_reading.rows_of(connection, ids[:5]))
    assert len(everything) == len({row_id for _, row_id, _ in everything}) > len(few) > 0
    assert few == {row for row in everything if row[2] in set(ids[:5].tolist())}


def rows(parts: object) -> set[tuple[str, int, int]]:
    found = set()
    for kind, ids, owners in parts:  # type: ignore[attr-defined]
        found |= {(kind, id_, own) for id_, own in zip(ids.tolist(), owners.tolist(), strict=True)}
    return found


def test_digests_with_findings_are_those_that_were_counted(library: Library) -> None:
    library.write(arriving(a_whole("one"), a_whole("two"), a_whole("three")))
    rewritten(library.path, "UPDATE digest SET findings = id - 2")
    with library.reading() as connection:
        assert facet_reading.with_findings(connection).tolist() == [3]
        assert facet_reading.digest_ids(connection).tolist() == [1, 2, 3]


def test_no_numbers_are_none(library: Library) -> None:
    with library.reading() as connection:
        assert facet_reading.digest_ids(connection).tolist() == []
    assert facet_reading.numbers_in(["1,2", "3"]).tolist() == [1, 2, 3]
