"""Searches are kept, renamed, changed, moved and deleted; each deed is a step of the history."""

import pytest

from curator.domain.errors import InvalidRecord, UnknownRecord
from curator.domain.query_parsing import LONGEST
from curator.domain.saved_search import DIGESTS, SIGNALS, SavedSearch
from curator.workspace import editing, history, reading
from curator.workspace import saved_searches as searches
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A


def saved(workspace: Workspace, name: str, text: str = "harbour") -> SavedSearch:
    """A search that was just saved."""
    workspace.do(searches.save_search, name=name, text=text)
    return searches.search_named(workspace, name)


def names(workspace: Workspace) -> list[str]:
    return [search.name for search in searches.all_searches(workspace)]


def test_a_search_is_kept_by_a_clean_name_of_its_own(workspace: Workspace) -> None:
    changes = workspace.do(searches.save_search, name=" To\nread ", text=" review:todo\n")
    assert changes.label == "Save search “To read”"
    (search,) = searches.all_searches(workspace)
    assert (search.name, search.text, search.page) == ("To read", "review:todo", DIGESTS)
    with pytest.raises(InvalidRecord, match="“To read” already"):
        workspace.do(searches.save_search, name="TO READ", text="x")
    with pytest.raises(InvalidRecord, match="needs a name"):
        workspace.do(searches.save_search, name=" \n", text="x")
    with pytest.raises(InvalidRecord, match="ask for something"):
        workspace.do(searches.save_search, name="Empty", text=" ")
    with pytest.raises(InvalidRecord, match="too long"):
        workspace.do(searches.save_search, name="Long", text="x" * (LONGEST + 1))
    with pytest.raises(InvalidRecord, match="lists"):
        workspace.do(searches.save_search, name="Odd", text="x", page="themes")


def test_it_is_renamed_and_changed(workspace: Workspace) -> None:
    search = saved(workspace, "Ports")
    saved(workspace, "Ships")
    renamed = workspace.do(searches.rename_search, search_id=search.id, name="ports")
    assert renamed.label == "Rename search “Ports” to “ports”"
    with pytest.raises(InvalidRecord, match="“Ships” already"):
        workspace.do(searches.rename_search, search_id=search.id, name="ships")
    changed = workspace.do(searches.change_search, search_id=search.id, text="quay")
    assert changed.label == "Change search “ports”"
    assert searches.search_named(workspace, "PORTS").text == "quay"
    with pytest.raises(InvalidRecord, match="ask for something"):
        workspace.do(searches.change_search, search_id=search.id, text="")
    workspace.do(searches.change_search, search_id=search.id, text="quay", page="signals")
    assert searches.search_named(workspace, "ports").page == "signals"


def test_it_is_moved(workspace: Workspace) -> None:
    one, two, three = (saved(workspace, name) for name in ("one", "two", "three"))
    assert workspace.do(searches.move_searches, [three.id], one.id).label == "Move search “three”"
    assert names(workspace) == ["three", "one", "two"]
    assert workspace.do(searches.move_searches, [three.id, one.id], 0).label == "Move 2 searches"
    assert names(workspace) == ["two", "three", "one"]
    workspace.undo()
    workspace.undo()
    assert names(workspace) == [one.name, two.name, three.name]


def test_it_is_deleted_and_comes_back_in_its_place(workspace: Workspace) -> None:
    first = saved(workspace, "one")
    saved(workspace, "two")
    assert workspace.do(searches.delete_search, search_id=first.id).label == "Delete search “one”"
    assert names(workspace) == ["two"]
    workspace.undo()
    assert names(workspace) == ["one", "two"]
    with pytest.raises(UnknownRecord, match="“three”"):
        searches.search_named(workspace, "three")


def test_the_history_tells_it_in_words(workspace: Workspace) -> None:
    search = saved(workspace, "Ports")
    changes = workspace.do(searches.change_search, search_id=search.id, text="quay")
    (line,) = history.step_lines(changes.items)
    assert (line.what, line.before, line.after) == ("text of “Ports”", "harbour", "quay")


def test_what_it_lists_follows_each_edit(stocked: Workspace) -> None:
    search = saved(stocked, "Tides", "signal:tides")
    assert searches.count(stocked, search) == 0
    digest = reading.digest_by_key(stocked, KEY_A)
    signal = reading.whole(stocked, digest.id).signals[0]
    stocked.do(editing.set_signal_field, signal_id=signal.id, name="name", text="Tides")
    assert searches.count(stocked, search) == 1
    assert list(reading.digest_ids(stocked, searches.listing_of(search))) == [digest.id]
    stocked.undo()
    assert searches.count(stocked, search) == 0


def test_one_that_lists_signals_counts_rows(stocked: Workspace) -> None:
    stocked.do(searches.save_search, name="Harbours", text=f"key:{KEY_A}", page=SIGNALS)
    rows = reading.whole(stocked, reading.digest_by_key(stocked, KEY_A).id).signals
    assert searches.count(stocked, searches.search_named(stocked, "Harbours")) == len(rows) > 1


def test_mistakes_are_told(workspace: Workspace) -> None:
    assert searches.mistakes(SavedSearch(text="review:todo")) == ()
    (mistake,) = searches.mistakes(SavedSearch(text="review:maybe"))
    assert "can’t be “maybe”" in mistake.words


def test_a_name_is_proposed_that_is_free(workspace: Workspace) -> None:
    assert searches.proposed_name(workspace, 'theme:="oil price"') == "oil price"
    assert searches.proposed_name(workspace, "…") == "Everything"
    saved(workspace, "Oil price")
    saved(workspace, "oil price 2")
    assert searches.proposed_name(workspace, '"oil price"') == "oil price 3"
