"""The preview shows the text and lets nothing in."""

import html

import pytest

from curator.domain.text import visible
from curator.exports.html import LONGEST, as_written, to_html


def test_a_digest_is_shown_with_its_table_and_links() -> None:
    text = "# Title\n\n| Signal | Change |\n|:---|---:|\n| a | b |\n\n* [Other](0123abcd)\n"
    shown = to_html(text)
    assert "<h1>Title</h1>" in shown
    assert 'style="text-align:right"' in shown.replace(": ", ":").replace(";", "")
    assert '<a href="0123abcd">Other</a>' in shown


@pytest.mark.fault("F24")
@pytest.mark.fault("F26")
def test_scripts_pictures_and_foreign_addresses_are_gone() -> None:
    text = (
        '<script>alert(1)</script><img src="http://x.example/t.gif"><iframe src="x"></iframe>\n\n'
        '<p style="background:url(http://x.example)" onclick="x()">words</p>\n\n'
        "![t](http://x.example/t.gif) [js](javascript:alert(1)) [file](file:///etc/passwd)\n"
    )
    shown = to_html(text)
    for trace in ("script", "img", "iframe", "onclick", "url(", "javascript", "file:", "t.gif"):
        assert trace not in shown
    assert "words" in shown


def test_text_without_end_is_shown_as_it_is_written() -> None:
    shown = to_html("<b>" + "x" * LONGEST)
    assert "too long" in shown
    assert "<b>" not in shown


def test_a_text_of_thousands_of_links_is_a_page() -> None:
    shown = to_html("".join(f"* [Title]({number})\n" for number in range(3_000)))
    assert shown.count("<a href=") == 3_000


@pytest.mark.fault("F33")
def test_a_page_that_the_window_could_not_lay_out_is_shown_as_it_is_written() -> None:
    shown = to_html("<table><tr><td>" * 20)
    assert "nested too deeply" in shown
    assert "&lt;table&gt;" in shown


@pytest.mark.fault("F34")
def test_half_a_character_is_no_part_of_what_is_shown() -> None:
    page = as_written("a\ud800", "Why & how.")
    assert page == "<p><em>Why &amp; how.</em></p><pre>a‹U+D800›</pre>"


@pytest.mark.fault("F33")
def test_text_nested_without_end_is_shown_as_it_is_written() -> None:
    shown = to_html("\n".join(f"{'    ' * depth}* x" for depth in range(300)))
    assert "nested too deeply" in shown


@pytest.mark.fault("F36")
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The safe \u202ecod.exe", "The safe ‹RLO›cod.exe"),
        ("The safe &#8238;cod.exe", "The safe ‹RLO›cod.exe"),
        ("Before\x00after", "Before‹NUL›after"),
    ],
)
def test_marks_that_turn_letters_round_are_named(text: str, shown: str) -> None:
    assert shown in to_html(text)
    assert "\u202e" not in to_html(text)
    assert visible(shown) in as_written(html.unescape(text), "Why.")
