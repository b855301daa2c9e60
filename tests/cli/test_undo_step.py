"""`curator undo`."""

from tests.cli.conftest import Curator
from tests.digests import KEY_A


def test_the_last_step_is_taken_back_and_told(stocked: Curator) -> None:
    stocked("set", KEY_A, "title", "Mine")
    changes = stocked("undo", "--json").json
    assert isinstance(changes, dict)
    assert changes["changes"][0]["after"]["title"] == "Harbours Learn to Charge Ships"
    assert stocked("undo").code == 0
    answer = stocked("undo")
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
