"""What the window could not lay out in time is not handed to it."""

import pytest

from curator.exports.page_limits import too_heavy


def test_an_ordinary_page_is_light() -> None:
    table = "<table>" + "<tr><td>a</td><td>b</td></tr>" * 200 + "</table>"
    assert too_heavy(f"<h1>Title</h1><p>Some<br>words</p><ul><li>a</li></ul>{table}") == ""
    assert too_heavy("") == ""


@pytest.mark.fault("F33")
@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>" + "x" * 30_000 + "</p>", "A word of the text is too long"),
        ("<blockquote>" * 200 + "x" + "</blockquote>" * 200, "nested too deeply"),
        ("<table><tr><td>" * 4 + "x" + "</td></tr></table>" * 4, "nested too deeply"),
        ("<ul>" + "<li>a</li>" * 5_000 + "</ul>", "too many parts"),
        ("<table><tr>" + "<td>a</td>" * 11_000 + "</tr></table>", "too many parts"),
        ("<em>a</em> " * 21_000, "too many parts"),
    ],
    ids=["word", "quotes", "tables", "items", "cells", "parts"],
)
def test_a_page_that_would_hold_up_the_window_is_named_with_its_reason(page, words) -> None:
    assert words in too_heavy(page)


def test_parts_beside_each_other_are_not_nested() -> None:
    assert too_heavy("<table><tr><td>a</td></tr></table>" * 300) == ""
    assert too_heavy("<p>a<br>b<hr></p>" * 300) == ""
