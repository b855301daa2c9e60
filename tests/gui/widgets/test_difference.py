"""What differs between two texts is marked by words."""

import pytest

from curator.gui.widgets.difference import Spans, differing


def parts(text: str, spans: Spans) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("teh end of teh day", "the end of the day", ["teh", "teh"], ["the", "the"]),
        ("low price", "low ", ["price"], []),
        ("", "War", [], ["War"]),
        ("same", "same", [], []),
    ],
)
def test_words_that_go_and_words_that_come(
    old: str, new: str, gone: list[str], come: list[str]
) -> None:
    before, after = differing(old, new)
    assert (parts(old, before), parts(new, after)) == (gone, come)


def test_of_long_texts_all_between_the_first_and_last_difference_is_marked() -> None:
    words = "word " * 500
    old, new = f"{words}one {words}", f"{words}two {words}"
    before, after = differing(old, new)
    assert (parts(old, before), parts(new, after)) == (["one"], ["two"])
    assert differing(old, f"{old}more") == ((), ((len(old), len(old) + 4),))
