"""A value is the place of its name, and is found by its words."""

from curator.library.facet_names import FacetNames


def test_a_name_is_found_by_its_place() -> None:
    names = FacetNames("theme", ["", "Law", "energy"])
    assert [names.code_of(name) for name in ("", "Law", "energy", "law", "zeal")] == [
        0,
        1,
        2,
        -1,
        -1,
    ]
    assert len(names) == 3


def test_new_names_come_among_the_others_in_their_order() -> None:
    names = FacetNames("theme", ["b", "d"]).with_new(["a", "c", "e", "f"])
    assert names.names == ["a", "b", "c", "d", "e", "f"]


def test_names_are_searched_without_case_and_accents_also_when_some_are_new() -> None:
    names = FacetNames("theme", ["Énergie", "law"])
    assert names.holding("ENER").tolist() == [True, False]
    more = names.with_new(["Äther", "Überlaw"])
    assert sorted(more.names) == sorted(["Äther", "Énergie", "Überlaw", "law"])
    held = dict(zip(more.names, more.holding("law").tolist(), strict=True))
    assert held == {"Äther": False, "Énergie": False, "Überlaw": True, "law": True}
    assert dict(zip(more.names, more.holding("ather").tolist(), strict=True))["Äther"]


def test_all_words_have_to_be_there_in_any_order() -> None:
    names = FacetNames("theme", ["law of space", "space", "spaces"])
    assert names.holding(" space  LAW ").tolist() == [True, False, False]
    assert names.holding("").tolist() == [True, True, True]
