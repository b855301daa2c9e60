"""Saved searches are rows as all others: kept, undone, checked, lost and brought back."""

from contextlib import closing
from pathlib import Path

import pytest

from curator.domain.errors import EditConflict
from curator.domain.saved_search import SavedSearch
from curator.library import integrity
from curator.library.library import Library
from curator.library.repair import repair
from curator.library.saved_searches import all_searches
from tests.library import damage
from tests.library.deeds import putting, removing, setting
from tests.library.stock import labels, problems, stocked, stocked_once

__all__ = ["stocked", "stocked_once"]

ENERGY = SavedSearch(position=20, name="Energy", text="theme:energy")
LAW = SavedSearch(position=10, name="Law", text="theme:law")


def names(library: Library) -> list[str]:
    with library.reading() as connection:
        return [search.name for search in all_searches(connection)]


def test_they_stand_in_their_order_and_come_back_in_their_place(library: Library) -> None:
    library.write(putting(ENERGY, LAW))
    assert names(library) == ["Law", "Energy"]
    with library.reading() as connection:
        first, _ = all_searches(connection)
    library.write(removing(first))
    assert names(library) == ["Energy"]
    library.undo()
    assert names(library) == ["Law", "Energy"]
    library.undo()
    assert names(library) == []
    library.redo()
    assert names(library) == ["Law", "Energy"]
    with library.reading() as connection:
        assert integrity.check(connection) == []


def test_one_does_not_come_back_under_a_name_that_another_has(library: Library) -> None:
    library.write(putting(ENERGY))
    with library.reading() as connection:
        (kept,) = all_searches(connection)
    deleted = library.write(removing(kept))
    library.write(putting(SavedSearch(name="energy", text="energy")))
    with pytest.raises(EditConflict) as error:
        library.revert(deleted.step_id)
    assert error.value.rows == ("saved search “energy”",)
    assert names(library) == ["energy"]


def test_another_field_of_one_is_taken_back_though_it_was_renamed_since(library: Library) -> None:
    library.write(putting(ENERGY))
    with library.reading() as connection:
        (kept,) = all_searches(connection)
    changed = library.write(setting(kept, text="theme:heat"))
    library.write(setting(kept, name="Power"))
    library.revert(changed.step_id)
    with library.reading() as connection:
        (now,) = all_searches(connection)
    assert (now.name, now.text) == ("Power", "theme:energy")


@pytest.mark.parametrize("harm", [damage.delete_rows, damage.overwrite_table])
def test_a_repair_brings_them_back(stocked: Path, harm: object) -> None:
    with closing(Library.open(stocked)) as library:
        library.write(putting(ENERGY, LAW))
        with library.reading() as connection:
            law, energy = all_searches(connection)
        library.write(setting(energy, text="theme:power"))
        library.write(removing(law))
    assert callable(harm)
    harm(stocked, "saved_search")
    done = repair(stocked)
    assert (done.put_back, done.problems) == (1, ())
    with closing(Library.open(stocked)) as library:
        with library.reading() as connection:
            assert [s.text for s in all_searches(connection)] == ["theme:power"]
        library.undo()
        assert names(library) == ["Law", "Energy"]
    assert problems(stocked) == []


def test_a_lost_step_of_one_is_set_aside_and_the_rest_goes_on(stocked: Path) -> None:
    with closing(Library.open(stocked)) as library:
        library.write(putting(ENERGY, label="Save the search"))
    damage.rewritten(stocked, "UPDATE change SET after = '{}' WHERE kind = 'saved_search'")
    assert any("can’t be read" in problem for problem in problems(stocked))
    assert repair(stocked).problems == ()
    assert "Save the search" not in [label for label, _state in labels(stocked)]
    with closing(Library.open(stocked)) as library:
        assert names(library) == ["Energy"]


def test_an_older_library_that_is_only_looked_at_has_none(tmp_path: Path) -> None:
    path = tmp_path / "old.curator"
    path.write_bytes((Path(__file__).parent / "old_files" / "0003.curator").read_bytes())
    with closing(Library.view(path, "looked at")) as library:
        assert names(library) == []


def test_a_damaged_file_of_an_older_version_misses_none(tmp_path: Path) -> None:
    old = Path(__file__).parent / "old_files" / "0003.curator"
    path = tmp_path / "old.curator"
    path.write_bytes(old.read_bytes())
    damage.overwrite_table(path, "ix_link_target_key")
    done = repair(path)
    assert done.damaged is not None
    assert not any("saved_search" in note for note in done.notes)
    with closing(Library.open(path)) as library:
        library.write(putting(ENERGY))
        assert names(library) == ["Energy"]
