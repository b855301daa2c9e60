"""`curator searches`."""

from contextlib import closing
from pathlib import Path

from curator.workspace.saved_searches import save_search
from curator.workspace.workspace import Workspace
from tests.cli.conftest import Curator


def test_each_search_is_listed_with_its_count_and_its_mistakes(
    stocked: Curator, library: Path
) -> None:
    assert stocked("searches").out == ""
    with closing(Workspace.open(library, create=False)) as workspace:
        workspace.do(save_search, name="Harbours", text="title:harbours")
        workspace.do(save_search, name="Odd", text="ferries (")
    said = stocked("searches")
    assert said.out.splitlines() == [
        "Harbours  (1 digest)",
        "    title:harbours",
        "Odd  (2 digests)",
        "    ferries (",
    ]
    assert said.err == "curator: Odd: This bracket is never closed.\n"
    assert stocked("searches", "--json").json == [
        {"name": "Harbours", "text": "title:harbours", "page": "digests", "count": 1},
        {"name": "Odd", "text": "ferries (", "page": "digests", "count": 2},
    ]
