"""Limits of what is read and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.codec.limits import MOST_FINDINGS, count_lines, limited
from curator.codec.lines import split_lines
from curator.domain.finding import Finding


@given(st.text(alphabet="a\r\n\x0b\u2028"))
def test_lines_are_counted_as_they_are_split(text) -> None:
    assert count_lines(text) == len(split_lines(text))


def test_few_findings_are_all_told_in_the_order_of_their_lines() -> None:
    found = [Finding(line, str(number)) for number, line in enumerate([3, 1, 3, 2])]
    assert limited(found) == ((found[1], found[3], found[0], found[2]), 0)
    assert limited([]) == ((), 0)


@pytest.mark.parametrize("many", [MOST_FINDINGS, MOST_FINDINGS + 1, 50_000])
def test_of_many_findings_the_last_counts_the_others(many) -> None:
    told, unsaid = limited(Finding(line, "One.") for line in range(many, 0, -1))
    assert len(told) == MOST_FINDINGS
    assert len(told) - bool(unsaid) + unsaid == many
    assert (told[-1].message == "One.") == (unsaid == 0)
    assert [finding.line for finding in told] == list(range(1, MOST_FINDINGS + 1))


def test_findings_that_come_later_are_counted_with_those_left_out() -> None:
    told, unsaid = limited(Finding(line, "One.") for line in range(1, 1_001))
    more, left = limited((*told[:-1], Finding(5, "Another.")), unsaid)
    assert Finding(5, "Another.") in more
    assert left == unsaid + 1
    assert more[-1].message == "There are 802 more findings from here on."
