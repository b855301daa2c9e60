"""Whatever is done in whatever order: the library holds what plain Python says it should.

After each step the rows are compared with the model, the search index with a scan of all texts,
and the library's own check has to find nothing. At the end everything is undone.
"""

import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from curator.domain.changes import KIND_OF, Changes, Record, digest_of
from curator.domain.conflict import Conflict
from curator.domain.digest import Digest
from curator.domain.errors import EditConflict
from curator.domain.link import RELATIONS, Link
from curator.domain.order import GAP
from curator.domain.review import REVIEWS
from curator.domain.saved_search import SavedSearch
from curator.domain.signal import Signal
from curator.domain.step import APPLIED
from curator.domain.term import Term
from curator.library import history, integrity, journal
from curator.library.library import Library
from curator.library.match_expression import DIGEST_WORDS, ROW_WORDS
from curator.library.rows import key_of, read, records
from curator.library.write import Write
from tests.builders import a_digest, a_keyword, a_link, a_signal, a_theme, a_whole
from tests.library.conftest import Clock
from tests.library.deeds import arriving, putting, removing
from tests.library.model import Model, ModelStep, Rows

WORDS = ("drone", "harbour", "price", "swarm", "über", "naïve", "water")
TEXTS = st.lists(st.sampled_from((*WORDS, "“”", "\n", "|", "\x00", "O'Neil", '"')), max_size=4).map(
    " ".join
)
PICK = st.integers(0, 10_000)
FIELDS = {
    Digest: ("title", "summary", "origin", "review", "declined"),
    Signal: ("name", "description", "change", "horizon", "driving_force", "position", "extra"),
    Term: ("name", "position"),
    Link: ("title", "position", "relation", "tags"),
    Conflict: ("path",),
    SavedSearch: ("text", "page", "position"),
}
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "review": st.sampled_from(REVIEWS),
    "relation": st.sampled_from(RELATIONS),
    "position": st.integers(-GAP, 9 * GAP),
    "extra": st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    "tags": st.lists(TEXTS, max_size=3).map(tuple),
}


def words_of(rows: Rows, digest_id: int) -> set[str]:
    """All words that the index has of a digest, by a plain scan."""
    texts: list[str] = []
    for record in rows.values():
        if isinstance(record, Digest) and record.id == digest_id:
            texts += (record.title, record.summary)
        elif (
            not isinstance(record, Digest | Conflict | SavedSearch)
            and record.digest_id == digest_id
        ):
            searched = set(FIELDS[type(record)]) - {"position", "relation"}
            texts += (text for name in searched for text in texts_of(record, name))
    return set(re.findall(r"\w+", " ".join(texts)))


def texts_of(record: Record, name: str) -> tuple[str, ...]:
    """What a field says: one text, the tags of a link, or the cells of unknown columns."""
    value = getattr(record, name)
    if name == "extra":
        return tuple(cell for _heading, cell in value)
    return value if isinstance(value, tuple) else (value,)


def row_words_of(row: Signal) -> set[str]:
    """All words that the index has of a row, by a plain scan."""
    searched = set(FIELDS[Signal]) - {"position"}
    return set(re.findall(r"\w+", " ".join(t for name in searched for t in texts_of(row, name))))


class RandomEdits(RuleBasedStateMachine):
    """A person with no plan and much time."""

    empty_file: Path

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.path = Path(shutil.copyfile(self.empty_file, self.folder / "scan.curator"))
        self.library = Library.open(self.path, clock=self.clock)
        self.model = Model()
        self.made = 0

    def teardown(self) -> None:
        if not hasattr(self, "library"):
            return
        trashed = set[int]()
        while self.model.applied():
            trashed |= self.model.applied()[-1].arrived
            self.undo()
            self.rows_are_right()
        assert {record.id for record in self.rows().values() if isinstance(record, Digest)} == {
            id_ for kind, id_ in self.model.rows if kind == "digest"
        }
        self.library.close()
        shutil.rmtree(self.folder)

    # --- what a person does

    @rule(text=TEXTS, count=st.integers(1, 2))
    def import_digests(self, text: str, count: int) -> None:
        wholes = [
            a_whole(self.new_key(), themes=(a_theme(text), a_theme("price"))) for _ in range(count)
        ]
        changes = self.library.write(arriving(*wholes))
        assert changes.wholesale
        ids = {item.id for item in changes.items}
        came = {key: row for key, row in self.rows().items() if digest_of(row) in ids}
        self.model.write(changes.step_id, self.model.rows | came, ids)

    @rule(text=TEXTS)
    def write_a_digest_by_hand(self, text: str) -> None:
        key = self.new_key()

        def deed(write: Write) -> str:
            digest = write.put(a_digest(key, summary=text))
            for row in (a_signal(text), a_keyword(text), a_link("x", tags=(text,))):
                write.put(replace(row, digest_id=digest.id))
            return "New digest"

        self.note(self.library.write(deed))

    @rule(text=TEXTS, place=st.integers(-GAP, 9 * GAP))
    def keep_a_search(self, text: str, place: int) -> None:
        search = SavedSearch(position=place, name=self.new_key(), text=text)
        self.note(self.library.write(putting(search)))

    @precondition(lambda self: self.model.rows)
    @rule(pick=PICK, data=st.data())
    def edit_a_field(self, pick: int, data: st.DataObject) -> None:
        record = self.edited(pick, data)
        self.note(self.library.write(putting(record)), self.model.rows | {key_of(record): record})

    @precondition(lambda self: self.model.rows)
    @rule(picks=st.lists(PICK, min_size=2, max_size=5), data=st.data())
    def edit_many_at_once(self, picks: list[int], data: st.DataObject) -> None:
        records = [self.edited(pick, data) for pick in picks]
        wanted = self.model.rows | {key_of(record): record for record in records}
        self.note(self.library.write(putting(*records)), wanted)

    @precondition(lambda self: self.model.rows)
    @rule(pick=PICK, data=st.data(), seconds=st.sampled_from((0, 1, 5, 6)))
    def type_on(self, pick: int, data: st.DataObject, seconds: int) -> None:
        self.clock.passes(seconds)
        signals = [row for row in self.model.rows.values() if isinstance(row, Signal)][:2]
        if not signals:
            return
        before = signals[pick % len(signals)]
        record = replace(before, name=data.draw(TEXTS))
        token = f"signal {record.id}"
        changes = self.library.write(putting(record), merge=token)
        if record != before:
            after = self.model.rows | {("signal", record.id): record}
            self.model.type_into(changes.step_id, after, token, self.clock.now)

    @precondition(lambda self: any(kind == "digest" for kind, _ in self.model.rows))
    @rule(pick=PICK, text=TEXTS)
    def add_rows(self, pick: int, text: str) -> None:
        digests = [id_ for kind, id_ in self.model.rows if kind == "digest"]
        owner = digests[pick % len(digests)]
        new = (
            a_signal(text, digest_id=owner, position=pick),
            a_theme(text, digest_id=owner, position=pick),
            Conflict(digest_id=owner, path=text),
        )
        link = a_link("y", title=text, digest_id=owner, position=pick)
        self.note(self.library.write(putting(new[pick % 3], link)))

    @precondition(lambda self: any(kind != "digest" for kind, _ in self.model.rows))
    @rule(pick=PICK)
    def delete_a_row(self, pick: int) -> None:
        found = [row for row in self.model.rows.values() if not isinstance(row, Digest)]
        record = found[pick % len(found)]
        wanted = {key: row for key, row in self.model.rows.items() if row != record}
        self.note(self.library.write(removing(record)), wanted)

    @precondition(lambda self: any(kind == "digest" for kind, _ in self.model.rows))
    @rule(pick=PICK)
    def delete_a_digest(self, pick: int) -> None:
        digests = [row for row in self.model.rows.values() if isinstance(row, Digest)]
        digest = digests[pick % len(digests)]
        rows = {key: row for key, row in self.model.rows.items() if digest_of(row) == digest.id}
        of_it = [row for row in rows.values() if row != digest]
        wanted = {key: row for key, row in self.model.rows.items() if key not in rows}
        self.note(self.library.write(removing(*of_it, digest)), wanted)

    # --- and takes back

    @precondition(lambda self: self.model.applied())
    @rule()
    def undo(self) -> None:
        step = self.model.applied()[-1]
        changes = self.library.undo()
        assert changes.step_id == step.id
        self.model.undo(journal.written_time(self.clock.now))

    @precondition(lambda self: self.model.next_redo())
    @rule()
    def redo(self) -> None:
        self.library.redo()
        self.model.redo()

    @precondition(lambda self: len(self.model.applied()) > 1)
    @rule(pick=PICK)
    def undo_in_the_middle(self, pick: int) -> None:
        steps = self.model.applied()[:-1]
        step = steps[pick % len(steps)]
        wanted = self.model.reverted(step, journal.written_time(self.clock.now))
        if wanted is None:
            with pytest.raises(EditConflict):
                self.library.revert(step.id)
        else:
            self.model.write(self.library.revert(step.id).step_id, wanted)

    @precondition(lambda self: len(self.unapplied()) > 0)
    @rule(pick=PICK)
    def do_again(self, pick: int) -> None:
        step = self.unapplied()[pick % len(self.unapplied())]
        if step is self.model.next_redo():
            self.library.reapply(step.id)
            self.model.redo()
            return
        wanted = self.model.reapplied(step)
        if wanted is None:
            with pytest.raises(EditConflict):
                self.library.reapply(step.id)
        else:
            self.model.write(self.library.reapply(step.id).step_id, wanted)

    @rule(seconds=st.integers(0, 100))
    def come_back_later(self, seconds: int) -> None:
        self.library.close()
        self.clock.passes(seconds)
        self.library = Library.open(self.path, clock=self.clock)

    # --- what has to hold

    @invariant()
    def rows_are_right(self) -> None:
        assert self.rows() == self.model.rows

    @invariant()
    def the_index_equals_a_scan(self) -> None:
        digests = [id_ for kind, id_ in self.model.rows if kind == "digest"]
        words = {id_: words_of(self.model.rows, id_) for id_ in digests}
        with self.library.reading() as connection:
            for word in WORDS:
                found = set(connection.scalars(DIGEST_WORDS.matching(f'"{word}" *')))
                holding = {id_ for id_ in digests if any(w.startswith(word) for w in words[id_])}
                assert found == holding, word
                found = set(connection.scalars(ROW_WORDS.matching(f'"{word}" *')))
                rows = [row for row in self.model.rows.values() if isinstance(row, Signal)]
                holding = {r.id for r in rows if any(w.startswith(word) for w in row_words_of(r))}
                assert found == holding, word

    @invariant()
    def the_check_finds_nothing(self) -> None:
        with self.library.reading() as connection:
            assert integrity.check(connection) == []

    @invariant()
    def the_history_is_right(self) -> None:
        with self.library.reading() as connection:
            told = [(step.id, step.state) for step in history.steps(connection)]
        assert told == [(step.id, step.state) for step in reversed(self.model.steps)]

    # --- in short

    def new_key(self) -> str:
        self.made += 1
        return f"key-{self.made}"

    def rows(self) -> Rows:
        with self.library.reading() as connection:
            return {
                (kind, record.id): record
                for kind in KIND_OF.values()
                for record in read(connection, records(kind), kind)
            }

    def unapplied(self) -> list[ModelStep]:
        return [step for step in self.model.steps if step.state != APPLIED]

    def edited(self, pick: int, data: st.DataObject) -> Record:
        found = list(self.model.rows.values())
        record = found[pick % len(found)]
        names = FIELDS[type(record)]
        name = names[pick % len(names)]
        return replace(record, **{name: data.draw(VALUES.get(name, TEXTS))})

    def note(self, changes: Changes, wanted: Rows | None = None) -> None:
        """Follows what was told to have changed; it has to be what was asked for."""
        after = dict(self.model.rows)
        for item in changes.items:
            assert item.before == after.pop((item.kind, item.id), None)
            if item.after is not None:
                after[item.kind, item.id] = item.after
        assert wanted is None or after == wanted
        if changes.step_id:
            self.model.write(changes.step_id, after)


def test_random_edits(empty_file: Path) -> None:
    RandomEdits.empty_file = empty_file
    run_state_machine_as_test(
        RandomEdits,
        settings=settings(max_examples=20, stateful_step_count=30),
    )
