"""The facts that tell whether somebody's work is safe, each judged, in words, with what mends it.

The rules
- backup: work that is in no copy may wait for a day where there is a copy; without any it is a
  note at once. After a week it is bad.
- check: never, or more than 30 days ago, is a note; problems are bad.
- place: a network drive or a folder of a cloud service is a note. A file that was moved, replaced
  or deleted while it was open is bad, because nothing is saved any more.
- editing: a library that can only be read is a note: nothing can be lost in it, nothing can be
  added. One that is damaged is bad by its check.
- conflicts and unfinished texts are notes: they wait for a decision that only a person can take.
- schema: written by a newer Curator, or not yet brought up to date, is a note.
- copies, trash, history and who else has the library open are told and never held against anyone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from curator.domain.measures import counted, moment_words, size_words, span_words
from curator.workspace.standing import Standing

GOOD, NOTE, BAD = "good", "note", "bad"
REPAIR = "Repair the library …"

DAY, WEEK = timedelta(days=1), timedelta(days=7)
CHECK_AGE = timedelta(days=30)
"""How long a check is good for."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know, judged GOOD, NOTE (worth a look) or BAD.

    `mend` is the id of the action that does something about it, with `mend_words` for its button;
    empty where nothing has to be done. `call` says within the verdict what is wrong.
    """

    id: str
    title: str
    state: str
    words: str
    mend: str = ""
    mend_words: str = ""
    call: str = ""


def facts(standing: Standing) -> tuple[Fact, ...]:
    """All facts in the order of a person's concern."""
    return tuple(fact(standing) for fact in _FACTS)


def _backup(now: Standing) -> Fact:
    age = now.now - now.waiting_since if now.waiting_since else timedelta()
    is_bare = now.copy is None and now.steps_since > 0
    state = BAD if age > WEEK else NOTE if is_bare or age > DAY else GOOD
    waiting = counted(now.steps_since, "step")
    if now.copy is None:
        words = f"None yet, and {waiting} to lose." if now.steps_since else "None yet."
        call = f"there is no backup of {waiting}"
    else:
        when = moment_words(now.copy.at, now.now)
        since = f"{waiting} since then." if now.steps_since else "Nothing was done since then."
        words = f"{_capital(when)}, opened and verified. {since}"
        call = f"the last backup is {span_words(age)} old, with {waiting} since then"
    return Fact("backup", "Last backup", state, words, "file.backup", "Back up now", call)


def _copies(now: Standing) -> Fact:
    if not now.copies:
        words = "No copies yet."
        if not now.only_reads and not now.is_damaged:
            words += " They come by themselves, every half hour in which you work."
        return Fact("copies", "All backups", GOOD, words)
    number, size = counted(now.copies, "copy"), size_words(now.copies_bytes)
    folder = now.copy.path.parent if now.copy else now.library.parent
    words = f"{number}, {size} in all. One more on another disk would be safer still.\n{folder}"
    return Fact("copies", "All backups", GOOD, words, "file.bring_back", "Bring one back …")


def _check(now: Standing) -> Fact:
    mend = ("help.check", "Check now")
    if now.is_damaged:
        words = "The file is damaged. What can still be read can be saved into a new file."
        call = "the library is damaged"
        return Fact("check", "Last check", BAD, words, "help.repair", REPAIR, call)
    if now.problems:
        words = f"It found {counted(now.problems, 'problem')}."
        if now.checked_at:
            words = f"{_capital(moment_words(now.checked_at, now.now))}. {words}"
        call = f"the last check found {counted(now.problems, 'problem')}"
        return Fact("check", "Last check", BAD, words, "help.repair", REPAIR, call)
    if now.checked_at is None:
        words = "This library was never checked as a whole."
        return Fact("check", "Last check", NOTE, words, *mend)
    state = NOTE if now.now - now.checked_at > CHECK_AGE else GOOD
    words = f"{_capital(moment_words(now.checked_at, now.now))}, all was well."
    return Fact("check", "Last check", state, words, *mend)


def _place(now: Standing) -> Fact:
    mend = ("file.save_copy", "Save a copy elsewhere …")
    if now.is_displaced:
        words = f"The file was moved, replaced or deleted while it was open:\n{now.library}"
        call = "its file is gone from its place"
        return Fact("place", "Place", BAD, words, *mend, call)
    words = f"{now.place.words}\n{now.library}"
    if now.place.is_safe:
        return Fact("place", "Place", GOOD, words)
    return Fact("place", "Place", NOTE, words, *mend)


def _editing(now: Standing) -> Fact:
    if not now.only_reads:
        return Fact("editing", "Saving", GOOD, "Each edit is in the library at once.")
    words = f"Nothing can be edited here. {now.only_reads}"
    return Fact("editing", "Saving", NOTE, words, "file.save_copy", "Save a copy elsewhere …")


def _drafts(now: Standing) -> Fact:
    if not now.drafts:
        return Fact("drafts", "Unfinished texts", GOOD, "None.")
    verb = "was" if now.drafts == 1 else "were"
    words = f"{counted(now.drafts, 'text')} {verb} being typed when Curator ended."
    return Fact("drafts", "Unfinished texts", NOTE, words, "edit.drafts", "Look at them …")


def _conflicts(now: Standing) -> Fact:
    if not now.conflicts:
        return Fact("conflicts", "Open conflicts", GOOD, "None.")
    words = f"{counted(now.conflicts, 'digest')} changed here and outside; both texts are kept."
    return Fact("conflicts", "Open conflicts", NOTE, words, "file.conflicts", "Compare …")


def _trash(now: Standing) -> Fact:
    if not now.trash:
        return Fact("trash", "Trash", GOOD, "Empty.")
    words = f"{counted(now.trash, 'digest')}, kept until you want them back."
    return Fact("trash", "Trash", GOOD, words, "view.trash", "Show the trash")


def _others(now: Standing) -> Fact:
    words = f"Also open in {', '.join(now.others)}." if now.others else "Nobody else has it open."
    return Fact("others", "Open elsewhere", GOOD, words)


def _schema(now: Standing) -> Fact:
    version = ".".join(map(str, now.schema))
    if now.schema == now.newest_schema:
        return Fact("schema", "File format", GOOD, f"{version}, the newest.")
    if now.schema > now.newest_schema:
        words = f"{version}, of a newer Curator; what this one does not know is left alone."
    else:
        words = f"{version}; it is brought up to date when it is opened where it can be written."
    return Fact("schema", "File format", NOTE, words)


def _journal(now: Standing) -> Fact:
    journal = now.journal
    words = f"{counted(journal.steps, 'step')}, {size_words(journal.bytes)} of texts"
    if journal.wal_bytes:
        words += f"; {size_words(journal.wal_bytes)} wait beside the file until it is closed"
    return Fact("journal", "History", GOOD, f"{words}.")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_FACTS: tuple[Callable[[Standing], Fact], ...] = (
    *(_backup, _copies, _check, _place, _editing, _drafts),
    *(_conflicts, _trash, _others, _schema, _journal),
)
