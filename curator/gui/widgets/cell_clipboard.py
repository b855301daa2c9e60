"""Blocks of cells on the clipboard, as spreadsheets read and write them."""

import csv
import io
from collections.abc import Sequence

from curator.gui.widgets.growing_text import MOST_PASTED, refusal_of


def as_tsv(rows: Sequence[Sequence[str]]) -> str:
    """Tab-separated lines; cells that hold a tab, a line break or a quote are quoted."""
    if len(rows) == len(rows[0]) == 1:
        return rows[0][0]  # one cell pastes into any text field as it is
    target = io.StringIO()
    csv.writer(target, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return target.getvalue().removesuffix("\n")


def rows_of(text: str) -> list[list[str]]:
    """The cells of a pasted block; text without tabs and quoted breaks gives a cell per line.

    Raises:
        ValueError: it is too large to be meant (the sentence says so).
    """
    if refusal := refusal_of(text):
        raise ValueError(refusal)
    if not text.strip():
        return []
    # The csv module refuses fields of more than 128 kB unless it is told otherwise.
    csv.field_size_limit(max(csv.field_size_limit(), MOST_PASTED))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return [row or [""] for row in csv.reader(io.StringIO(lines), dialect="excel-tab")]
