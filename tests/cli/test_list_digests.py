"""`curator list`."""

import pytest

from tests.cli.conftest import Curator
from tests.digests import KEY_A, KEY_B


def test_digests_are_listed_newest_first(stocked: Curator) -> None:
    listed = stocked("list", "--json").json
    assert isinstance(listed, list)
    assert [digest["key"] for digest in listed] == [KEY_B, KEY_A]
    assert listed[1] == {
        "key": KEY_A,
        "title": "Harbours Learn to Charge Ships",
        "date": "2024-08-18",
        "review": "to do",
        "signals": 2,
        "themes": ["Energy", "Shipping"],
    }


def test_a_view_leaves_out_the_others(stocked: Curator) -> None:
    stocked("set", KEY_A, "review", "done")
    lines = stocked("list", "--view", "done").out.splitlines()
    assert [line.split()[0] for line in lines] == [KEY_A]


@pytest.mark.fault("F36")
def test_marks_that_nobody_sees_are_named_for_people_and_kept_for_programs(
    stocked: Curator,
) -> None:
    title = "Harbours \u202egnp.exe"
    stocked("set", KEY_A, "title", title)
    assert "Harbours ‹RLO›gnp.exe" in stocked("list").out
    listed = stocked("list", "--json").json
    assert isinstance(listed, list)
    assert listed[1]["title"] == title
    for arguments in (("search", "gnp"), ("history",), ("undo",)):
        answer = stocked(*arguments)
        assert answer.code == 0
        assert "\u202e" not in answer.out
