"""A digest: what lists call it, and its day."""

from dataclasses import fields

from curator.domain.digest import Digest
from curator.domain.review import TO_DO


def test_lists_call_a_digest_by_its_title() -> None:
    assert Digest(key="6860a1", title="Ferries go electric").name == "Ferries go electric"


def test_a_digest_without_a_title_is_called_by_its_key() -> None:
    assert Digest(key="6860a1").name == "6860a1"


def test_the_date_is_that_of_the_origin() -> None:
    assert Digest(origin="20250511d").date == "2025-05-11"
    assert Digest(origin="1535.0").date == ""


def test_a_new_digest_is_still_to_do() -> None:
    assert Digest().review == TO_DO


def test_the_texts_of_a_digest_are_fields_of_it() -> None:
    texts = {field.name for field in fields(Digest) if field.type == "str" or field.type is str}
    assert set(Digest.TEXT_FIELDS) < texts
