"""Reading: every layout, every quirk, and never an exception."""

from datetime import date

import pytest
from hypothesis import given

from curator.codec.reader import read
from curator.codec.writer import write
from tests.codec.texts import HANDWRITTEN, HOSTILE, any_texts, four_times

HEADING = "# __T__, from ([20240818](https://x.y/p).)\n\n"


@given(any_texts)
def test_reading_never_raises_and_its_blocks_are_the_text(text) -> None:
    document = read(text)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    assert mark + "".join("".join(block.lines) for block in document.blocks) == text
    assert write(text, document.whole) == text


def test_every_file_of_the_corpus_reads_and_writes_back_the_same(corpus) -> None:
    files = [path for path in corpus.rglob("*") if path.suffix in {".md", ".txt"}]
    assert len(files) > 100
    for path in files:
        text = path.read_bytes().decode()
        assert write(text, read(text, path.stem).whole) == text, path


def test_every_digest_of_the_corpus_is_read_with_all_its_parts(corpus) -> None:
    for path in sorted((corpus / "digests").glob("*.md")):
        document = read(path.read_bytes().decode(), path.stem)
        digest, whole = document.whole.digest, document.whole
        assert document.refusal is None, path
        assert digest.key == path.stem
        assert digest.layout in {"A0", "A", "B"}
        assert bool(digest.title) == (digest.layout != "A0"), path
        assert all([digest.origin, digest.summary, digest.origin_url.startswith("https://")]), path
        assert all([whole.keywords, whole.themes, whole.signals]), path
        assert bool(whole.closest) == (digest.layout != "B"), path
        assert bool(digest.category and digest.type) == (digest.layout == "B"), path
        assert all(row.name or row.description for row in whole.signals), path


def test_analyses_are_refused_with_a_reason_and_a_line(corpus) -> None:
    files = sorted((corpus / "analyses").glob("*.md"))
    assert files
    for path in files:
        refusal = read(path.read_bytes().decode(), path.stem).refusal
        assert refusal is not None, path
        assert refusal.line == 1
        assert "none of the sections" in refusal.message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("\ufeff \r\n\n", "empty"),
        ("Just a note.\nNothing else.", "no heading"),
        ("# Shopping\n\n## Summary\n\nMilk.", "none of the sections"),
        ("```\n## Keywords\n```\n", "no heading"),
    ],
)
def test_what_is_no_digest_is_refused(text, reason) -> None:
    document = read(text)
    assert document.refusal is not None
    assert reason in document.refusal.message
    assert document.findings == ()


def test_a_digest_written_by_hand_is_read() -> None:
    document = read(HANDWRITTEN, "drones")
    whole = document.whole
    assert document.refusal is None
    assert whole.digest.title == "Drones over Harbours"
    assert whole.digest.layout == "other"
    assert whole.digest.source_url == "https://example.org/a_(b)"
    assert whole.digest.summary.startswith("First line.\nSecond line with | a pipe.\n\n```")
    assert [term.name for term in whole.keywords] == ["drones", "harbours", "[ ] checked?"]
    first, short, long = whole.signals
    assert (first.name, first.change, first.extra) == ("Cheap | small", "up", (("Mood", "good"),))
    assert (short.name, short.change, short.extra) == ("Short", "", ())
    assert long.extra == (("Mood", "bad"), ("", "surplus"), ("", "more"))
    assert [(link.title, link.target_key) for link in whole.closest] == [
        ("About harbours", "harbours"),
        ("Far (away)", "far_(away)"),
    ]


def test_today_decides_which_dates_lie_in_the_future() -> None:
    text = HEADING + "## Keywords\n\n* drones"
    late = read(text, "k", today=date(2024, 8, 17)).findings
    fine = read(text, "k", today=date(2024, 8, 18)).findings
    assert [f.field for f in late if f.field] == ["origin"]
    assert [f.field for f in fine if f.field] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# T\r\n## Keywords\r\n* a\r\n* b", ()),
        ("\ufeff# T\r## Closest\r\r* no link\r* [x]( key )\r1. [y](key)\r* [z](<key>)", (5, 6, 7)),
        ("# T\n[x](key)\n## Closest\n* [x](key)\n## Keywords\n* (key)\n", (4,)),
        (
            '---\ncurator: 1\nfields:\n  closest: [{"key": "b"}, {"key": "c"}]\n---\n## Closest\n',
            (4, 4),
        ),
        ("---\ncurator: 1\nfields:\n  closest: 7\n---\n# T\n## Closest\n* [x](y)", (8,)),
    ],
)
def test_each_closest_link_knows_its_line(text, lines) -> None:
    document = read(text)
    assert document.closest_lines == lines
    assert len(document.whole.closest) == len(lines)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_text_of_too_many_lines_is_refused_and_a_long_one_read(end) -> None:
    most = end.join(["# T", "## Keywords", *["* a"] * 99_998])
    assert len(read(most).whole.keywords) == 99_998
    document = read(f"{most}{end}* b")
    assert document.refusal is not None
    assert document.refusal.line == 100_001
    assert document.refusal.message == "The text has 100,001 lines; a digest has at most 100,000."
    assert document.whole.keywords == ()


def test_a_table_of_twenty_thousand_rows_is_read() -> None:
    text = HEADING + "## Signals\n\n|name|\n|-|\n" + "|a|\n" * 20_000
    assert len(read(text).whole.signals) == 20_000


def test_of_thousands_of_findings_two_hundred_are_told() -> None:
    document = read("# T\n## Keywords\n" + "## x\n" * 5_000)
    assert len(document.findings) == 200
    assert document.unsaid == 5_000 + 3 - 199
    assert document.findings[-1].message == "There are 4,804 more findings from here on."


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_of_a_quarter_megabyte_is_read(kind: str) -> None:
    text = four_times(HOSTILE[kind])
    assert read(text).text == text
