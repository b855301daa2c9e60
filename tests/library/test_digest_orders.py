"""Digests in the order of lists, with and without what lies in the trash."""

import pytest

from curator.library.digest_orders import digests, newest_first
from curator.library.library import Library
from curator.library.slots import Slots
from curator.library.snapshot import snapshot
from tests.builders import a_digest, a_whole
from tests.library.deeds import arrived, arriving, setting, whole_of


@pytest.fixture
def four(library: Library) -> Library:
    days = ("20240101", "20250101", "", "20250101")
    library.write(
        arriving(
            *(
                a_whole(key, digest=a_digest(key, title=key, origin=day))
                for key, day in zip("dcba", days, strict=True)
            )
        )
    )
    library.write(setting(whole_of(library, 4).digest, trashed="2026"))
    return library


@pytest.mark.parametrize(
    ("view", "with_trash", "ids"),
    [
        ("all", False, [2, 1, 3]),
        ("all", True, [4, 2, 1, 3]),
        ("to do", True, [4, 2, 1, 3]),
        ("done", True, []),
        ("trash", False, [4]),
    ],
)
def test_the_newest_come_first(four: Library, view: str, with_trash: bool, ids: list[int]) -> None:
    with snapshot(four) as now:
        order = newest_first(now, view, with_trash=with_trash)
        assert digests(now).ids[order].tolist() == ids


def test_every_digest_has_a_slot(four: Library) -> None:
    with snapshot(four) as now:
        assert digests(now).ids.tolist() == [1, 2, 3, 4]


def test_the_slots_stay_until_a_digest_comes_or_goes(four: Library) -> None:
    first = _slots(four)
    four.write(setting(whole_of(four, 1).digest, title="Seen again"))
    assert _slots(four) is first
    arrived(four, "another")
    assert _slots(four).ids.tolist() == [1, 2, 3, 4, 5]


def _slots(library: Library) -> Slots:
    with snapshot(library) as now:
        return digests(now)
