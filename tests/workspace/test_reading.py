"""What window and commands ask: lists, one digest, its text, its findings, its neighbours."""

from pathlib import Path

import pytest

from curator.domain.errors import UnknownRecord
from curator.domain.listing import ALL, Listing
from curator.domain.query import Words
from curator.domain.term import KEYWORD, THEME
from curator.workspace import reading
from curator.workspace.editing import set_digest_field
from curator.workspace.importing import import_paths
from curator.workspace.reviewing import trash
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B, LAYOUT_A


def test_lists_show_the_newest_first_with_cards(stocked: Workspace) -> None:
    ids = reading.digest_ids(stocked, Listing())
    cards = reading.cards(stocked, ids)
    assert [card.key for card in cards] == [KEY_B, KEY_A]
    assert (cards[1].date, cards[1].signals, cards[1].themes) == (
        "2024-08-18", 2, ("Energy", "Shipping"),
    )  # fmt: skip
    assert reading.digest_ids(stocked, Listing(search="quay charging")) == ids[1:]


def test_a_key_that_is_not_there_is_named(stocked: Workspace) -> None:
    with pytest.raises(UnknownRecord, match="nobody"):
        reading.digest_by_key(stocked, "nobody")


def test_completion_offers_the_words_of_the_whole_library(stocked: Workspace) -> None:
    assert reading.term_names(stocked, KEYWORD, "ferr") == ["ferries"]
    assert reading.term_counts(stocked, KEYWORD, ["ferries", "ports", "x"])["ferries"] == 2
    assert reading.term_names(stocked, THEME, "nerg", 1) in (["Energy"], ["energy"])
    assert [card.key for card in reading.titles_like(stocked, "batter")] == [KEY_B]


def test_neighbours_are_known_in_both_directions_unless_trashed(stocked: Workspace) -> None:
    assert [card.key for card in reading.backlinks(stocked, KEY_B)] == [KEY_A]
    assert list(reading.targets(stocked, [KEY_B, "f" * 32])) == [KEY_B]
    stocked.do(trash, [reading.digest_by_key(stocked, KEY_B).id])
    assert reading.targets(stocked, [KEY_B]) == {}


def test_the_text_and_the_preview_show_the_digest_as_it_stands(stocked: Workspace) -> None:
    digest = reading.digest_by_key(stocked, KEY_A)
    stocked.do(set_digest_field, digest.id, "title", "As it stands")
    assert "__As it stands__" in reading.markdown(stocked, digest.id)
    assert reading.markdown(stocked, digest.id, "curated").startswith("---\n")
    assert "As it stands" in reading.preview(stocked, digest.id)
    assert reading.original(stocked, digest) == LAYOUT_A


def test_findings_name_dangling_links_where_they_stand(stocked: Workspace) -> None:
    digest = reading.digest_by_key(stocked, KEY_A)
    (finding,) = reading.findings(stocked, digest.id)
    assert "A Port That Is Not Here" in finding.message
    assert finding.field == "closest.1.key"
    assert finding.line == LAYOUT_A.count("\n") + 1


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_each_dangling_link_is_found_at_its_own_line(
    workspace: Workspace, tmp_path: Path, end: str
) -> None:
    lines = ["# Quays", "", "## Closest", "", "* [One]( far )", "* [Two](<far>)", "", "## Keywords"]
    path = tmp_path / "quays.md"
    path.write_bytes(end.join([*lines, "* harbours (far)"]).encode())
    import_paths(workspace, [path])
    digest_id = reading.digest_by_key(workspace, "quays").id
    found = [f for f in reading.findings(workspace, digest_id) if "not in this lib" in f.message]
    assert [(finding.line, finding.field) for finding in found] == [
        (5, "closest.0.key"), (6, "closest.1.key"),
    ]  # fmt: skip


def test_dangling_links_count_among_the_findings_that_are_too_many(
    workspace: Workspace, tmp_path: Path
) -> None:
    links = [f"* [Far](far{number})" for number in range(300)]
    path = tmp_path / "many.md"
    path.write_text("\n".join(["# Quays", "## Closest", *links, *["## Notes"] * 300]))
    import_paths(workspace, [path])
    found = reading.findings(workspace, reading.digest_by_key(workspace, "many").id)
    assert len(found) == 200
    assert found[-1].message == f"There are {300 + 300 + 4 - 199} more findings from here on."


def test_a_finding_goes_when_its_cause_goes(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "late.md"
    path.write_text(LAYOUT_A.replace("[20240818]", "[20990818]"))
    import_paths(workspace, [path])
    digest_id = reading.digest_by_key(workspace, "late").id
    assert any("future" in f.message for f in reading.findings(workspace, digest_id))
    workspace.do(set_digest_field, digest_id, "date", "2024-08-18")
    assert not any("future" in f.message for f in reading.findings(workspace, digest_id))


def test_search_tells_where_the_words_stand(stocked: Workspace) -> None:
    (hit,) = reading.search(stocked, "smoke")
    assert (hit.key, hit.field) == (KEY_A, "horizon")
    assert "[smoke]" in hit.snippet
    assert reading.search(stocked, '"(*') == []


ENDLESS = ["x" * 100_000, "% _ [" * 20_000, "word " * 20_000, "a b " * 25_000, '"(*^' * 25_000]
ODD = [
    "\ud800",
    "\0",
    "a\0b",
    "NEAR(a b)",
    "a AND",
    "title: x",
    "'; DROP TABLE digest; --",
    "%",
    "",
]


@pytest.mark.fault("F38")
@pytest.mark.fault("F39")
@pytest.mark.parametrize("text", ENDLESS + ODD, ids=lambda text: ascii(text[:12]))
def test_any_string_is_a_legal_question_wherever_one_is_asked(
    stocked: Workspace, text: str
) -> None:
    assert len(reading.search(stocked, text)) <= 2
    assert len(reading.digest_ids(stocked, Listing(ALL, text))) <= 2
    assert len(reading.titles_like(stocked, text)) <= 2
    assert len(reading.term_names(stocked, THEME, text)) <= 4
    assert reading.counts(stocked)[ALL] == 2


def test_a_question_tells_its_mistakes() -> None:
    asked = reading.question("review:dnoe quay", typing=True)
    assert [mistake.start for mistake in asked.mistakes] == [0]
    assert asked.query == Words("quay", goes_on=True)
    assert reading.question("quay").query == Words("quay")
