"""Many digests at once are what each is for itself."""

import pytest

from curator.domain.errors import UnknownRecord
from curator.library import queries
from curator.library.library import Library
from curator.library.whole_digests import originals, wholes
from tests.builders import a_signal, a_whole
from tests.library.deeds import arriving, whole_of


@pytest.fixture
def ids(library: Library) -> list[int]:
    """Two digests with rows of several kinds, and one without any, in no order."""
    rows = (a_signal("One"), a_signal("Worry", kind="concern"), a_signal("Gadget"))
    bare = a_whole("bare", themes=(), keywords=(), signals=(), closest=())
    library.write(arriving(a_whole("drones"), a_whole("robots", signals=rows), bare))
    return [3, 1, 2]


def test_each_is_whole_and_in_its_place(library: Library, ids: list[int]) -> None:
    with library.reading() as connection:
        found = wholes(connection, ids)
        assert list(found) == ids
        assert list(found.values()) == [whole_of(library, digest_id) for digest_id in ids]
        texts = [whole.digest.original_id for whole in found.values()]
        assert originals(connection, texts) == {
            number: queries.original(connection, number) for number in texts
        }


def test_what_is_gone_is_named(library: Library, ids: list[int]) -> None:
    with library.reading() as connection:
        with pytest.raises(UnknownRecord, match="digest number 9"):
            wholes(connection, [*ids, 9])
        with pytest.raises(UnknownRecord, match="original number 9"):
            originals(connection, [1, 9])
