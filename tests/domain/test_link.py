"""Closest links: relation and tags as a person types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.errors import InvalidRecord
from curator.domain.link import RELATIONS, Link, relation_named, tags_named


@pytest.mark.parametrize("relation", RELATIONS)
def test_each_relation_is_known_by_its_name(relation: str) -> None:
    assert relation_named(relation) == relation
    assert relation_named(f"  {relation.upper()} ") == relation


@pytest.mark.parametrize("text", ["same story", "Same-Story", "same_story", " same   story "])
def test_the_words_of_a_relation_may_be_joined(text: str) -> None:
    assert relation_named(text) == "same story"


@pytest.mark.parametrize("text", ["", "  ", "-"])
def test_an_empty_relation_takes_the_judgement_back(text: str) -> None:
    assert relation_named(text) == ""


@pytest.mark.parametrize("text", ["support", "samestory", "near"])
def test_an_unknown_relation_is_refused_with_the_known_ones(text: str) -> None:
    with pytest.raises(InvalidRecord) as told:
        relation_named(text)
    assert told.value.message == f"“{text}” is no relation."
    assert all(relation in told.value.hint for relation in RELATIONS)


def test_tags_are_a_list_with_commas() -> None:
    assert tags_named(" drones, ai  policy ,, drones,") == ("drones", "ai  policy")
    assert tags_named(" , ") == ()


@given(st.text(max_size=60))
def test_tags_are_clean_and_each_there_once(text: str) -> None:
    tags = tags_named(text)
    assert len(set(tags)) == len(tags)
    assert all(tag and tag == tag.strip() and "," not in tag for tag in tags)
    assert tags_named(", ".join(tags)) == tags


def test_a_link_is_judged_once_it_has_a_relation_or_a_tag() -> None:
    assert not Link(title="Ferries", target_key="abc").judged
    assert Link(relation="unsure").judged
    assert Link(tags=("drones",)).judged
