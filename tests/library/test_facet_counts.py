"""Facets count what a look at each digest counts, after whatever was done to the library."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from curator.domain.errors import EditConflict, UnknownRecord
from curator.domain.facets import (
    FACETS,
    FINDINGS,
    KIND,
    MONTH,
    NO,
    RELATION,
    YES,
    FacetCounts,
    FacetValue,
    Pick,
)
from curator.domain.listing import VIEWS, Listing
from curator.domain.review import REVIEWS
from curator.domain.signal import KINDS
from curator.domain.whole import WholeDigest
from curator.library import facet_reading, tables
from curator.library.facet_counts import FacetQuestion, facet_counts
from curator.library.library import Library
from curator.library.snapshot import snapshot
from tests.builders import a_digest, a_keyword, a_link, a_signal, a_theme, a_whole
from tests.library import random_queries
from tests.library.deeds import arriving, putting, removing, rewritten, setting, whole_of
from tests.library.plain_facets import plain_counts, values_of

SEARCHES = (
    *("", "", "robots", "lan", "has:findings"),
    *("force:land or theme:robot", "-has:tags", "is:trashed or land"),
)


def counted(library: Library, question: FacetQuestion) -> FacetCounts:
    with library.facets.turn, snapshot(library) as moment:
        return facet_counts(library.facets, moment, question)


def all_of(library: Library) -> list[WholeDigest]:
    with library.reading() as connection:
        ids = list(connection.scalars(select(tables.digest.c.id)))
    return [whole_of(library, digest_id) for digest_id in ids]


@pytest.fixture(scope="module", params=range(3))
def known(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, empty_file: Path
) -> Iterator[tuple[Library, list[WholeDigest]]]:
    """A library, and all that is in it."""
    path = Path(copyfile(empty_file, tmp_path_factory.mktemp("known") / "scan.curator"))
    with closing(Library.open(path)) as library:
        random_queries.fill(library, request.param)
        yield library, all_of(library)


def some_listing(chance: random.Random, wholes: list[WholeDigest]) -> Listing:
    """A view, a search and picks, of values that digests have and of others."""
    picks = {}
    for _ in range(chance.choice((0, 0, 1, 2, 4))):
        facet = chance.choice(FACETS)
        values = sorted({value for whole in wholes for value in values_of(whole, facet)})
        other = {MONTH: "2020-02", FINDINGS: YES}.get(facet, "nobody has this")
        value = chance.choice([*values, other])
        picks[facet, value] = Pick(facet, value, excluded=chance.random() < 0.3)
    view = chance.choice(("all", "all", *VIEWS))
    return Listing(view, chance.choice(SEARCHES), tuple(picks.values()))


def assert_counts_are_right(
    library: Library, wholes: list[WholeDigest], listing: Listing, facet: str
) -> None:
    with library.reading() as connection:
        noticed = set(facet_reading.with_findings(connection).tolist())
    for of_rows in (False, True):
        question = FacetQuestion(listing, facet, of_rows=of_rows, limit=10_000)
        found = counted(library, question)
        wanted = plain_counts(
            wholes, listing, facet, of_rows=of_rows, asked_about=[2], noticed=noticed
        )
        shown = {value.value for value in wanted}
        picked = {pick.value for pick in listing.picks if pick.facet == facet}
        assert list(found.values[: len(wanted)]) == wanted
        assert {v.value for v in found.values[len(wanted) :]} == picked - shown
        assert all(value.count == 0 for value in found.values[len(wanted) :])
        assert found.distinct == len(wanted)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1_000_000))
def test_the_counts_are_those_of_a_look_at_each_digest(
    known: tuple[Library, list[WholeDigest]], seed: int
) -> None:
    library, wholes = known
    chance = random.Random(seed)
    listing = some_listing(chance, wholes)
    for facet in FACETS:
        assert_counts_are_right(library, wholes, listing, facet)


def edit(library: Library, chance: random.Random, number: int) -> None:
    """Something that a person does, undo and redo and work in another process among it."""
    wholes = all_of(library)
    whole = chance.choice(wholes)
    deeds = (
        setting(whole.digest, review=chance.choice(REVIEWS), category=chance.choice(("", "law"))),
        setting(whole.digest, trashed=chance.choice(("", "2026"))),
        setting(whole.digest, origin=chance.choice(("", "20240815"))),
        putting(a_theme(random_queries.said(chance), digest_id=whole.digest.id)),
        putting(a_keyword(f"new {number}", digest_id=whole.digest.id)),
        putting(a_signal("New", kind=chance.choice(KINDS), digest_id=whole.digest.id)),
        putting(a_link("x", relation=chance.choice(("", "supports")), digest_id=whole.digest.id)),
        removing(*whole.rows()[: chance.randint(0, 3)]),
        arriving(a_whole(f"{number} of {len(wholes)}", themes=2 * (a_theme("robots"),))),
    )  # fmt: skip
    what = chance.randint(0, len(deeds) + 3)
    try:
        if what < len(deeds):
            library.write(deeds[what])
        elif what == len(deeds):
            library.undo()
        elif what == len(deeds) + 1:
            library.redo()
        elif what == len(deeds) + 2:
            with closing(Library.open(library.path)) as other:
                other.write(setting(whole.digest, type=f"type {number}"))
        else:
            library.write(_broken)
    except (UnknownRecord, EditConflict):
        pass  # there was nothing to undo, or it can't be undone any more


def _broken(write: object) -> str:
    raise UnknownRecord("It was not to be.")


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1_000_000))
def test_the_counts_follow_edits_undo_and_other_processes(
    seed: int, empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)
    path = Path(copyfile(empty_file, tmp_path_factory.mktemp("edited") / "scan.curator"))
    with closing(Library.open(path)) as library:
        random_queries.fill(library, seed, digests=8)
        for number in range(12):
            for _ in range(chance.choice((1, 1, 3))):
                edit(library, chance, number)
            wholes = all_of(library)
            listing = some_listing(chance, wholes)
            for facet in chance.sample(FACETS, 3):
                assert_counts_are_right(library, wholes, listing, facet)


@pytest.fixture
def few(library: Library) -> Library:
    library.write(
        arriving(
            a_whole("one", themes=(a_theme("Énergie"), a_theme("law")), keywords=()),
            a_whole("two", themes=(a_theme("énergie solaire"),), keywords=()),
            a_whole("three", themes=(a_theme("law"),), keywords=()),
        )
    )
    return library


def shown(library: Library, facet: str, **about: object) -> list[tuple[str, int]]:
    listing = about.pop("listing", Listing())
    question = FacetQuestion(listing, facet, **about)  # type: ignore[arg-type]
    return [(value.value, value.count) for value in counted(library, question).values]


def test_the_most_frequent_values_come_first_and_only_as_many_as_are_wanted(few: Library) -> None:
    assert shown(few, "theme") == [("law", 2), ("Énergie", 1), ("énergie solaire", 1)]
    assert shown(few, "theme", limit=1) == [("law", 2)]
    assert counted(few, FacetQuestion(Listing(), "theme", limit=1)).distinct == 3


def test_a_value_is_found_by_its_words_whatever_the_case_and_accents(few: Library) -> None:
    assert shown(few, "theme", text="ENERGIE") == [("Énergie", 1), ("énergie solaire", 1)]
    assert shown(few, "theme", text="sol energ") == [("énergie solaire", 1)]
    few.write(putting(a_theme("Äther", digest_id=1)))
    assert shown(few, "theme", text="ather") == [("Äther", 1)]


def test_what_is_picked_is_there_though_the_limit_and_the_words_leave_it_out(few: Library) -> None:
    listing = Listing(picks=(Pick("theme", "law"), Pick("theme", "gone", excluded=True)))
    found = shown(few, "theme", listing=listing, text="solaire", limit=1)
    assert found == [("énergie solaire", 1), ("law", 2), ("gone", 0)]


def test_a_month_is_found_by_its_name_and_the_newest_comes_first(library: Library) -> None:
    days = ("20240815", "20240801", "20250131", "")
    wholes = [a_whole(f"k{n}", digest=a_digest(f"k{n}", origin=day)) for n, day in enumerate(days)]
    library.write(arriving(*wholes))
    assert shown(library, MONTH) == [("2025-01", 1), ("2024-08", 2), ("", 1)]
    assert shown(library, MONTH, text="aug") == [("2024-08", 2)]


def test_findings_are_followed_though_they_are_counted_without_a_write(few: Library) -> None:
    rewritten(few.path, "UPDATE digest SET findings = 0")
    assert shown(few, FINDINGS) == [(NO, 3)]
    rewritten(few.path, "UPDATE digest SET findings = 2 WHERE key != 'two'")
    assert shown(few, FINDINGS) == [(YES, 2), (NO, 1)]
    listing = Listing(picks=(Pick(FINDINGS, NO),))
    assert shown(few, "theme", listing=listing) == [("énergie solaire", 1)]


def test_rows_and_links_whose_digest_is_missing_count_nowhere(few: Library) -> None:
    rewritten(
        few.path,
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO term (digest_id, kind, name) VALUES (2000, 'theme', 'law'), (0, 'theme', 'x')",
        "INSERT INTO signal (digest_id, kind, extra) VALUES (2, 'rumour', '[]')",
        "UPDATE signal SET digest_id = 2000 WHERE digest_id = 3",
    )
    assert shown(few, "theme") == [("law", 2), ("Énergie", 1), ("énergie solaire", 1)]
    rows = len(a_whole("one").signals)
    assert shown(few, KIND, of_rows=True) == [("signal", 2 * rows)]
    assert ("x", 0) not in shown(few, "theme", of_rows=True)


def test_an_empty_library_has_no_values(library: Library) -> None:
    for facet in FACETS:
        for of_rows in (False, True):
            question = FacetQuestion(Listing(search="land"), facet, of_rows=of_rows)
            assert counted(library, question) == FacetCounts()


def test_a_link_without_a_relation_is_a_value_and_no_link_is_none(library: Library) -> None:
    judged = a_whole("one", closest=(a_link("x"), a_link("y", relation="supports")))
    library.write(arriving(judged, a_whole("two", closest=())))
    assert shown(library, RELATION) == [("", 1), ("supports", 1)]


def test_a_value_of_many_digests_is_a_facet_value(few: Library) -> None:
    found = counted(few, FacetQuestion(Listing(), "keyword"))
    assert found == FacetCounts((FacetValue("", 3),), 1)
