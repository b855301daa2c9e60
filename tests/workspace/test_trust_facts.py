"""What is good, worth a look, and bad: each rule with the state on either side of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from curator.domain.place import CLOUD, Place
from curator.workspace.backups import Copy
from curator.workspace.standing import Journal, Standing
from curator.workspace.trust_facts import BAD, GOOD, NOTE, Fact, facts

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
LIBRARY = Path("/home/ada/watch.curator")
CALM = Standing(LIBRARY, NOW, checked_at=NOW, problems=0, schema=(1, 1), newest_schema=(1, 1))


def fact(standing: Standing, id_: str) -> Fact:
    """One fact of a library that stands like this."""
    return next(fact for fact in facts(standing) if fact.id == id_)


def copied(ago: timedelta, steps: int) -> Standing:
    """A library with a copy made so long ago, and steps since then."""
    made = NOW - ago
    copy = Copy(LIBRARY.parent / "backups" / "watch.curator", made, 2_000_000, "", 7, "id")
    return replace(
        CALM,
        copy=copy,
        copies=3,
        copies_bytes=6_000_000,
        steps_since=steps,
        waiting_since=made if steps else None,
    )


def uncopied(ago: timedelta) -> Standing:
    """A library without any copy whose first step was done so long ago."""
    return replace(CALM, steps_since=3, waiting_since=NOW - ago)


@pytest.mark.parametrize(
    ("standing", "state", "words"),
    [
        (CALM, GOOD, "None yet."),
        (uncopied(timedelta(minutes=1)), NOTE, "3 steps to lose"),
        (uncopied(timedelta(days=8)), BAD, "3 steps to lose"),
        (copied(timedelta(days=300), 0), GOOD, "Nothing was done since then."),
        (copied(timedelta(hours=2), 1), GOOD, "Today at 18:15, opened and verified. 1 step"),
        (copied(timedelta(days=2), 12), NOTE, "12 steps since then"),
        (copied(timedelta(days=8), 12), BAD, "12 steps since then"),
    ],
)
def test_work_may_wait_for_a_backup_but_not_for_long(
    standing: Standing, state: str, words: str
) -> None:
    backup = fact(standing, "backup")
    assert backup.state == state
    assert words in backup.words
    assert backup.mend == "file.backup"


def test_all_backups_are_counted_and_one_can_be_brought_back() -> None:
    assert fact(CALM, "copies").mend == ""
    copies = fact(copied(timedelta(hours=1), 0), "copies")
    assert copies.words.startswith("3 copies, 6.0 MB in all.")
    assert copies.words.endswith("/home/ada/backups")
    assert copies.mend == "file.bring_back"


def test_copies_are_promised_only_where_they_come() -> None:
    assert "come by themselves" in fact(CALM, "copies").words
    for state in (replace(CALM, only_reads="It may not."), replace(CALM, is_damaged=True)):
        assert fact(state, "copies").words == "No copies yet."


def test_copies_of_another_library_under_this_name_are_counted_too() -> None:
    copies = fact(replace(CALM, copies=2, copies_bytes=10), "copies")
    assert "2 copies" in copies.words


@pytest.mark.parametrize(
    ("checked_at", "problems", "state", "mend"),
    [
        (None, None, NOTE, "help.check"),
        (NOW - timedelta(days=29), 0, GOOD, "help.check"),
        (NOW - timedelta(days=31), 0, NOTE, "help.check"),
        (NOW, 2, BAD, "help.repair"),
        (None, 1, BAD, "help.repair"),
    ],
)
def test_a_check_is_good_for_a_month(
    checked_at: datetime | None, problems: int | None, state: str, mend: str
) -> None:
    check = fact(replace(CALM, checked_at=checked_at, problems=problems), "check")
    assert (check.state, check.mend) == (state, mend)


def test_a_damaged_library_needs_somebody_whatever_its_last_check_said() -> None:
    check = fact(replace(CALM, is_damaged=True), "check")
    assert (check.state, check.mend, check.call) == (BAD, "help.repair", "the library is damaged")
    assert check.mend_words == "Repair the library …"


def test_the_place_is_judged() -> None:
    assert fact(CALM, "place").state == GOOD
    cloud = fact(replace(CALM, place=Place(CLOUD, "Dropbox")), "place")
    assert (cloud.state, cloud.mend) == (NOTE, "file.save_copy")
    assert "Dropbox" in cloud.words
    gone = fact(replace(CALM, is_displaced=True), "place")
    assert (gone.state, gone.mend) == (BAD, "file.save_copy")


def test_what_waits_for_a_decision_is_worth_a_look() -> None:
    waiting = replace(CALM, conflicts=1, drafts=1, only_reads="The folder can’t be written.")
    told = {fact.id: fact for fact in facts(waiting)}
    assert {id_ for id_, fact in told.items() if fact.state == NOTE} == {
        "conflicts",
        "drafts",
        "editing",
    }
    assert told["conflicts"].mend == "file.conflicts"
    assert told["drafts"].mend == "edit.drafts"
    assert "The folder can’t be written." in told["editing"].words
    more = {fact.id: fact.words for fact in facts(replace(CALM, conflicts=2, drafts=3))}
    assert more["conflicts"].startswith("2 digests changed")
    assert more["drafts"].startswith("3 texts were")


def test_what_is_only_told_is_never_held_against_anyone() -> None:
    full = replace(
        CALM,
        trash=4,
        others=("a command of Curator (process 4711, since 12:04)",),
        journal=Journal(1_204, 2_100_000, 400_000),
    )
    told = {fact.id: fact for fact in facts(full)}
    assert {fact.state for fact in told.values()} == {GOOD}
    assert told["trash"].words.startswith("4 digests")
    assert told["trash"].mend == "view.trash"
    assert "process 4711" in told["others"].words
    assert told["journal"].words == (
        "1,204 steps, 2.1 MB of texts; 400.0 kB wait beside the file until it is closed."
    )


@pytest.mark.parametrize(
    ("schema", "state", "words"),
    [((1, 1), GOOD, "1.1, the newest"), ((1, 2), NOTE, "newer"), ((1, 0), NOTE, "up to date")],
)
def test_the_schema_is_told(schema: tuple[int, int], state: str, words: str) -> None:
    told = fact(replace(CALM, schema=schema), "schema")
    assert told.state == state
    assert words in told.words
