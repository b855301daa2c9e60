"""Which blocks are written anew."""

from dataclasses import replace
from typing import Any

import pytest

from curator.codec.parsing import parse
from curator.codec.rewriting import rewrites_for
from tests.builders import a_signal
from tests.codec.texts import HANDWRITTEN


def _kinds(whole):
    return set(rewrites_for(parse(HANDWRITTEN), whole, "other"))


def test_nothing_is_written_anew_for_ids_places_and_judgements() -> None:
    whole = parse(HANDWRITTEN).whole
    link = replace(whole.closest[0], id=4, position=9, relation="supports", tags=("x",))
    digest = replace(whole.digest, id=3, review="done", key="k", trashed="now")
    assert _kinds(replace(whole, digest=digest, closest=(link, *whole.closest[1:]))) == set()


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("title", "title"),
        ("origin", "title"),
        ("source_url", "source"),
        ("summary", "Summary"),
        ("type", "Other"),
    ],
)
def test_a_field_touches_its_block(field: str, kind: str) -> None:
    whole = parse(HANDWRITTEN).whole
    edit: dict[str, Any] = {field: "new"}
    assert _kinds(replace(whole, digest=replace(whole.digest, **edit))) == {kind}


def test_rows_touch_the_table_of_their_kind() -> None:
    whole = parse(HANDWRITTEN).whole
    rows = (*whole.signals, a_signal(kind="issue"))
    assert _kinds(replace(whole, signals=rows)) == {"Issues"}
    extra = replace(whole.signals[0], extra=())
    assert _kinds(replace(whole, signals=(extra, *whole.signals[1:]))) == {"Signals"}
