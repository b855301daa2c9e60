"""Markdown as HTML that is safe to show: no scripts, no pictures, nothing from the network."""

import html

from curator.domain.text import visible
from curator.exports.page_limits import too_heavy

_TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code"),
    *("ul", "ol", "li", "strong", "em", "del", "a", "sub", "sup"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href"}, "th": {"style"}, "td": {"style"}}
LONGEST = 200_000
"""Characters that are rendered."""
TOO_LONG = "The text is too long to be shown as a page."
_TOO_DEEP = "The text is nested too deeply to be shown as a page."


def to_html(text: str) -> str:
    """The rendered text of a digest.

    Links may be http, https, mailto or plain keys of other digests. Marks that nobody sees, or that
    turn the order of letters round, stand as their names, such as ‹RLO›, also those that an entity
    (&#8238;) makes. Text that is too long or
    that the renderer gives up on is shown as it is written, with a note. Hostile text can take
    minutes (Python-Markdown is quadratic in brackets, issue 798), so call it through a
    `Renderer`, which has a clock.
    """
    import markdown  # noqa: PLC0415  only the process that renders needs it, and it is large

    if len(text) > LONGEST:
        return as_written(text, TOO_LONG)
    try:
        page = _clean(markdown.markdown(visible(text), extensions=["tables", "sane_lists"]))
    except RecursionError:
        return as_written(text, _TOO_DEEP)
    note = too_heavy(page)
    return as_written(text, note) if note else page


def as_written(text: str, note: str) -> str:
    """The plain text under a note that says why it is not a page."""
    shown = visible(text[:LONGEST])  # names lone surrogates too, which are no characters
    return f"<p><em>{html.escape(note)}</em></p><pre>{html.escape(shown)}</pre>"


def _clean(page: str) -> str:
    import nh3  # noqa: PLC0415  as above

    cleaned = nh3.clean(
        page,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        filter_style_properties={"text-align"},
        link_rel=None,
    )
    return visible(cleaned)
