"""What is ticked of a plan is one step, and done only where the cell says what was seen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from curator.domain.whole import WholeDigest
from curator.library.write import Write
from curator.workspace import reading
from curator.workspace.bulk_applying import BulkReport, apply_plan
from curator.workspace.bulk_edits import (
    SEARCHED_FIELDS,
    AddTerm,
    Chosen,
    Edit,
    Fill,
    Plan,
    PlannedChange,
    RemoveTerm,
    Replace,
    Review,
)
from curator.workspace.bulk_planning import plan_of
from curator.workspace.editing import set_signal_field
from curator.workspace.exporting import export
from curator.workspace.replacing import Replacement
from curator.workspace.rows import delete_signals, delete_terms, rename_term
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, KEY_B


def chosen(workspace: Workspace) -> Chosen:
    return Chosen([reading.digest_by_key(workspace, key).id for key in (KEY_A, KEY_B)])


def planned(workspace: Workspace, edit: Edit) -> Plan:
    return plan_of(workspace, edit, chosen(workspace))


def whole(workspace: Workspace, key: str = KEY_A) -> WholeDigest:
    return reading.whole(workspace, reading.digest_by_key(workspace, key).id)


def done(workspace: Workspace, edit: Edit) -> BulkReport:
    plan = planned(workspace, edit)
    return apply_plan(workspace, plan, plan.lines)


def themes(workspace: Workspace, key: str = KEY_A) -> list[str]:
    return [term.name for term in whole(workspace, key).themes]


@pytest.mark.parametrize(
    "edit",
    [
        Replace(SEARCHED_FIELDS, Replacement("e", "E", case=True)),
        Replace(("theme",), Replacement("energy|shipping", "AI", regex=True)),
        Replace(("keyword",), Replacement(".*", "", regex=True)),
        Fill("driving_force", text="War"),
        Fill("summary", text="All\nanew"),
        AddTerm("theme", "Grid"),
        RemoveTerm("keyword", "ferries"),
        Review("done"),
    ],
)
def test_one_step_and_its_undo_bring_back_every_byte(
    stocked: Workspace, tmp_path: Path, edit: Edit
) -> None:
    before = [whole(stocked, key) for key in (KEY_A, KEY_B)]
    export(stocked, tmp_path / "before")
    report = done(stocked, edit)
    assert report.changes.step_id
    assert not report.left_alone
    assert [whole(stocked, key) for key in (KEY_A, KEY_B)] != before
    assert plan_of(stocked, edit, chosen(stocked)).lines == []
    stocked.undo()
    assert [whole(stocked, key) for key in (KEY_A, KEY_B)] == before
    export(stocked, tmp_path / "after")
    for key in (KEY_A, KEY_B):
        name = f"{key}.md"
        assert (tmp_path / "after" / name).read_bytes() == (tmp_path / "before" / name).read_bytes()


def test_the_step_is_named_and_counted(stocked: Workspace) -> None:
    report = done(stocked, Replace(("horizon",), Replacement("harbours", "Ports")))
    assert report.changes.label == "Replace “harbours” by “Ports” in 2 rows"
    assert report.done.words() == "2 changes in 2 rows of 1 digest"


def test_only_what_is_ticked_is_done(stocked: Workspace) -> None:
    plan = planned(stocked, Fill("driving_force", text="War"))
    apply_plan(stocked, plan, plan.lines[1:2])
    forces = [row.driving_force for row in whole(stocked).signals]
    assert forces == ["Air quality law", "War"]
    assert apply_plan(stocked, plan, []).changes.is_empty


def test_what_changed_since_is_left_alone_and_named(stocked: Workspace) -> None:
    plan = planned(stocked, Fill("driving_force", text="War"))
    first, second = whole(stocked).signals
    stocked.do(set_signal_field, first.id, "driving_force", "Peace")
    stocked.do(set_signal_field, second.id, "name", "Renamed")
    stocked.do(delete_signals, [row.id for row in whole(stocked, KEY_B).signals])
    report = apply_plan(stocked, plan, plan.lines)
    assert [(row.name, row.driving_force) for row in whole(stocked).signals] == [
        (first.name, "Peace"),
        ("Renamed", "War"),
    ]
    assert [line.old for line in report.left_alone] == ["Air quality law", "Cost", ""]
    assert report.changes.label == "Set driving force to “War” in 1 row"


def test_a_theme_is_never_there_twice(stocked: Workspace) -> None:
    plan = planned(stocked, AddTerm("theme", "Grid"))
    done(stocked, AddTerm("theme", "Grid"))
    report = apply_plan(stocked, plan, plan.lines)
    assert len(report.left_alone) == 2
    assert themes(stocked) == ["Energy", "Shipping", "Grid"]


def test_a_double_goes_only_while_its_twin_is_there(stocked: Workspace) -> None:
    edit = Replace(("theme",), Replacement("energy|shipping", "AI", regex=True))
    plan = planned(stocked, edit)
    twin, double, _ = plan.lines
    report = apply_plan(stocked, plan, [double])
    assert report.left_alone == (double,)
    assert themes(stocked) == ["Energy", "Shipping"]
    apply_plan(stocked, plan, [twin, double])
    assert themes(stocked) == ["AI"]


def test_a_theme_that_would_be_there_twice_by_now_keeps_its_name(stocked: Workspace) -> None:
    plan = planned(stocked, Replace(("theme",), Replacement("shipping", "Boats")))
    stocked.do(rename_term, whole(stocked).themes[0].id, "Boats")
    report = apply_plan(stocked, plan, plan.lines)
    assert len(report.left_alone) == 1
    assert themes(stocked) == ["Boats", "Shipping"]


def test_themes_that_are_renamed_or_gone_since_are_left_alone(stocked: Workspace) -> None:
    plan = planned(stocked, RemoveTerm("theme", "Energy"))
    stocked.do(rename_term, whole(stocked).themes[0].id, "Power")
    stocked.do(delete_terms, [whole(stocked, KEY_B).themes[0].id])
    report = apply_plan(stocked, plan, plan.lines)
    assert len(report.left_alone) == 2
    assert report.changes.is_empty


def test_a_theme_is_not_added_to_a_digest_that_is_gone(stocked: Workspace) -> None:
    plan = planned(stocked, AddTerm("theme", "Grid"))
    ghost = PlannedChange("theme", 0, 4711, "name", "", "Grid")
    report = apply_plan(stocked, plan, [ghost, *plan.lines])
    assert report.left_alone == (ghost,)
    assert report.done.digests == 2


def test_a_name_is_free_again_when_its_theme_gets_another(stocked: Workspace) -> None:
    pattern = Replacement("Energy$|Energie(s)", r"Energies\1", regex=True)
    stocked.do(rename_term, whole(stocked).themes[1].id, "Energies")
    report = done(stocked, Replace(("theme",), pattern))
    assert not report.left_alone
    assert themes(stocked) == ["Energies", "Energiess"]


def test_it_tells_how_far_it_is_and_can_be_cancelled(stocked: Workspace) -> None:
    plan = planned(stocked, Replace(SEARCHED_FIELDS, Replacement("e", "E", case=True)))
    told: list[int] = []

    def tell(done: int, total: int, words: str) -> None:
        told.append(done)

    before = whole(stocked)
    report = apply_plan(stocked, plan, plan.lines, progress=tell, cancelled=lambda: len(told) > 1)
    assert report.cancelled
    assert told == sorted(told)
    assert whole(stocked) == before
    assert not apply_plan(stocked, plan, plan.lines).cancelled


def test_many_lines_go_part_by_part(stocked: Workspace, tmp_path: Path) -> None:
    digest_id = whole(stocked).digest.id
    deed: Callable[[Write], str] = many_rows(digest_id)
    stocked.do(deed)
    report = done(stocked, Fill("driving_force", text="War"))
    assert report.done.rows == 1504
    assert {row.driving_force for row in whole(stocked).signals} == {"War"}


def many_rows(digest_id: int) -> Callable[[Write], str]:
    def deed(write: Write) -> str:
        row = write.whole(digest_id).signals[0]
        write.put_all([type(row)(digest_id=digest_id, name=f"Row {n}") for n in range(1500)])
        return "Add many"

    return deed
