"""The front matter of curated texts."""

import pytest
import yaml
from hypothesis import given

from curator.codec.front_matter import Curation, can_join, curation_lines, read_curation
from curator.domain.review import DONE, TO_DO
from tests.codec.texts import hostile_text


def _read(*lines):
    return read_curation(["---\n", *(line + "\n" for line in lines), "---\n"])


@given(hostile_text, hostile_text)
def test_what_is_written_reads_back_and_is_yaml(key, value) -> None:
    curation = Curation(key, "file.md", DONE, {"title": value})
    lines = curation_lines(curation, "\n")
    read = read_curation(["---\n", *lines, "---\n"])
    assert read is not None
    assert (read.key, read.file_name, read.review) == (key, "file.md", DONE)
    assert read.fields == {"title": value}
    assert yaml.safe_load("".join(lines))["fields"] == {"title": value}


def test_words_that_yaml_takes_for_others_are_quoted() -> None:
    assert curation_lines(Curation("null", "null.md"), "\n")[1] == 'key: "null"\n'


def test_lines_that_a_person_wrote_are_read_as_far_as_they_go() -> None:
    curation = _read(
        "aliases: [x]", "key: 'it''s'", "curator: 1", "review: Second-Look", "file: a b.md"
    )
    assert curation is not None
    assert (curation.key, curation.file_name, curation.review) == ("it's", "a b.md", "second look")
    assert curation.own == {2, 3, 4, 5}
    assert curation.problem == ""


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("review: nearly", "no review state"),
        ("  title: [", "not on one line of JSON"),
        ("  title: " + "[" * 100_000, "not on one line of JSON"),
    ],
)
def test_what_can_not_be_understood_is_told(line, problem) -> None:
    curation = _read("curator: 1", "fields:", line)
    assert curation is not None
    assert problem in curation.problem
    assert curation.review == TO_DO


def test_a_key_in_broken_quotes_is_taken_as_it_stands() -> None:
    curation = _read("curator: 1", 'key: "open', "fields: 1")
    assert curation is not None
    assert curation.key == '"open'


@pytest.mark.parametrize("lines", [["curator: 2"], ["key: x"], []])
def test_other_front_matter_is_not_ours(lines) -> None:
    assert _read(*lines) is None


@pytest.mark.parametrize(
    ("lines", "can"),
    [
        (["aliases: x"], True),
        (["a:", "  - b"], True),
        ([], False),
        (["- list"], False),
        (["review: mine"], False),
        (["{a: b}"], False),
    ],
)
def test_ours_joins_only_what_it_can_be_told_from(lines, can) -> None:
    assert can_join(["---\n", *(line + "\n" for line in lines), "---\n"]) is can
