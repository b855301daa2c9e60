"""Digests come in by the hundred, each exactly as its file says."""

from dataclasses import replace

from curator.domain.listing import Listing
from curator.domain.order import spread
from curator.domain.whole import WholeDigest
from curator.library import queries
from curator.library.library import Library
from curator.library.write import Write
from tests.builders import a_digest, a_link, a_signal, a_theme, a_whole
from tests.library.deeds import Deed, listed, whole_of


def importing(*pairs: tuple[WholeDigest, str]) -> Deed:
    def deed(write: Write) -> str:
        write.arrive_many(pairs)
        return "Import"

    return deed


def test_a_digest_arrives_with_all_its_rows_in_order(library: Library) -> None:
    signals = (
        a_signal("Two", extra=(("src", "http://x"), ("", "ragged"))),
        a_signal("One"),
        a_signal("Worry", kind="concern", position=7),
    )
    sent = a_whole("drones", signals=signals, closest=(a_link("x", tags=("a", "b")),))
    changes = library.write(importing((sent, "# Über\r\n\ufeff\x00")))
    came = whole_of(library, changes.items[0].id)
    assert replace(came.digest, id=0, original_id=0) == sent.digest
    for rows, sent_rows in (
        (came.signals, sent.signals),
        (came.themes, sent.themes),
        (came.keywords, sent.keywords),
        (came.closest, sent.closest),
    ):
        assert [row.position for row in rows] == list(spread(len(rows)))
        assert all(row.digest_id == came.digest.id for row in rows)
        bare = [replace(row, id=0, digest_id=0, position=0) for row in rows]
        assert bare == [replace(row, position=0) for row in sent_rows]
    with library.reading() as connection:
        text = queries.original(connection, came.digest.original_id)
        assert text == "# Über\r\n\ufeff\x00"


def test_a_digest_may_have_no_rows(library: Library) -> None:
    empty = a_whole("bare", themes=(), keywords=(), signals=(), closest=())
    changes = library.write(importing((empty, "")))
    assert whole_of(library, changes.items[0].id).rows() == ()


def test_a_thousand_digests_are_one_step(library: Library) -> None:
    def deed(write: Write) -> str:
        ids = write.arrive_many((large(n), f"# Text {n}") for n in range(1000))
        return f"Import {len(ids)} digests"

    changes = library.write(deed)
    assert changes.label == "Import 1000 digests"
    assert (len(changes.items), changes.wholesale) == (1000, True)
    library.undo()
    with library.reading() as connection:
        assert queries.counts(connection)["trash"] == 1000
    library.redo()
    with library.reading() as connection:
        ids = listed(connection, Listing(search="summary 999"))
        assert [
            queries.original(connection, whole_of(library, i).digest.original_id) for i in ids
        ] == ["# Text 999"]


def large(number: int) -> WholeDigest:
    themes = tuple(a_theme(f"theme {n}") for n in range(8))
    signals = tuple(a_signal(f"signal {n}") for n in range(9))
    links = tuple(a_link(f"key-{n}") for n in range(6))
    digest = a_digest(f"key-{number}")
    return a_whole(digest.key, digest=digest, themes=themes, signals=signals, closest=links)
