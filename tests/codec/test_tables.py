"""Tables of signals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tabulate import tabulate

from curator.codec.blocks import Block
from curator.codec.tables import padded, read_table, rewritten_table, signals_of
from curator.domain.signal import CONCERN, SIGNAL, Signal

SIDES = {":-": "left", "-:": "right", ":-:": "center"}
raw_cells = st.text(alphabet="ab é漢-:\\", max_size=12).map(str.strip)


@given(
    st.lists(st.tuples(raw_cells, st.sampled_from([*SIDES])), min_size=1, max_size=5).flatmap(
        lambda columns: st.tuples(
            st.just(columns),
            st.lists(
                st.lists(raw_cells, min_size=len(columns), max_size=len(columns)),
                min_size=1,
                max_size=5,
            ),
        )
    )
)
def test_tables_are_padded_as_tabulate_pads_them(table) -> None:
    columns, rows = table
    headings = [heading for heading, _ in columns]
    alignments = [alignment for _, alignment in columns]
    printed = tabulate(
        rows,
        headers=headings,
        tablefmt="pipe",
        disable_numparse=True,
        colalign=[SIDES[alignment] for alignment in alignments],
    )
    assert "\n".join(padded(headings, alignments, rows)) == printed


def test_every_table_of_the_corpus_padded_again_is_the_same(corpus) -> None:
    count = 0
    for path in sorted((corpus / "digests").glob("*.md")):
        text = path.read_bytes().decode()
        for section in text.split("\n## ")[1:]:
            lines = ["## Signals\n", *section.splitlines(keepends=True)]
            table = read_table(Block("Signals", 1, tuple(lines)))
            if table:
                again = "\n".join(padded(table.headings, table.alignments, table.rows))
                assert again in text, path
                count += 1
    assert count > 200


def _block(*lines):
    return Block("Signals", 1, ("## Signals\n", *(line + "\n" for line in lines)))


def _signals(*lines):
    table = read_table(_block(*lines))
    assert table is not None
    return signals_of(table, SIGNAL)


def test_known_columns_are_fields_and_others_stay_with_the_row() -> None:
    (signal,) = _signals("|name|src|change|Name|src|", "|-|-|-|-|-|", "|a||c|d|e|")
    assert (signal.name, signal.change) == ("a", "c")
    assert signal.extra == (("src", ""), ("Name", "d"), ("src", "e"))


@pytest.mark.parametrize(
    "lines",
    [
        ["no table"],
        ["| a | b |", "| c | d |"],
        ["| a | b |", "| - | x |"],
        ["| a | b |", "| - | -:- |"],
        ["a | b", "---"],
        ["| a | b |"],
        ["|" + "a|" * 60, "|" + "-|" * 60],
    ],
)
def test_other_lines_are_no_table(lines) -> None:
    assert read_table(_block(*lines)) is None


def test_a_table_ends_where_its_rows_end() -> None:
    outer = _signals("| name |", "|---|", "| a |", "after", "| b |")
    inner = _signals("name | change", "---|---", "a | b", "c", "", "d | e")
    assert [row.name for row in outer] == ["a"]
    assert [(row.name, row.change) for row in inner] == [("a", "b"), ("c", "")]


def test_a_table_in_a_code_fence_is_none_and_ends_one() -> None:
    lines = ("## S\n", "| name |\n", "|---|\n", "| a |\n", "```\n", "| b |\n")
    table = read_table(Block("Signals", 1, lines, frozenset({4, 5})))
    assert table is not None
    assert len(table.rows) == 1
    assert read_table(Block("Signals", 1, lines, frozenset({1, 2}))) is None


def test_new_tables_have_the_columns_of_their_layout() -> None:
    concern = Signal(kind=CONCERN, name="Noise", relevancy="4", change="loud")
    lines = rewritten_table(Block("Concerns", 1, ("## Concerns\n",)), None, [concern], "B", "\n")
    assert lines == [
        "## Concerns\n",
        "\n",
        "| name   | description   |   relevancy | change   |\n",
        "|:-------|:--------------|------------:|:---------|\n",
        "| Noise  |               |           4 | loud     |\n",
        "\n",
    ]
    empty = _block("words")
    assert rewritten_table(empty, None, [], "A", "\n") == list(empty.lines)


def test_a_table_without_rows_keeps_its_head() -> None:
    block = _block("| name |", "|:--|", "| a |")
    written = rewritten_table(block, read_table(block), [], "B", "\n")
    assert written[1:] == ["| name   |\n", "|:-------|\n"]


def test_surplus_cells_and_namesakes_come_back_in_their_places() -> None:
    lines = ["| name | src | src |", "|---|---|---|", "| a |  | x | y |  | z |", "| b |"]
    block = _block(*lines)
    rows = _signals(*lines)
    written = rewritten_table(block, read_table(block), rows, "B", "\n")
    assert _signals(*(line.rstrip("\n") for line in written[1:])) == rows


def test_padding_is_left_out_where_it_would_blow_the_text_up() -> None:
    rows = [["x" * 2_000], *[["a"]] * 2_000]
    lines = list(padded(["name"], [":-"], rows))
    assert lines[0] == "| name |"
    assert lines[-1] == "| a |"
    assert sum(map(len, lines)) < 50_000


def test_twenty_thousand_rows_come_back() -> None:
    rows = [f"| signal {n} | from {n} | to \\| {n} |" for n in range(20_000)]
    block = _block("| Signal | Change | 10y horizon |", "|:--|:--|:--|", *rows)
    table = read_table(block)
    assert table is not None
    signals = signals_of(table, SIGNAL)
    written = rewritten_table(block, table, signals, "A", "\n")
    assert len(written) == 20_003
    assert signals[-1].horizon == "to | 19999"
