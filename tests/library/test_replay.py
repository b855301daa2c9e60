"""Steps are played again only where the rows still stand as they were."""

from dataclasses import replace
from typing import Any

import pytest

from curator.domain.changes import Changes
from curator.domain.conflict import Conflict
from curator.domain.errors import EditConflict
from curator.domain.whole import WholeDigest
from curator.library import queries
from curator.library.library import Library
from curator.library.write import Write
from tests.builders import a_digest, a_link, a_signal, a_theme, a_whole
from tests.library.deeds import arrived, arriving, putting, removing, setting, whole_of


def refused(library: Library, step: Changes, *, again: bool = False) -> tuple[str, ...]:
    """The rows that hinder a step from being taken back, or done again."""
    with library.reading() as connection:
        before = queries.whole(connection, 1)
    with pytest.raises(EditConflict) as error:
        (library.reapply if again else library.revert)(step.step_id)
    assert whole_of(library, 1) == before
    assert f"“{step.label}”" in error.value.message
    return error.value.rows


def test_a_later_edit_of_the_same_row_hinders(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    first = library.write(setting(whole.signals[0], "First", name="one"))
    library.write(setting(whole.signals[0], "Second", name="two"))
    assert refused(library, first) == ("signal “two”",)


@pytest.mark.parametrize(
    ("part", "fields", "name"),
    [
        ("themes", {"name": "other"}, "theme “other”"),
        ("keywords", {"name": "other"}, "keyword “other”"),
        ("closest", {"relation": "supports"}, "link “About robots”"),
    ],
)
def test_rows_of_each_kind_are_named(
    library: Library, part: str, fields: dict[str, Any], name: str
) -> None:
    (whole,) = arrived(library, "drones")
    row = getattr(whole, part)[0]
    moved = library.write(setting(row, "Move", position=1))
    library.write(setting(row, "Edit", position=2, **fields))
    assert refused(library, moved) == (name,)


def test_a_later_edit_of_another_field_stays_and_does_not_hinder(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    title = library.write(setting(whole.digest, "Title", title="Swarms"))
    library.write(setting(whole.digest, "Source", source_url="https://example.org/swarms"))
    library.revert(title.step_id)
    digest = whole_of(library, 1).digest
    assert (digest.title, digest.source_url) == (whole.digest.title, "https://example.org/swarms")
    library.undo()
    assert whole_of(library, 1).digest.title == "Swarms"


def test_digests_and_open_questions_are_named(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    retitled = library.write(setting(whole.digest, "Rename", title="Swarms"))
    asked = library.write(putting(Conflict(digest_id=whole.digest.id, path="in/drones.md")))
    question = asked.items[0].after
    assert question is not None
    library.write(setting(question, path="in/drones-2.md"))
    library.write(setting(whole.digest, title=""))
    assert refused(library, retitled) == ("digest “drones”",)
    assert refused(library, asked) == ("the question about “in/drones-2.md”",)


def test_a_row_that_is_gone_is_named_by_what_it_was(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    added = library.write(putting(a_theme("new", digest_id=whole.digest.id), label="Add"))
    made = added.items[0].after
    assert made is not None
    library.write(removing(made))
    assert refused(library, added) == ("theme “new”",)


def test_a_step_that_would_make_a_row_twice_is_refused(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    deleted = library.write(removing(whole.themes[0]))
    library.revert(deleted.step_id)
    library.write(setting(whole.digest, title="later"))
    again = library.write(removing(whole.themes[1], label="Again"))
    library.write(setting(whole.digest, title="later still"))
    assert library.revert(again.step_id).label == "Undo: Again"
    assert refused(library, again) == ("theme “supply”",)


def test_many_hindering_rows_are_counted_not_listed(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    moved = [replace(row, position=1) for row in whole.rows()]
    step = library.write(putting(*moved, label="Move all"))
    library.write(putting(*(replace(row, position=2) for row in moved)))
    with pytest.raises(EditConflict, match="…") as error:
        library.revert(step.step_id)
    assert len(error.value.rows) == len(whole.rows())


def arrival(library: Library, *keys: str) -> tuple[Changes, list[WholeDigest]]:
    changes = library.write(arriving(*map(a_whole, keys)))
    return changes, [whole_of(library, item.id) for item in changes.items]


def test_undoing_an_import_puts_its_digests_into_the_trash(library: Library) -> None:
    _, (one, two) = arrival(library, "drones", "robots")
    back = library.undo()
    assert back.wholesale
    assert whole_of(library, one.digest.id).digest.trashed == "2026-03-01T09:00:00.000+00:00"
    assert whole_of(library, two.digest.id).rows() == two.rows()
    assert library.redo().wholesale
    assert [whole_of(library, w.digest.id) for w in (one, two)] == [one, two]


def test_an_import_in_the_middle_is_undone_by_a_step_of_its_own(library: Library) -> None:
    arrived(library, "first")
    step, (whole,) = arrival(library, "drones")
    arrived(library, "last")
    undone = library.revert(step.step_id)
    assert [item.wholesale for item in undone.items] == [False]
    assert whole_of(library, whole.digest.id).digest.trashed
    assert refused(library, step) == ("digest “About drones”",)
    library.undo()
    assert whole_of(library, whole.digest.id) == whole


def test_an_import_whose_digest_was_edited_since_stays(library: Library) -> None:
    step, (whole, _) = arrival(library, "drones", "robots")
    library.write(setting(whole.signals[0], name="edited"))
    assert refused(library, step) == ("digest “About drones”",)


def test_an_import_set_aside_can_be_done_again_while_it_is_in_the_trash(
    library: Library,
) -> None:
    arrived(library, "first")
    step, (whole,) = arrival(library, "drones")
    library.undo()
    arrived(library, "last")
    again = library.reapply(step.step_id)
    assert again.label == "Redo: Import"
    assert whole_of(library, whole.digest.id) == whole
    assert refused(library, step, again=True) == ("digest “About drones”",)


def new_digest(key: str) -> Any:
    def deed(write: Write) -> str:
        digest = write.put(a_digest(key))
        write.put(a_signal(digest_id=digest.id))
        return "New digest"

    return deed


def test_a_digest_does_not_go_while_it_has_rows_of_later_steps(library: Library) -> None:
    arrived(library, "first")
    made = library.write(new_digest("drones"))
    digest = made.items[0].after
    assert digest is not None
    library.write(putting(a_link(digest_id=digest.id)))
    assert refused(library, made) == ("digest “About drones”",)


def test_a_row_does_not_come_back_without_its_digest(library: Library) -> None:
    arrived(library, "first")
    made = library.write(new_digest("drones"))
    digest, signal = (item.after for item in made.items)
    assert digest is not None
    assert signal is not None
    deleted = library.write(removing(signal, label="Delete signal"))
    library.write(removing(digest))
    assert refused(library, deleted) == ("signal “Cheap drones”",)


def test_a_digest_does_not_come_back_when_its_key_is_taken(library: Library) -> None:
    arrived(library, "first")
    made = library.write(new_digest("drones"))
    library.undo()
    arrived(library, "drones")
    assert refused(library, made, again=True) == ("digest “About drones”",)


def test_a_row_can_be_gone_together_with_the_step_before_it(library: Library) -> None:
    (whole,) = arrived(library, "drones")
    renamed = library.write(setting(whole.themes[0], "Rename", name="new"))
    library.undo()
    library.write(removing(whole.themes[0]))
    assert refused(library, renamed, again=True) == ("theme “autonomy”",)


def test_an_import_whose_digest_was_deleted_since_stays_undone(library: Library) -> None:
    arrived(library, "first")
    step, (whole,) = arrival(library, "drones")
    library.write(removing(*whole.rows(), whole.digest))
    assert refused(library, step) == ("a row that is gone",)
