"""Themes and keywords."""

from curator.domain.term import KEYWORD, TERM_KINDS, THEME, Term


def test_a_term_is_a_theme_unless_it_says_otherwise() -> None:
    assert Term(name="harbours").kind == THEME
    assert TERM_KINDS == (THEME, KEYWORD)


def test_terms_are_spelled_as_their_digest_spells_them() -> None:
    assert Term(name="AI policy") != Term(name="ai policy")
