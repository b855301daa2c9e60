"""`curator redo`."""

from tests.cli.conftest import Curator
from tests.digests import KEY_A


def test_what_was_undone_is_done_again(stocked: Curator) -> None:
    stocked("set", KEY_A, "title", "Mine")
    stocked("undo")
    changes = stocked("redo", "--json").json
    assert isinstance(changes, dict)
    assert changes["changes"][0]["after"]["title"] == "Mine"
    assert stocked("redo").code == 2
