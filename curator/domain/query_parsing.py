"""What a person types into the search box, read as a tree; any string at all means something.

    question = both { "or" both }
    both     = part { ["and"] part }
    part     = ("not" | "-") part | "(" question ")" | [field ":"] value
    value    = ["="] ( word | '"' phrase '"' ["*"] )

Words that stand beside each other all have to be there, as in Calibre and Zotero; `=` asks for a
field that says just that (`=""`: nothing), `*` behind a word for all that begin so, and `""` in a
phrase is a quotation mark. What can't be meant is noted as a mistake with its place and read as
what is nearest, so that a question that is half typed already finds something.
"""

from curator.domain.query import (
    EVERYTHING,
    Choice,
    Every,
    Exactly,
    Mistake,
    Not,
    OneOf,
    Query,
    Question,
    Words,
)
from curator.domain.query_dates import dates_named
from curator.domain.query_fields import (
    CHOICE_FIELDS,
    DATE,
    EXACTS,
    TEXT_FIELDS,
    named,
    nearest,
    value_named,
)
from curator.domain.query_tokens import AND, CLOSE, MINUS, NOT, OPEN, OR, Token, tokens_of
from curator.domain.query_words import words_of

DEEPEST = 12
"""Brackets and “not”s inside each other; more is no question that a person asks."""
LONGEST = 2_000
"""Characters of a question that are read."""


def question_of(text: str, *, typing: bool = False) -> Question:
    """The tree of a text, with its mistakes; while `typing`, the last word may go on."""
    clean = text[:LONGEST].encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
    return _Reader(clean, typing=typing).question()


class _Reader:
    """Goes over the tokens once, from left to right."""

    def __init__(self, text: str, *, typing: bool) -> None:
        self._text = text
        self._tokens = list(tokens_of(text))
        self._place = 0
        self._depth = 0
        self._mistakes: list[Mistake] = []
        self._typed_end = len(text) if typing else -1

    def question(self) -> Question:
        parts = [self._either()]
        while self._place < len(self._tokens):  # only a bracket that was never opened stops it
            self._note("This bracket was never opened.", self._take())
            parts.append(self._either())
        return Question(_every(parts), tuple(self._mistakes))

    def _either(self) -> Query:
        parts = [self._both()]
        while self._is(OR):
            joining = self._take()
            if parts[-1] == EVERYTHING or self._ends():
                self._note("“or” stands between two things to look for.", joining)
            parts.append(self._both())
        asked = tuple(part for part in parts if part != EVERYTHING)
        return OneOf(asked) if len(asked) > 1 else _every(asked)

    def _both(self) -> Query:
        parts: list[Query] = []
        while not self._ends() and not self._is(OR):
            if self._is(AND):
                joining = self._take()
                if not parts or self._ends() or self._is(OR, AND):
                    self._note("“and” stands between two things to look for.", joining)
            else:
                parts.append(self._part())
        return _every(parts)

    def _part(self) -> Query:
        token = self._take()
        if token.kind in (NOT, MINUS, OPEN):
            if self._depth >= DEEPEST:
                self._note("This is nested too deeply.", token, guessed=True)
                return EVERYTHING
            self._depth += 1
            part = self._bracketed(token) if token.kind == OPEN else self._negated(token)
            self._depth -= 1
            return part
        return self._value(token)

    def _negated(self, token: Token) -> Query:
        if self._ends() or self._is(OR, AND):
            self._note("Something to leave out has to follow.", token)
            return EVERYTHING
        part = self._part()
        if isinstance(part, Not):
            return part.part
        return Not(part) if part != EVERYTHING else EVERYTHING

    def _bracketed(self, token: Token) -> Query:
        part = self._either()
        if self._is(CLOSE):
            self._take()
        else:
            self._note("This bracket is never closed.", token)
        return part

    def _value(self, token: Token) -> Query:
        if token.quoted and not token.closed:
            self._note("This quotation mark is never closed.", token)
        if not token.field:
            return self._words(token, token.text)
        field = named(token.field) or self._guessed(token)
        if not field:
            return self._words(token, self._text[token.start : token.end])
        if not token.text.strip() and not _asks_for_nothing(token, field):
            self._note(f"What “{field}:” has to say is missing.", token, guessed=True)
            return EVERYTHING
        return self._in_field(token, field)

    def _in_field(self, token: Token, field: str) -> Query:
        if field in EXACTS or (token.exact and field in TEXT_FIELDS):
            return Exactly(token.text, field)
        if field in TEXT_FIELDS:
            return self._words(token, token.text, field)
        return self._date(token) if field == DATE else self._choice(token, field)

    def _words(self, token: Token, text: str, field: str = "") -> Query:
        words = words_of(text)
        if not words:  # signs alone are in no index
            return EVERYTHING
        starred = token.starred or (not token.quoted and text.endswith("*"))
        ended = token.end != self._typed_end or (token.quoted and token.closed)
        plain = text if token.quoted else text.rstrip("*")
        return Words(plain, field, goes_on=starred or not ended)

    def _guessed(self, token: Token) -> str:
        """The field that a slip was meant to name; `http:` and `note:` are no slips, but words."""
        guess = nearest(token.field)
        if guess:
            sentence = f"There is no field “{token.field}:”. Did you mean “{guess}:”?"
            self._note(sentence, token, guessed=True)
        return guess

    def _choice(self, token: Token, field: str) -> Query:
        value = value_named(field, token.text)
        if value:
            return Choice(field, value)
        known = ", ".join(f"“{value}”" for value in CHOICE_FIELDS[field].values)
        self._note(f"“{field}:” can’t be “{token.text}”, but one of {known}.", token, guessed=True)
        return EVERYTHING

    def _date(self, token: Token) -> Query:
        dates = dates_named(token.text)
        if dates is None:
            sentence = "A date looks like 2024, 2024-08, 2024-08-31 or 2024-08..2025-01."
            self._note(sentence, token, guessed=True)
        return dates or EVERYTHING

    def _take(self) -> Token:
        self._place += 1
        return self._tokens[self._place - 1]

    def _is(self, *kinds: str) -> bool:
        return self._place < len(self._tokens) and self._tokens[self._place].kind in kinds

    def _ends(self) -> bool:
        return self._place >= len(self._tokens) or self._is(CLOSE)

    def _note(self, words: str, token: Token, *, guessed: bool = False) -> None:
        self._mistakes.append(Mistake(words, token.start, token.end, guessed))


def _asks_for_nothing(token: Token, field: str) -> bool:
    """Whether it is `=""`: a field that is there, and empty."""
    empty = token.exact and token.quoted and token.closed
    return empty and (field in EXACTS or field in TEXT_FIELDS)


def _every(parts: list[Query] | tuple[Query, ...]) -> Query:
    asked = tuple(part for part in parts if part != EVERYTHING)
    return asked[0] if len(asked) == 1 else Every(asked)
