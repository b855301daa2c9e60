"""Lost rows come back from the history, or from the text that was imported."""

from contextlib import closing
from pathlib import Path

import pytest

from curator.library.library import Library
from curator.library.repair import repair
from tests.builders import a_digest
from tests.library import damage
from tests.library.deeds import putting, removing, whole_of
from tests.library.stock import contents, problems, stocked, stocked_once, words

__all__ = ["stocked", "stocked_once"]


def test_edited_digests_come_back_as_they_were_edited(stocked: Path) -> None:
    before = contents(stocked)
    damage.delete_rows(stocked, "digest", "id <= 10")
    done = repair(stocked)
    assert done.put_back == 10
    assert contents(stocked) == before


def test_a_row_of_an_undone_edit_comes_back_as_it_was_before(stocked: Path) -> None:
    before = words(stocked)
    (signal,) = (row for row in contents(stocked)[20].signals if row.name.startswith("Charging"))
    damage.delete_rows(stocked, "signal", f"id = {signal.id}")
    repair(stocked)
    assert words(stocked) == before


def test_what_was_deleted_by_hand_stays_deleted(stocked: Path) -> None:
    damage.overwrite_table(stocked, "signal")
    repair(stocked)
    assert [row.name for row in contents(stocked)[3].signals] == ["Grid too weak"]


def test_a_digest_that_nobody_edited_is_read_from_its_text_again(stocked: Path) -> None:
    before = words(stocked)
    damage.delete_rows(stocked, "digest", "id = 30")
    repair(stocked)
    assert words(stocked) == before  # harbour 29 lists it, so its key is known


def test_a_digest_of_which_nobody_knows_the_key_says_so(stocked: Path) -> None:
    damage.delete_rows(stocked, "digest", "id IN (30, 31)")
    damage.delete_rows(stocked, "link", "digest_id = 29")
    damage.rewritten(stocked, "UPDATE original SET sha256 = sha256")
    done = repair(stocked)
    assert contents(stocked)[31].digest.key == "harbour031"
    assert contents(stocked)[30].digest.key == "digest-30"
    assert "The key of a digest was lost; it is called digest-30 now." in done.notes


def test_a_digest_whose_import_was_undone_comes_back_to_the_trash(stocked: Path) -> None:
    with closing(Library.open(stocked)) as library:
        for _ in range(14):
            library.undo()
    assert contents(stocked) == {}
    damage.delete_rows(stocked, "digest", "id IN (2, 30)")
    repair(stocked)
    assert contents(stocked) == {}
    assert problems(stocked) == []


def test_a_digest_without_a_text_is_lost_and_its_rows_are_kept_beside(stocked: Path) -> None:
    damage.delete_rows(stocked, "digest", "id IN (30, 31)")
    damage.delete_rows(stocked, "original", "digest_id = 30")
    damage.rewritten(stocked, "UPDATE original SET content = x'00' WHERE digest_id = 31")
    done = repair(stocked)
    assert {30, 31}.isdisjoint(contents(stocked))
    assert dict(done.lost)["signal"] == 4
    assert done.rest is not None
    assert "Charging arm 30" in done.rest.read_text(encoding="utf-8")
    assert problems(stocked) == []


def test_rows_of_a_digest_without_a_readable_text_stay_as_they_are(stocked: Path) -> None:
    before = words(stocked)
    damage.garble_search(stocked)
    damage.rewritten(stocked, "UPDATE original SET content = x'00' WHERE digest_id = 31")
    damage.delete_rows(stocked, "original", "digest_id = 32")
    assert any("written anew" in note for note in repair(stocked).notes)
    assert words(stocked) == before


def test_what_was_made_by_hand_and_deleted_again_stays_gone(stocked: Path) -> None:
    with closing(Library.open(stocked)) as library:
        made = library.write(putting(a_digest("mine"))).items[0].id
        library.write(removing(whole_of(library, made).digest))
    damage.garble_search(stocked)
    assert repair(stocked).problems == ()
    assert made not in contents(stocked)


def test_a_digest_whose_key_was_given_away_is_not_brought_back(stocked: Path) -> None:
    damage.delete_rows(stocked, "digest", "id = 2")
    damage.rewritten(stocked, "UPDATE digest SET key = 'harbour002' WHERE id = 40")
    assert repair(stocked).problems == ()
    assert 2 not in contents(stocked)
    assert problems(stocked) == []


@pytest.mark.fault("F10")
def test_rows_keep_their_numbers_where_an_index_knows_them(stocked: Path) -> None:
    before = contents(stocked)
    damage.overwrite_table(stocked, "link")
    repair(stocked)
    assert contents(stocked) == before
