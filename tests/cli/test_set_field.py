"""`curator set`."""

from tests.cli.conftest import Curator
from tests.digests import KEY_A


def test_one_cell_is_changed_and_told(stocked: Curator) -> None:
    answer = stocked("set", KEY_A, "signals.0.change", "Adoption of land robots")
    assert answer.code == 0
    assert answer.out.startswith("Edit change of “Charging arms at quay” (1 signal)")
    assert "Diesel gives way → Adoption of land robots" in answer.out
    assert stocked("set", KEY_A, "signals.0.change", "Adoption of land robots").out == (
        "Nothing changed.\n"
    )


def test_json_gives_the_records_before_and_after(stocked: Curator) -> None:
    changes = stocked("set", KEY_A, "closest.0.tags", "a, b", "--json").json
    assert isinstance(changes, dict)
    (change,) = changes["changes"]
    assert (change["kind"], change["before"]["tags"], change["after"]["tags"]) == (
        "link", [], ["a", "b"],
    )  # fmt: skip
    assert changes["step"] > 0


def test_a_value_may_begin_with_a_dash_or_be_empty(stocked: Curator) -> None:
    assert stocked("set", KEY_A, "signals.0.change", "-10 percent").code == 0
    assert stocked("set", KEY_A, "signals.0.change", "").code == 0
    assert stocked("set", KEY_A, "mood", "x").code == 2
    assert stocked("set", KEY_A, "review", "perhaps").code == 2
