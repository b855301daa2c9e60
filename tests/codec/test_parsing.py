"""Texts taken apart."""

from curator.codec.parsing import known_relation, parse
from curator.codec.source import decode, encode
from tests.codec.texts import HANDWRITTEN


def test_the_first_of_repeated_sections_counts() -> None:
    parsed = parse(HANDWRITTEN)
    assert [block.kind for block in parsed.blocks].count("Keywords") == 2
    assert [term.name for term in parsed.whole.keywords] == ["drones", "harbours", "[ ] checked?"]


def test_each_row_knows_its_line() -> None:
    lines = HANDWRITTEN.splitlines()
    parsed = parse(HANDWRITTEN)
    assert [lines[n - 1] for n in parsed.item_lines("Keywords")] == [
        "- drones", "+ harbours", "- [ ] checked?",
    ]  # fmt: skip
    assert parsed.item_lines("Concerns") == []
    assert [entry.target_key for entry in parsed.entries] == ["harbours", "far_(away)"]


def test_rows_of_all_kinds_come_in_the_order_of_the_kinds() -> None:
    text = "# T\n## Issues\n|name|\n|-|\n|i|\n## Signals\n|name|\n|-|\n|s|\n## Concerns\nnone\n"
    signals = parse(text).whole.signals
    assert [(row.kind, row.name) for row in signals] == [("signal", "s"), ("issue", "i")]


def test_the_seed_is_read(corpus) -> None:
    whole = parse(decode(next(corpus.glob("*.txt")).read_bytes())).whole
    assert whole.digest.title.startswith("Ukraine Bets on Land Robots")
    assert (len(whole.keywords), len(whole.themes)) == (10, 3)
    assert (len(whole.signals), len(whole.closest)) == (6, 5)
    assert encode(whole.digest.source_url).startswith(b"https://www.defenseone.com/")


def test_a_curated_text_knows_its_own_key_and_file() -> None:
    text = '---\ncurator: 1\nkey: own\nfields:\n  title: "Better"\n---\n# T\n## Keywords\n'
    parsed = parse(text, "other")
    assert (parsed.whole.digest.key, parsed.whole.digest.file_name) == ("own", "own.md")
    assert (parsed.said.digest.title, parsed.whole.digest.title) == ("T", "Better")


def test_unknown_relations_count_as_none() -> None:
    assert known_relation("Same-Story") == "same story"
    assert known_relation("enemy") == ""
