"""The history is measured, and the file says by which schema it is laid out."""

from curator.domain.digest import Digest
from curator.library import extent
from curator.library.library import Library
from tests.library.conftest import Clock
from tests.library.deeds import arrived, setting, whole_of


def test_a_new_library_has_no_history(library: Library) -> None:
    with library.reading() as connection:
        assert extent.journal_extent(connection) == (0, 0)
        assert extent.first_step_at(connection) == ""


def test_each_step_adds_the_records_before_and_after_it(library: Library, clock: Clock) -> None:
    (whole,) = arrived(library, "a")
    with library.reading() as connection:
        _, before = extent.journal_extent(connection)
    clock.passes(60)
    digest = whole_of(library, whole.digest.id).digest
    assert isinstance(digest, Digest)
    library.write(setting(digest, summary="ä" * 1_000))
    with library.reading() as connection:
        steps, size = extent.journal_extent(connection)
        first = extent.first_step_at(connection)
        assert first.startswith("2026-03-01T09:00")
        assert extent.steps_after(connection, "") == 2
        assert extent.steps_after(connection, first) == 1
    assert steps == 2
    assert size - before > 2_000  # bytes and not letters


def test_a_library_of_this_program_has_the_newest_schema(library: Library) -> None:
    with library.reading() as connection:
        assert extent.schema(connection) == extent.newest_schema()
