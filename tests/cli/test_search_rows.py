"""`curator search --rows`, and saved searches on the command line."""

from contextlib import closing
from pathlib import Path

import pytest

from curator.workspace.saved_searches import save_search
from curator.workspace.workspace import Workspace
from tests.cli.conftest import Curator
from tests.digests import KEY_A

ROW = {
    "key": KEY_A,
    "title": "Harbours Learn to Charge Ships",
    "kind": "signal",
    "name": "Charging arms at quay",
    "change": "Diesel gives way",
    "horizon": "Harbours without smoke",
    "driving_force": "Air quality law",
    "field": "change",
}


def test_rows_are_found_for_themselves(stocked: Curator) -> None:
    assert stocked("search", "--rows", "diesel", "--json").json == [ROW]
    assert stocked("search", "--rows", "diesel").out.splitlines() == [
        f"{KEY_A}  signal: Charging arms at quay",
        "    change: Diesel gives way",
    ]
    assert len(stocked("search", "--rows", f"key:{KEY_A}").out.splitlines()) == 2
    assert len(stocked("search", "--rows", f"key:{KEY_A}", "--limit", 1).out.splitlines()) == 1


def test_a_saved_search_is_asked_by_its_name(stocked: Curator, library: Path) -> None:
    with closing(Workspace.open(library, create=False)) as workspace:
        workspace.do(save_search, name="Diesel", text="diesel (")
        workspace.do(save_search, name="Rows of diesel", text="diesel", page="signals")
    said = stocked("search", "--saved", "DIESEL", "--json")
    assert isinstance(said.json, list)
    assert [hit["key"] for hit in said.json] == [KEY_A]
    assert "never closed" in said.err
    assert stocked("search", "--saved", "rows of diesel", "--json").json == [ROW]
    unknown = stocked("search", "--saved", "Petrol")
    assert (unknown.code, unknown.err.count("\n")) == (2, 1)
    assert "“Petrol”" in unknown.err


@pytest.mark.parametrize("arguments", [(), ("diesel", "--saved", "Diesel")])
def test_either_a_query_or_a_name_is_needed(stocked: Curator, arguments: tuple[str, ...]) -> None:
    said = stocked("search", *arguments)
    assert (said.code, said.out) == (2, "")
    assert "either QUERY or --saved" in said.err
