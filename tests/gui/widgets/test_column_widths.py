"""The width of a table is shared out among its columns."""

import pytest

from curator.gui.widgets.column_widths import as_far_as, share_out


@pytest.mark.parametrize(
    ("room", "shares", "least", "widths"),
    [
        (400, [1, 1], [50, 50], [200, 200]),
        (401, [1, 1, 2], [50, 50, 50], [100, 100, 201]),
        (300, [1, 9], [100, 50], [100, 200]),
        (100, [1, 1], [80, 80], [80, 80]),
        (90, [3], [10], [90]),
    ],
)
def test_width_is_shared_out(
    room: int, shares: list[int], least: list[int], widths: list[int]
) -> None:
    assert share_out(room, shares, least) == widths


@pytest.mark.parametrize(("room", "least"), [(400, [100, 200]), (200, [75, 125]), (90, [100, 200])])
def test_columns_come_as_near_to_their_words_as_the_room_allows(
    room: int, least: list[int]
) -> None:
    assert as_far_as(room, [50, 50], [100, 200]) == least
