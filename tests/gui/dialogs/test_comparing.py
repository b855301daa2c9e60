"""Two sides stand level, and what differs is found."""

from curator.gui.dialogs.comparing import differences, side_by_side

MINE = "# Title\n\nsame\nmine\nsame\n"
THEIRS = "# Title\n\nsame\ntheirs\nand more\nsame\nlast\n"


def test_lines_that_belong_together_stand_level() -> None:
    left, right = side_by_side(MINE, THEIRS)
    assert len(left) == len(right) == 7
    assert [line.text for line in left] == ["# Title", "", "same", "mine", "", "same", ""]
    assert [line.differs for line in right] == [False, False, False, True, True, False, True]
    assert left[4].filler
    assert left[6].filler
    assert differences(left, right) == [3, 6]


def test_the_words_that_differ_are_marked() -> None:
    left, right = side_by_side("a calm sea today", "a rough sea")
    assert [left[0].text[a:b] for a, b in left[0].spans] == ["calm", " today"]
    assert [right[0].text[a:b] for a, b in right[0].spans] == ["rough", ""]


def test_a_table_padded_to_another_width_does_not_differ() -> None:
    left, right = side_by_side("| a  | b |\n|:---|:--|", "| a | b |\n|:--|:--|")
    assert differences(left, right) == []


def test_equal_texts_have_no_difference() -> None:
    assert differences(*side_by_side(MINE, MINE)) == []
