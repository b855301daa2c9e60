"""Markdown as HTML that is safe to show: no scripts, no pictures, nothing from the network."""

import html

import markdown
import nh3

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code"),
    *("ul", "ol", "li", "strong", "em", "del", "a", "sub", "sup"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href"}, "th": {"style"}, "td": {"style"}}
LONGEST = 200_000
"""Characters that are rendered."""
_MOST_BRACKETS = 2_000
"""Opening brackets that are rendered; Python-Markdown takes quadratic time on them (issue 798)."""


def to_html(text: str) -> str:
    """The rendered text of a digest.

    Links may be http, https, mailto or plain keys of other digests. Text that is too long or
    that the renderer gives up on is shown as it is written, with a note.
    """
    if len(text) > LONGEST:
        return _as_written(text[:LONGEST], "The text is too long to be shown as a page.")
    if text.count("[") > _MOST_BRACKETS:
        return _as_written(text, "The text has too many brackets to be shown as a page.")
    try:
        rendered = markdown.markdown(text, extensions=["tables", "sane_lists"])
    except RecursionError:
        return _as_written(text, "The text is nested too deeply to be shown as a page.")
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        filter_style_properties={"text-align"},
        link_rel=None,
    )


def _as_written(text: str, note: str) -> str:
    return f"<p><em>{note}</em></p><pre>{html.escape(text)}</pre>"
