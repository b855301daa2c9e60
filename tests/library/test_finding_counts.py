"""The number of findings of each digest follows its edits."""

import random
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from curator.codec.reader import read
from curator.codec.writer import write as write_text
from curator.domain.changes import Change
from curator.domain.conflict import Conflict
from curator.domain.saved_search import SavedSearch
from curator.library import finding_counts, queries, tables
from curator.library.finding_counts import FEW, LONGEST, UNCOUNTED
from curator.library.library import Library
from curator.library.write import Write
from tests.builders import a_digest, a_link, a_signal, a_theme, a_whole
from tests.digests import LAYOUT_A
from tests.library.deeds import Deed, arrived, arriving, putting, removing, setting, whole_of

_digest = tables.digest.c


def numbers(library: Library) -> dict[int, int]:
    """What the library says of each digest."""
    with library.reading() as connection:
        return dict(connection.execute(select(_digest.id, _digest.findings)).all())


def read_again(library: Library, digest_id: int) -> int:
    """What is noticed in the text of a digest as it would be written now."""
    whole = whole_of(library, digest_id)
    with library.reading() as connection:
        content = queries.original(connection, whole.digest.original_id)
    return len(read(write_text(content, whole), key=whole.digest.key).findings)


def uncounted(library: Library) -> list[int]:
    with library.reading() as connection:
        return finding_counts.waiting(connection, limit=-1)


def importing(text: str, key: str = "harbours") -> Deed:
    def deed(write: Write) -> str:
        write.arrive(read(text, key=key).whole, text)
        return "Import"

    return deed


def test_a_digest_is_counted_when_it_comes(library: Library) -> None:
    library.write(importing(LAYOUT_A))
    library.write(importing(LAYOUT_A + "\n## Afterthoughts\n\nNone.\n", "later"))
    assert numbers(library) == {1: read_again(library, 1), 2: read_again(library, 2)}
    assert numbers(library)[2] == numbers(library)[1] + 1


def test_every_edit_is_followed_and_taken_back(library: Library) -> None:
    library.write(importing(LAYOUT_A))
    whole = whole_of(library, 1)
    start = numbers(library)[1]
    deeds = (
        setting(whole.signals[0], name="N/A"),
        setting(whole.digest, origin="99990101"),
        putting(a_theme("", digest_id=1)),
        removing(whole.closest[0]),
        putting(a_link("harbours", digest_id=1)),
    )
    seen = [start]
    for deed in deeds:
        library.write(deed)
        assert numbers(library) == {1: read_again(library, 1)}
        seen.append(numbers(library)[1])
    assert len(set(seen)) > 2
    for number in reversed(seen[:-1]):
        library.undo()
        assert numbers(library) == {1: number}
    library.redo()
    assert numbers(library) == {1: seen[1]}


def test_a_digest_that_was_deleted_comes_back_with_its_number(library: Library) -> None:
    library.write(importing(LAYOUT_A.replace("20240818", "99990818")))
    whole = whole_of(library, 1)
    assert numbers(library) == {1: 1}
    library.write(removing(*whole.rows(), whole.digest))
    assert numbers(library) == {}
    library.undo()
    assert numbers(library) == {1: 1}


def test_many_are_counted_afterwards(library: Library) -> None:
    wholes = arrived(library, *(f"key{number}" for number in range(FEW + 1)))
    assert len(uncounted(library)) == FEW + 1
    with library.reading() as connection:
        counted = finding_counts.counted(connection, uncounted(library))

    def settle(write: Write) -> str:
        finding_counts.keep(write.connection, counted)
        write.changed = True
        return ""

    library.write(settle)
    assert uncounted(library) == []
    edits = [replace(whole.signals[0], name="N/A") for whole in wholes]
    library.write(putting(*edits))
    assert uncounted(library) == [whole.digest.id for whole in wholes]
    library.write(putting(*(replace(row, name="one") for row in edits[:FEW])))
    assert uncounted(library) == [wholes[-1].digest.id]


def test_a_long_text_does_not_hold_up_an_edit(library: Library) -> None:
    library.write(importing(LAYOUT_A + "\n" + "x" * LONGEST))
    assert uncounted(library) == [1]
    with library.reading() as connection:
        assert finding_counts.counted(connection, [1])[1] >= 0


def test_what_can_not_be_read_is_left_uncounted_and_can_still_be_edited(library: Library) -> None:
    library.write(importing(LAYOUT_A))

    def spoil(write: Write) -> str:
        write.connection.execute(update(tables.original).values(content=b"no zlib"))
        write.changed = True
        return ""

    library.write(spoil)
    library.write(setting(whole_of(library, 1).digest, title="Still mine"))
    assert whole_of(library, 1).digest.title == "Still mine"
    assert numbers(library) == {1: UNCOUNTED}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (a_digest(), a_digest(title="Other"), True),
        (a_digest(), a_digest(review="done", trashed="2026", declined="x"), False),
        (a_link(), a_link(relation="supports", tags=("ports",)), False),
        (a_link(), a_link(title="Other"), True),
        (None, a_signal(), True),
        (a_theme(), None, True),
        (None, Conflict(digest_id=1, path="in/one.md"), False),
    ],
)
def test_only_what_the_text_says_is_read_again(before, after, told: bool) -> None:
    assert finding_counts.touches(Change("any", 1, 1, before, after)) == told


def test_a_saved_search_is_no_digest(library: Library) -> None:
    library.write(putting(SavedSearch(name="Robots", text="robots")))
    assert numbers(library) == {}


def test_every_number_can_be_forgotten(library: Library) -> None:
    arrived(library, "one", "two")

    def deed(write: Write) -> str:
        finding_counts.forget_all(write.connection)
        write.changed = True
        return ""

    library.write(deed)
    assert uncounted(library) == [1, 2]
    with library.reading() as connection:
        assert finding_counts.waiting(connection) == [1]
        assert finding_counts.waiting(connection, after_id=1) == [2]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_edited_the_number_is_that_of_the_text(library: Library, seed: int) -> None:
    chance = random.Random(seed)
    library.write(arriving(*(a_whole(f"key{number}") for number in range(4))))
    for _ in range(25):
        whole = whole_of(library, chance.randint(1, 4))
        words = chance.choice(("", "N/A", "x", "plain", "\u200bhidden"))
        deed = chance.choice(
            (
                setting(whole.digest, title=words, origin=chance.choice(("", "99990101"))),
                putting(a_signal(words, digest_id=whole.digest.id)),
                putting(a_theme(words, digest_id=whole.digest.id)),
                *(removing(row) for row in whole.rows()[:3]),
            )
        )
        library.write(deed)
        if chance.random() < 0.3:
            library.undo()
    assert numbers(library) == {id_: read_again(library, id_) for id_ in range(1, 5)}
