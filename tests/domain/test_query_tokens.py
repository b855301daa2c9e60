"""A question is cut into pieces, each with its place."""

from curator.domain.query_tokens import tokens_of


def test_each_piece_knows_where_it_stands() -> None:
    text = '(theme:"land robots" or -x) and =y'
    pieces = [(token.kind, text[token.start : token.end]) for token in tokens_of(text)]
    assert pieces == [
        ("open", "("),
        ("value", 'theme:"land robots"'),
        ("or", "or"),
        ("minus", "-"),
        ("value", "x"),
        ("close", ")"),
        ("and", "and"),
        ("value", "=y"),
    ]


def test_a_value_is_taken_apart() -> None:
    (token,) = tokens_of('theme:="land')
    assert (token.field, token.text) == ("theme", "land")
    assert (token.exact, token.quoted, token.closed) == (True, True, False)


def test_joining_words_in_quotation_marks_or_behind_a_field_are_words() -> None:
    assert {token.kind for token in tokens_of('"or" title:and “not”')} == {"value"}


def test_blank_space_of_any_kind_parts_words() -> None:
    assert [token.text for token in tokens_of("\ta\u2003 b\n\x1c")] == ["a", "b"]
