"""The curated layout: all that was judged goes out and comes back."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from curator.codec.content import curated_content
from curator.codec.curated import plain, write_curated
from curator.codec.reader import read
from curator.codec.writer import write
from curator.domain.digest import Digest
from curator.domain.link import RELATIONS, Link
from curator.domain.review import REVIEWS
from curator.domain.signal import KINDS, Signal
from curator.domain.term import KEYWORD, THEME, Term
from curator.domain.whole import WholeDigest
from tests.codec.texts import HANDWRITTEN, digest_like_texts, hostile_line, hostile_text

TEXT = """\
# __Drones__, from ([20240818](https://x.y/p).)

## Keywords

* drone

## Closest

* [Robots](robots)
* [Harbours](harbours)"""

links = st.builds(
    Link,
    title=hostile_line,
    target_key=hostile_line,
    relation=st.sampled_from(["", *RELATIONS]),
    tags=st.lists(hostile_line, max_size=3).map(tuple),
)
signals = st.builds(
    Signal,
    kind=st.sampled_from(KINDS),
    extra=st.lists(st.tuples(hostile_line, hostile_text), max_size=3).map(tuple),
    **dict.fromkeys(Signal.TEXT_FIELDS, hostile_text),
)
digests = st.builds(
    Digest,
    key=hostile_line,
    file_name=hostile_line,
    review=st.sampled_from(REVIEWS),
    **dict.fromkeys([*Digest.TEXT_FIELDS], hostile_line) | {"summary": hostile_text},
)
wholes = st.builds(
    WholeDigest,
    digest=digests,
    themes=st.lists(st.builds(Term, kind=st.just(THEME), name=hostile_line), max_size=3).map(tuple),
    keywords=st.lists(st.builds(Term, kind=st.just(KEYWORD), name=hostile_line), max_size=3).map(
        tuple
    ),
    signals=st.lists(signals, max_size=3).map(tuple),
    closest=st.lists(links, max_size=3).map(tuple),
)
originals = st.one_of(st.sampled_from([TEXT, HANDWRITTEN, ""]), digest_like_texts())


@given(originals, wholes)
def test_every_field_comes_back_from_a_curated_text(original, whole) -> None:
    original = plain(original)
    text = write_curated(original, whole)
    document = read(text)
    assert document.curated
    assert document.refusal is None
    assert curated_content(document.whole) == curated_content(whole)


@given(originals, wholes)
def test_a_curated_text_without_its_curation_is_the_faithful_text(original, whole) -> None:
    original = plain(original)
    assert plain(write_curated(original, whole)) == write(original, whole)


@given(wholes)
def test_the_front_matter_is_yaml(whole) -> None:
    text = write_curated(TEXT, whole)
    front = yaml.safe_load(text.split("\n---\n", 1)[0].removeprefix("---\n"))
    assert front["curator"] == 1
    assert (front["key"], front["review"]) == (whole.digest.key, whole.digest.review)


def _judged():
    whole = read(TEXT, "drones").whole
    first, second = whole.closest
    return replace(
        whole,
        digest=replace(whole.digest, review="in work", file_name="drones.md"),
        closest=(replace(first, relation="supports", tags=("sea", "a, b]")), second),
    )


def test_a_judged_digest_reads_well() -> None:
    text = write_curated(TEXT, _judged())
    front = "---\ncurator: 1\nkey: drones\nreview: in work\n---\n"
    link = "* [Robots](robots)"
    assert text == front + TEXT.replace(
        link, link + r" [relation:: supports] [tags:: sea, a\, b\]]"
    )


def test_front_matter_of_the_digest_is_kept_below_ours() -> None:
    original = "\ufeff---\r\naliases: [x]\r\n---\r\n# T\r\n## Closest\r\n* [a](b) \r\n"
    whole = read(original, "k").whole
    judged = replace(whole, closest=(replace(whole.closest[0], relation="unsure"),))
    text = write_curated(original, judged)
    assert text.startswith("\ufeff---\r\ncurator: 1\r\nkey: k\r\n")
    assert text.endswith(
        "aliases: [x]\r\n---\r\n# T\r\n## Closest\r\n* [a](b)  [relation:: unsure]\r\n"
    )
    assert plain(text) == original


def test_front_matter_that_uses_our_names_follows_ours() -> None:
    original = "---\nkey: mine\n# Keywords\n---\n# T\n## Keywords\n* a"
    text = write_curated(original, read(original, "k").whole)
    assert text == '---\ncurator: 1\nkey: k\nfile: ""\nreview: to do\n---\n' + original
    assert plain(text) == original
    assert read(text).whole.digest.title == "T"


def test_inline_fields_that_a_person_wrote_are_no_judgement() -> None:
    original = TEXT + " [relation:: supports]"
    whole = read(original, "k").whole
    assert whole.closest[1].relation == ""
    text = write_curated(original, whole)
    assert read(text).whole.closest == whole.closest
    assert plain(text) == original


def test_a_review_that_nobody_knows_comes_back_as_to_do() -> None:
    whole = _judged()
    text = write_curated(TEXT, replace(whole, digest=replace(whole.digest, review="nearly")))
    assert plain(text) == TEXT
    assert read(text).whole.digest.review == "to do"


def test_a_curated_text_may_be_written_again() -> None:
    text = write_curated(TEXT, _judged())
    assert write_curated(text, read(text).whole) == text
    assert write(text, read(text).whole) == text


def test_every_digest_of_the_corpus_comes_back_judged(corpus) -> None:
    for path in sorted((corpus / "digests").glob("*.md")):
        text = path.read_bytes().decode()
        whole = read(text, path.stem).whole
        digest = replace(whole.digest, review="done", file_name=path.name)
        closest = tuple(replace(link, relation="extends", tags=("x",)) for link in whole.closest)
        judged = replace(whole, digest=digest, closest=closest)
        curated = write_curated(text, judged)
        assert read(curated).whole == judged
        assert "fields:" not in curated
        assert plain(curated) == text


@pytest.mark.parametrize("text", ["", "---\n", "---\ncurator: 2\n---\n# T", "curator: 1", TEXT])
def test_other_texts_are_plain_already(text) -> None:
    assert plain(text) == text
