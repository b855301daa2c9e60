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
    ],
)
def test_links_are_read(words, entry) -> None:
    assert read_entry(words) == entry


@pytest.mark.parametrize("words", ["", "words", "[T] (k)", "[T](k", "see [T](k)"])
def test_other_items_are_no_links(words) -> None:
    assert not is_entry(words)


@given(hostile_line, st.text(alphabet="0123456789abcdef.m d"))
def test_titles_and_keys_read_back(title, key) -> None:
    entry = read_entry(entry_words(title, key.strip()))
    assert entry is not None
    assert (entry.title, entry.target_key) == (title, key.strip())


def test_a_link_is_written_in_the_manner_of_the_one_before() -> None:
    assert entry_words("N", "other", "[T](k.md) because") == "[N](other.md) because"
    assert entry_words("N", "x.md") == "[N](x.md.md)"


tags = st.lists(hostile_line.filter(bool), max_size=4).map(tuple)


@given(st.sampled_from(["", *RELATIONS]), tags)
def test_judgements_read_back(relation, tags) -> None:
    assert split_judgement(" rest" + judgement(relation, tags)) == (" rest", relation, tags)


@pytest.mark.parametrize("rest", ["", " words", " [tags:: open", " [relation:: x] and more"])
def test_what_is_no_judgement_stays(rest) -> None:
    assert split_judgement(rest) == (rest, "", ())
