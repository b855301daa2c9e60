"""What counts as content."""

from dataclasses import replace

from curator.codec.content import (
    curated_content,
    judged_content,
    link_content,
    signal_content,
)
from tests.builders import a_link, a_signal, a_whole


def test_ids_and_places_are_no_content() -> None:
    signal, link = a_signal(), a_link()
    assert signal_content(signal) == signal_content(replace(signal, id=4, digest_id=2, position=7))
    assert link_content(link) == link_content(replace(link, id=4, relation="supports"))


def test_judgements_are_content_of_the_curated_layout() -> None:
    whole = a_whole()
    link = whole.closest[0]
    judged = replace(link, tags=("x",))
    assert judged_content(link) != judged_content(judged)
    assert curated_content(whole) != curated_content(replace(whole, closest=(judged,)))
    assert curated_content(whole) == curated_content(
        replace(whole, digest=replace(whole.digest, id=3, layout="B", trashed="now"))
    )
