"""Writing: what was edited changes, and no other byte."""

import difflib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.codec.reader import read
from curator.codec.writer import write
from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.term import KEYWORD, THEME, Term
from tests.builders import a_link, a_signal, a_theme, a_whole
from tests.codec.texts import (
    HANDWRITTEN,
    HOSTILE,
    any_texts,
    four_times,
    hostile_line,
    hostile_text,
    touched,
)

VALUE = "Something | quite __other__ [than] before"


def _edits(whole):
    """Every field of a digest with another value: (the part of the text, the edited digest)."""
    for name in Digest.TEXT_FIELDS:
        yield name, replace(whole, digest=replace(whole.digest, **{name: VALUE}))
    for table in ("keywords", "themes", "signals", "closest"):
        rows = getattr(whole, table)
        for index, row in enumerate(rows):
            for name in row.TEXT_FIELDS:
                edited = replace(row, **{name: VALUE})
                changed = (*rows[:index], edited, *rows[index + 1 :])
                yield getattr(row, "kind", table), replace(whole, **{table: changed})


def _without_layout(whole):
    return replace(whole, digest=replace(whole.digest, layout=""))


_BLOCK_OF = {
    "title": "title", "origin": "title", "origin_url": "title", "source_url": "source",
    "category": "Other", "type": "Other", "summary": "Summary", "keyword": "Keywords",
    "theme": "Themes", "signal": "Signals", "concern": "Concerns", "behaviour": "Behaviors",
    "technology": "Technologies", "issue": "Issues", "closest": "Closest",
}  # fmt: skip


def test_each_field_of_each_digest_can_be_edited_alone(corpus) -> None:
    files = [*sorted((corpus / "digests").glob("*.md")), *(corpus / "revisions").glob("*.md")]
    count = 0
    for path in files:
        text = path.read_bytes().decode()
        document = read(text, path.stem)
        blocks = {block.kind: "".join(block.lines) for block in document.blocks}
        differed = set()
        for part, edited in _edits(document.whole):
            written = write(text, edited)
            assert _without_layout(read(written, path.stem).whole) == _without_layout(edited)
            before, _, after = text.partition(blocks.get(_BLOCK_OF[part], "\0"))
            if after or text.endswith(blocks.get(_BLOCK_OF[part], "\0")):
                assert written.startswith(before), (path, part)
                assert written.endswith(after), (path, part)
            if part not in differed:
                differed.add(part)
                _assert_diff_is_of_block(text, written, document, _BLOCK_OF[part])
            count += 1
    assert count > 5_000


def _assert_diff_is_of_block(text, written, document, kind) -> None:
    span = next(
        ((b.start - 1, b.start - 1 + len(b.lines)) for b in document.blocks if b.kind == kind), None
    )
    matcher = difflib.SequenceMatcher(None, text.splitlines(), written.splitlines(), False)
    for tag, first, last, _, _ in matcher.get_opcodes():
        if tag != "equal":
            assert tag == "insert" if span is None else span[0] <= first <= last <= span[1], kind


@given(any_texts, hostile_line, hostile_text)
def test_an_edit_of_any_text_never_raises_and_leaves_the_other_blocks(text, line, summary) -> None:
    document = read(text)
    digest = replace(document.whole.digest, title=line, summary=summary)
    themes = (*document.whole.themes, a_theme(line))
    written = write(text, replace(document.whole, digest=digest, themes=themes))
    for block in document.blocks:
        if block.kind not in {"title", "Summary", "Themes"}:
            assert "".join(block.lines).strip() in written


@given(
    st.lists(hostile_line), st.lists(hostile_line), st.lists(hostile_text, min_size=6, max_size=6)
)
def test_hostile_rows_read_back_as_they_were_written(keywords, titles, cells) -> None:
    text = HANDWRITTEN.replace("---\naliases: [drones]\n---\n", "")
    document = read(text, "k")
    whole = replace(
        document.whole,
        keywords=tuple(Term(kind=KEYWORD, name=name) for name in keywords),
        closest=tuple(a_link(f"key{n}", title=title) for n, title in enumerate(titles)),
        signals=(Signal(**dict(zip(Signal.TEXT_FIELDS, cells, strict=True))),),
    )
    assert read(write(text, whole), "k").whole == whole


@given(hostile_text)
def test_any_summary_reads_back(summary) -> None:
    document = read(HANDWRITTEN, "k")
    whole = replace(document.whole, digest=replace(document.whole.digest, summary=summary))
    assert read(write(HANDWRITTEN, whole), "k").whole.digest.summary == summary


def _digest(text):
    return read(text, "k").whole


def test_rows_are_added_removed_and_moved_in_the_style_of_the_list() -> None:
    text = "# T\r\n\r\n## Themes\r\n\r\n- one\r\n- two\r\n- three\r\n\r\n## Keywords\r\n* a"
    whole = _digest(text)
    one, _, three = whole.themes
    written = write(text, replace(whole, themes=(three, a_theme("new"), one)))
    assert written == text.replace("- one\r\n- two\r\n- three", "- three\r\n- new\r\n- one")
    assert write(text, replace(whole, themes=())) == text.replace(
        "- one\r\n- two\r\n- three\r\n", ""
    )


def test_text_between_items_and_lines_below_them_survive_edits() -> None:
    whole = _digest(HANDWRITTEN)
    drones, harbours, checked = whole.keywords
    renamed = write(
        HANDWRITTEN, replace(whole, keywords=(replace(drones, name="x"), harbours, checked))
    )
    assert renamed == HANDWRITTEN.replace("- drones\n", "- x\n")
    gone = write(HANDWRITTEN, replace(whole, keywords=(drones, checked)))
    assert gone == HANDWRITTEN.replace("+ harbours\n", "")
    none = write(HANDWRITTEN, replace(whole, keywords=()))
    assert "Text between the items." in none
    assert _digest(none).keywords == ()


def test_a_link_keeps_what_stands_behind_it() -> None:
    whole = _digest(HANDWRITTEN)
    first, second = whole.closest
    written = write(HANDWRITTEN, replace(whole, closest=(replace(first, title="Ports"), second)))
    assert written == HANDWRITTEN.replace("[About harbours](", "[Ports](")
    swapped = write(HANDWRITTEN, replace(whole, closest=(second, first)))
    assert _digest(swapped).closest == (second, first)
    assert "(harbours.md) because of the port\n* no link at all\n" in swapped


def test_a_table_keeps_its_columns_and_gets_those_it_needs() -> None:
    whole = _digest(HANDWRITTEN)
    first, short, long = whole.signals
    edited = replace(first, horizon="soon", extra=(("Mood", "good"), ("Colour", "red")))
    written = write(HANDWRITTEN, replace(whole, signals=(edited, short, long)))
    assert _digest(written).signals == (edited, short, long)
    assert "| Signal         |  Change  | Mood   | 10y horizon   | Colour   |\n" in written
    assert "Before the table.\n\n" in written
    assert "\n\nAfter the table.\n" in written


@pytest.mark.parametrize("layout", ["A", "B"])
def test_a_digest_without_a_text_gets_one_of_its_layout(layout) -> None:
    whole = a_whole(digest=replace(a_whole().digest, layout=layout, category="news"))
    text = write("", whole)
    read_back = read(text, "drones")
    assert read_back.refusal is None
    expected = replace(whole, digest=replace(whole.digest, layout="", file_name=""))
    assert _without_layout(read_back.whole) == expected
    assert not text.endswith("\n")


def test_sections_that_are_missing_are_put_in_their_place() -> None:
    text = "# __T__, from ([20240818](u).)\n### Keywords\n* a\n"
    whole = _digest(text)
    edited = replace(
        whole,
        digest=replace(whole.digest, summary="Words.", source_url="https://x.y"),
        signals=(a_signal(),),
        closest=(Link(title="Other", target_key="other.md"),),
    )
    written = write(text, edited)
    assert _digest(written) == edited
    headings = [line for line in written.splitlines() if line.startswith("#")]
    assert headings[1:] == ["### Summary", "### Keywords", "### Signals", "### Closest"]
    assert "(u).)\n\n__[External link](https://x.y)__\n\n### Summary\n\nWords.\n\n### K" in written
    assert written.endswith("* [Other](other.md.md)\n")


def test_a_heading_is_put_on_top_where_there_was_none() -> None:
    text = "\ufeff## Keywords\n\n* a"
    whole = _digest(text)
    written = write(text, replace(whole, digest=replace(whole.digest, title="Keywords")))
    assert written == "\ufeff# __Keywords__\n\n## Keywords\n\n* a"


def test_the_last_line_keeps_its_missing_end_and_cr_its_meaning() -> None:
    text = "# T\r## Keywords\r* a\r* b"
    whole = _digest(text)
    new = (*whole.keywords, Term(kind=KEYWORD, name="c"))
    assert write(text, replace(whole, keywords=new)) == text + "\r* c"
    theme = Term(kind=THEME, name="x")
    mixed = "# T\n\n## Keywords\n* a\r"
    written = write(mixed, replace(_digest(mixed), themes=(theme,)))
    assert _digest(written).themes == (theme,)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_of_a_quarter_megabyte_can_be_edited(kind: str) -> None:
    text = four_times(HOSTILE[kind])
    edited = touched(text)
    assert read(write(text, edited)).whole.digest.summary == edited.digest.summary
