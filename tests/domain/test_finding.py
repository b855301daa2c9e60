"""Findings point at a line and, where there is one, at a field."""

from curator.domain.field_path import FieldPath, parse_field
from curator.domain.finding import Finding


def test_a_finding_can_be_about_the_digest_as_a_whole() -> None:
    assert Finding(1, "The section Themes is missing.").field == ""


def test_the_field_of_a_finding_is_one_that_can_be_set() -> None:
    finding = Finding(12, "The keyword “a” is a single character.", "keywords.3")
    assert parse_field(finding.field) == FieldPath("keywords", 3)


def test_findings_sort_by_line() -> None:
    findings = [Finding(9, "late"), Finding(2, "early")]
    assert min(findings, key=lambda finding: finding.line).message == "early"
