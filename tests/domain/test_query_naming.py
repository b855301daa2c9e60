"""A search gets a name by what it looks for."""

import pytest

from curator.domain.query_naming import name_of
from curator.domain.query_parsing import question_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", ""),
        ("land robots", "land, robots"),
        ('force:"battery prices" date:2024-08..2025-01 -review:done',
         "battery prices, 2024-08-01..2025-01-31, not done"),
        ('theme:="AI policy" or theme:="ai policy"', "AI policy, ai policy"),
        ('robo* review:"to do"', "robo, to do"),
        ('category:=""', "no category"),
        ("-has:themes links:dangling", "not has themes, links dangling"),
        ("relation:none or relation:supports", "no relation, relation supports"),
        ("energy energy", "energy"),
    ],
)  # fmt: skip
def test_the_name_says_what_is_looked_for(text: str, name: str) -> None:
    assert name_of(question_of(text).query) == name


def test_a_long_search_gets_a_short_name() -> None:
    assert len(name_of(question_of("harbours " * 90 + "ships").query)) <= 48
    assert name_of(question_of(" ".join(f"word{n}" for n in range(90))).query).endswith("…")
