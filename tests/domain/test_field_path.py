"""One way to name a field, for commands, findings and the window."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.errors import UnknownRecord
from curator.domain.field_path import DIGEST_FIELDS, LINK_FIELDS, FieldPath, parse_field
from curator.domain.signal import Signal

ROWS = st.integers(min_value=0, max_value=999_999_999)
PATHS = st.one_of(
    st.builds(FieldPath, st.sampled_from(DIGEST_FIELDS)),
    st.builds(FieldPath, st.sampled_from(["themes", "keywords"]), ROWS),
    st.builds(FieldPath, st.just("signals"), ROWS, st.sampled_from(Signal.TEXT_FIELDS)),
    st.builds(FieldPath, st.just("closest"), ROWS, st.sampled_from(LINK_FIELDS)),
)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("title", FieldPath("title")),
        (" review ", FieldPath("review")),
        ("themes.1", FieldPath("themes", 1)),
        ("signals.0.change", FieldPath("signals", 0, "change")),
        ("signals.0.extra.No. of sources", FieldPath("signals", 0, "extra.No. of sources")),
        ("closest.2.tags", FieldPath("closest", 2, "tags")),
    ],
)
def test_a_field_is_named_by_its_place(text: str, path: FieldPath) -> None:
    assert parse_field(text) == path
    assert str(path) == text.strip()


@given(PATHS)
def test_every_path_reads_back_from_its_text(path: FieldPath) -> None:
    assert parse_field(str(path)) == path


@pytest.mark.parametrize(
    "text",
    ["", "titel", "title.0", "themes", "themes.x", "themes.-1", "themes.1.name", "themes.²",
     "signals.0", "signals.0.tags", "signals.x.change", "closest.1.change", "id",
     "themes.9999999999", "signals.0.change.more"],
)  # fmt: skip
def test_what_names_no_field_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UnknownRecord, match=r"signals\.0\.change") as told:
        parse_field(text)
    assert told.value.message == f"“{text}” names no field of a digest."


@given(st.text(max_size=30))
def test_any_text_is_a_field_or_refused(text: str) -> None:
    known = None
    with suppress(UnknownRecord):
        known = parse_field(text)
    assert known is None or parse_field(str(known)) == known


def test_an_endless_number_is_refused_and_not_counted() -> None:
    with pytest.raises(UnknownRecord):
        parse_field("themes." + "9" * 10_000)
