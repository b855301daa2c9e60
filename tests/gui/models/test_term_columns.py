"""Themes and keywords: the name can be edited, the count is read."""

from curator.domain.term import KEYWORD, THEME, Term
from curator.gui.models.term_columns import term_columns
from tests.gui.desk import Desk

COUNTS = {"War technology": 1041}


def count(name: str) -> int:
    return COUNTS.get(name, 0)


def test_each_kind_is_called_by_its_name() -> None:
    assert [column.title for column in term_columns(THEME, count)] == ["Theme", "In library"]
    assert term_columns(KEYWORD, count)[0].title == "Keyword"
    assert "keyword" in term_columns(KEYWORD, count)[1].tip


def test_the_library_tells_how_many_digests_share_it() -> None:
    in_library = term_columns(THEME, count)[1]
    assert in_library.read(Term(name="War technology")) == "1,041"
    assert in_library.read(Term(name="Ethics")) == ""
    assert in_library.edit is None


def test_a_new_name_renames_it_in_this_digest(desk: Desk) -> None:
    name = term_columns(THEME, count)[0]
    theme = desk.whole.themes[1]
    assert name.read(theme) == "Ethics"
    assert name.edit is not None
    desk.workspace.do(name.edit(theme, "Ethics of war"))
    assert [term.name for term in desk.whole.themes] == ["War technology", "Ethics of war"]
