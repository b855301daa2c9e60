"""`curator show`."""

from tests.cli.conftest import Curator
from tests.digests import KEY_A, KEY_B, LAYOUT_A

FIELDS = (
    "key title origin origin_url source_url date category type summary keywords themes signals "
    "closest review findings"
)
ROW = "kind name description change horizon driving_force relevancy extra"


def test_json_has_the_fields_of_the_contract(stocked: Curator) -> None:
    shown = stocked("show", KEY_A, "--json").json
    assert isinstance(shown, dict)
    assert list(shown) == FIELDS.split()
    assert shown["themes"] == ["Energy", "Shipping"]
    assert list(shown["signals"][0]) == ROW.split()
    assert shown["signals"][1]["horizon"] == "Harbours trade power"
    assert shown["closest"][0] == {
        "key": KEY_B, "title": "Ferries on Batteries", "relation": "", "tags": [], "found": True,
    }  # fmt: skip
    assert shown["closest"][1]["found"] is False
    assert [sorted(finding) for finding in shown["findings"]] == [["line", "message"]]


def test_people_read_the_markdown_and_the_findings_beside_it(stocked: Curator) -> None:
    answer = stocked("show", KEY_A)
    assert answer.out == LAYOUT_A + "\n"
    assert answer.err.startswith(f"{KEY_A}:{LAYOUT_A.count(chr(10)) + 1}: ")
    assert stocked("show", "nobody").code == 2
