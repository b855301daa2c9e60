"""What a bulk edit costs: preview, the step in ten thousand rows, its undo; without a window."""

from dataclasses import dataclass
from time import perf_counter, process_time

from curator.domain.ledger import LedgerQuestion
from curator.domain.listing import Listing
from curator.workspace import ledger
from curator.workspace.bulk_applying import apply_plan
from curator.workspace.bulk_edits import Chosen, Replace
from curator.workspace.bulk_planning import plan_of
from curator.workspace.replacing import Replacement
from tests.bench.measuring import Bar, Figure, number
from tests.bench.registry import measure
from tests.bench.stage import Stage

ROWS = 10_000
_WORD = "the"
_BAR = Bar("3 s", most=3)


@dataclass(frozen=True, slots=True)
class _Bulk:
    rows: int
    digests: int
    planned: float
    applied: float
    applied_work: float
    undone: float
    undone_work: float


@measure("bulk replace in 10,000 rows", _BAR)
def replace_in_rows(stage: Stage) -> Figure:
    """A word in as many forces, all over the library, with journal and indexes."""
    bulk = _bulk(stage)
    detail = (
        f"{bulk.rows:,} rows of {bulk.digests:,} digests; CPU {number(bulk.applied_work)} s;"
        f" preview {number(bulk.planned)} s"
    )
    return Figure(bulk.applied, "s", detail=detail)


@measure("undo of the bulk replace", _BAR)
def undo_replace(stage: Stage) -> Figure:
    """All of it taken back."""
    bulk = _bulk(stage)
    return Figure(bulk.undone, "s", detail=f"CPU {number(bulk.undone_work)} s")


def _bulk(stage: Stage) -> _Bulk:
    return stage.once("bulk", lambda: _measured(stage))


def _measured(stage: Stage) -> _Bulk:
    workspace = stage.workspace
    question = LedgerQuestion(Listing(search=f"force:{_WORD}"))
    ids = ledger.row_ids(workspace, question)[:ROWS]
    edit = Replace(("driving_force",), Replacement(_WORD, "that", word=True))
    begun = perf_counter()
    plan = plan_of(workspace, edit, Chosen(ids, of_rows=True))
    planned = perf_counter() - begun
    begun, work = perf_counter(), process_time()
    report = apply_plan(workspace, plan, plan.lines)
    applied, applied_work = perf_counter() - begun, process_time() - work
    begun, work = perf_counter(), process_time()
    workspace.undo()
    undone, undone_work = perf_counter() - begun, process_time() - work
    done = report.done
    return _Bulk(done.rows, done.digests, planned, applied, applied_work, undone, undone_work)
