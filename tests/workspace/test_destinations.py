"""A few letters find digests and themes of the library."""

from curator.domain.destination import DIGEST, SEARCH, THEME, Destination
from curator.workspace import reading
from curator.workspace.destinations import destinations
from curator.workspace.saved_searches import save_search
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B


def test_digests_are_found_by_title_and_by_key(stocked: Workspace) -> None:
    harbours = reading.digest_by_key(stocked, KEY_A)
    found = Destination(DIGEST, harbours.title, harbours.id, "2024-08-18")
    assert destinations(stocked, "learn harb", ()) == [found]
    assert destinations(stocked, KEY_A[:6], ()) == [found]


def test_themes_come_with_the_number_of_their_digests(stocked: Workspace) -> None:
    themes = [found for found in destinations(stocked, "ener", ()) if found.kind == THEME]
    assert themes == [
        Destination(THEME, "Energy", "Energy", "1 digest"),
        Destination(THEME, "energy", "energy", "1 digest"),
    ]


def test_nothing_typed_offers_the_digests_that_were_shown_last(stocked: Workspace) -> None:
    ids = [reading.digest_by_key(stocked, key).id for key in (KEY_B, KEY_A)]
    assert [found.target for found in destinations(stocked, " ", [*ids, 999])] == ids
    assert destinations(stocked, "", ()) == []


def test_saved_searches_are_offered_with_what_they_ask_for(stocked: Workspace) -> None:
    saved = stocked.do(save_search, name="Power", text="theme:energy")
    found = Destination(SEARCH, "Power", saved.items[0].id, "theme:energy")
    assert destinations(stocked, "", ()) == [found]
    assert found in destinations(stocked, "pow", ())
