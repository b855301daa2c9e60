"""A question held against a digest, and against one of its rows."""

import pytest

from curator.domain.query import OneOf, Query, Words
from curator.domain.query_matching import Context, matches, row_matches
from curator.domain.query_parsing import question_of
from tests.builders import a_digest, a_keyword, a_link, a_signal, a_theme, a_whole

WHOLE = a_whole(
    "one",
    digest=a_digest("one", title="Größe zählt", category="energy", review="done"),
    themes=(a_theme("arable land"), a_theme("robots")),
    keywords=(a_keyword("oil price"),),
    signals=(
        a_signal("Charging arms", kind="concern", change="from hands to machines"),
        a_signal("Quiet ports", horizon="ten years", extra=(("Cost", 'a "high" one'),)),
    ),
    closest=(a_link("two", relation="supports"), a_link("gone", tags=("ai policy",))),
)
HERE = Context({"one", "two"}, has_conflict=True, has_findings=True)


def asked(text: str) -> Query:
    return question_of(text).query


@pytest.mark.parametrize(
    "text",
    [
        "",
        "GRÖßE",
        "title:zahlt",
        "robots machines",
        "theme:robots -theme:price",
        "keyword:price",
        "closest:gone",
        "tag:policy",
        'tag:="ai policy"',
        "extra:high",
        "category:energy layout:A",
        "date:2024-08",
        "date:2024..",
        "date:..2024-12",
        "kind:concern review:done",
        "relation:supports relation:none",
        "has:conflict has:findings has:date has:themes has:tags",
        "links:dangling links:judged",
        "not is:trashed",
        "nothing or ports",
    ],
)
def test_a_digest_is_asked_for(text: str) -> None:
    assert matches(asked(text), WHOLE, context=HERE)


@pytest.mark.parametrize(
    "text",
    [
        '"land robots"',
        "category:Energy",
        "tag:=policy",
        "date:2025",
        "date:..2023",
        "kind:issue",
        "review:todo",
        "relation:extends",
        "links:unjudged",
        "is:trashed",
        "extra:cost",
        "-robots",
    ],
)
def test_a_digest_is_not_asked_for(text: str) -> None:
    assert not matches(asked(text), WHOLE, context=HERE)


def test_a_digest_without_a_day_is_in_no_span() -> None:
    whole = a_whole("x", digest=a_digest("x", origin="1535.0"))
    assert not matches(asked("date:..2030"), whole)


def test_nobody_knows_a_conflict_or_a_target_that_was_not_told() -> None:
    assert not matches(asked("has:conflict"), WHOLE)
    assert matches(asked("links:dangling"), WHOLE)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("charging", [0]),
        ("robots", []),
        ("theme:robots machines", [0]),
        ("kind:concern", [0]),
        ("not kind:concern", [1]),
        ('signal:="Quiet ports"', [1]),
        ("extra:high", [1]),
        ("has:conflict category:energy", [0, 1]),
        ("years or hands", [0, 1]),
    ],
)
def test_words_look_at_one_row_and_the_rest_at_its_digest(text: str, rows: list[int]) -> None:
    found = [row_matches(asked(text), row, WHOLE, context=HERE) for row in WHOLE.signals]
    assert [place for place, holds in enumerate(found) if holds] == rows


def test_signs_alone_ask_for_nothing_and_none_of_nothing_is_there() -> None:
    assert matches(Words("—"), WHOLE)
    assert not matches(OneOf(()), WHOLE)
