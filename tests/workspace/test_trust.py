"""One sentence that says whether somebody's work is safe."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from curator.workspace import backups
from curator.workspace.checking import check
from curator.workspace.standing import Standing
from curator.workspace.trust import Trust, trust
from curator.workspace.trust_facts import BAD, GOOD, NOTE, facts
from curator.workspace.workspace import Workspace

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
CALM = Standing(Path("watch.curator"), NOW, checked_at=NOW, problems=0)


def verdict(standing: Standing) -> tuple[str, str]:
    """The state and the sentence for a library that stands like this."""
    found = Trust(standing, facts(standing))
    return found.state, found.verdict


def test_nothing_wrong_is_said_in_four_words() -> None:
    assert verdict(CALM) == (GOOD, "Your work is safe.")


def test_notes_are_counted() -> None:
    assert verdict(replace(CALM, drafts=1)) == (
        NOTE,
        "Your work is safe; one thing is worth a look.",
    )
    assert verdict(replace(CALM, drafts=1, conflicts=3)) == (
        NOTE,
        "Your work is safe; two things are worth a look.",
    )


def test_what_is_bad_is_named_and_notes_wait() -> None:
    waiting = replace(CALM, steps_since=1, waiting_since=NOW - timedelta(days=9), drafts=1)
    assert verdict(waiting) == (BAD, "Your work needs you: there is no backup of 1 step.")
    assert verdict(replace(waiting, is_displaced=True))[1] == (
        "Your work needs you: there is no backup of 1 step; its file is gone from its place."
    )


def test_a_library_that_was_just_copied_and_checked_is_safe(stocked: Workspace) -> None:
    backups.back_up(stocked)
    check(stocked)
    found = trust(stocked)
    assert found.verdict == "Your work is safe."
    assert {fact.id for fact in found.facts} >= {"backup", "check", "place", "journal"}


def test_a_week_later_work_without_a_copy_is_not_safe(stocked: Workspace) -> None:
    check(stocked)
    later = datetime.now().astimezone() + timedelta(days=8)
    assert trust(stocked, later).verdict == "Your work needs you: there is no backup of 1 step."
