"""The full-text index of digests: one document per digest, with the texts of all its rows."""

from curator.library.text_index import TextIndex

COLUMNS = (
    "title",
    "summary",
    "keywords",
    "themes",
    "signals",
    "description",
    "change",
    "horizon",
    "force",
    "closest",
    "tags",
    "relevancy",
    "extra",
)
"""The fields of a document, in the order of the index."""

INDEX = TextIndex("search", "search_text", COLUMNS)
rebuild, is_right = INDEX.rebuild, INDEX.is_right
