"""Entries of the closest digests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.codec.links import (
    Entry,
    entry_words,
    is_entry,
    judgement,
    read_entry,
    split_judgement,
)
from curator.domain.link import RELATIONS
from tests.codec.texts import hostile_line


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("[T](k)", Entry("T", "k")),
        ("[A [b] (c)](k(1)) and why", Entry("A [b] (c)", "k(1)", "", " and why")),
        ("[T](notes.md)", Entry("T", "notes", ".md")),
        ("[T](open(k)", Entry("T", "open(k")),
        ("[a]\\(b](k)", Entry("a](b", "k")),
        ("[]()", Entry("", "")),
        ("[T](<x), y>) why", Entry("T", "x), y", "", " why", True)),
        ("[T]( <my notes.md> )", Entry("T", "my notes", ".md", "", True)),
        (r"[T](<\<a\\b\c\>>)", Entry("T", r"<a\b\c>", "", "", True)),
        ("[T](<open)", Entry("T", "<open")),
        ("[T](<a> b)", Entry("T", "<a> b")),
    ],
)
def test_links_are_read(words, entry) -> None:
    assert read_entry(words) == entry


@pytest.mark.parametrize("words", ["", "words", "[T] (k)", "[T](k", "see [T](k)"])
def test_other_items_are_no_links(words) -> None:
    assert not is_entry(words)


entries_before = st.sampled_from(["", "[T](k)", "[T](k.md) (why) <not>", "[T](<k>) [a](b)"])


@given(hostile_line, hostile_line | st.text(alphabet="<>()\\[].m d"), entries_before)
def test_titles_and_keys_read_back(title, key, before) -> None:
    entry = read_entry(entry_words(title, key, before))
    old = read_entry(before)
    assert entry is not None
    assert (entry.title, entry.target_key) == (title, key)
    assert entry.rest == (old.rest if old else "")


def test_a_link_is_written_in_the_manner_of_the_one_before() -> None:
    assert entry_words("N", "other", "[T](k.md) because") == "[N](other.md) because"
    assert entry_words("N", "x.md") == "[N](x.md.md)"
    assert entry_words("N", "x), y") == "[N](<x), y>)"
    assert entry_words("N", "<x>") == r"[N](<\<x\>>)"
    assert entry_words("N", "other", "[T](<k.md>)!") == "[N](<other.md>)!"


tags = st.lists(hostile_line.filter(bool), max_size=4).map(tuple)


@given(st.sampled_from(["", *RELATIONS]), tags)
def test_judgements_read_back(relation, tags) -> None:
    assert split_judgement(" rest" + judgement(relation, tags)) == (" rest", relation, tags)


@pytest.mark.parametrize("rest", ["", " words", " [tags:: open", " [relation:: x] and more"])
def test_what_is_no_judgement_stays(rest) -> None:
    assert split_judgement(rest) == (rest, "", ())
