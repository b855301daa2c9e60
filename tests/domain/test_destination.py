"""What is offered first is what a person most likely means."""

from curator.domain.destination import (
    ACTION,
    DIGEST,
    MOST,
    SEARCH,
    THEME,
    VIEW,
    Destination,
    ranked,
)

ALL = [
    Destination(DIGEST, "Export of hydrogen", 1),
    Destination(DIGEST, "Ferries for export", 2),
    Destination(DIGEST, "Reexported batteries", 3),
    Destination(THEME, "Export control", "Export control"),
    Destination(ACTION, "Export …", "file.export"),
    Destination(SEARCH, "My exports", 4),
    Destination(VIEW, "Done", "done"),
]


def names(asked: str) -> list[str]:
    """What is offered for some letters."""
    return [destination.name for destination in ranked(asked, ALL)]


def test_what_begins_so_comes_first_then_words_then_what_is_inside_of_them() -> None:
    assert names("export") == [
        "Export control",
        "Export …",
        "Export of hydrogen",
        "My exports",
        "Ferries for export",
        "Reexported batteries",
    ]


def test_a_digest_that_was_found_by_its_key_is_offered_all_the_same() -> None:
    assert names("0f3c")[0] == "Export of hydrogen"


def test_of_each_kind_only_some_are_offered() -> None:
    themes = [Destination(THEME, f"theme {number}", str(number)) for number in range(100)]
    actions = [Destination(ACTION, f"the {number}", str(number)) for number in range(100)]
    offered = ranked("the", [*themes, *actions])
    assert len(offered) == MOST[THEME] + MOST[ACTION]
    assert offered[0].name == "theme 0"


def test_nothing_typed_offers_all_kinds_in_their_order() -> None:
    assert [destination.kind for destination in ranked("", ALL)] == [
        VIEW,
        SEARCH,
        THEME,
        ACTION,
        DIGEST,
        DIGEST,
        DIGEST,
    ]
