"""Clicks on facets are questions."""

import pytest

from curator.domain.facets import FACETS, FINDINGS, MONTH, NO, YES, Pick, part_of, query_of, toggled
from curator.domain.query import Choice, Dates, Every, Exactly, Not, OneOf

ENERGY, LAW = Pick("theme", "energy"), Pick("theme", "space law")


def test_values_of_one_facet_widen_and_facets_narrow() -> None:
    done = Pick("review", "done")
    themes = OneOf((Exactly("energy", "theme"), Exactly("space law", "theme")))
    assert query_of([ENERGY, LAW, done]) == Every((themes, Choice("review", "done")))


def test_what_is_excluded_is_out_whatever_else_it_has() -> None:
    out = Pick("theme", "space law", excluded=True)
    assert query_of([ENERGY, out]) == Every(
        (Exactly("energy", "theme"), Not(Exactly("space law", "theme")))
    )


def test_no_pick_asks_for_everything() -> None:
    assert query_of([]) == Every()


@pytest.mark.parametrize(
    ("pick", "query"),
    [
        (Pick(MONTH, "2024-02"), Dates("2024-02-01", "2024-02-29")),
        (Pick(MONTH, ""), Not(Choice("has", "date"))),
        (Pick("relation", ""), Choice("relation", "none")),
        (Pick("theme", ""), Not(Choice("has", "themes"))),
        (Pick("category", ""), Exactly("", "category")),
        (Pick(FINDINGS, YES), Choice("has", "findings")),
        (Pick(FINDINGS, NO), Not(Choice("has", "findings"))),
    ],
)
def test_each_facet_has_its_question(pick: Pick, query: object) -> None:
    assert part_of(pick) == query


@pytest.mark.parametrize("facet", FACETS)
def test_every_facet_can_be_picked(facet: str) -> None:
    assert part_of(Pick(facet, "2024-08" if facet == MONTH else "done")) is not None


def test_a_facet_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no facet"):
        part_of(Pick("colour", "red"))


def test_a_click_chooses_a_value_and_a_second_one_takes_it_back() -> None:
    assert toggled((), ENERGY) == (ENERGY,)
    assert toggled((ENERGY,), ENERGY) == ()
    assert toggled((ENERGY, Pick("review", "done")), LAW) == (Pick("review", "done"), LAW)
    assert toggled((ENERGY,), LAW, adds=True) == (ENERGY, LAW)


def test_what_is_excluded_stays_so_but_for_the_value_itself() -> None:
    no_energy = Pick("theme", "energy", excluded=True)
    assert toggled((LAW,), no_energy) == (LAW, no_energy)
    assert toggled((LAW, no_energy), ENERGY) == (ENERGY,)
    assert toggled((no_energy,), LAW) == (no_energy, LAW)
    assert toggled((no_energy,), no_energy) == ()
