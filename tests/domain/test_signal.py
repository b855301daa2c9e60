"""Rows of the tables of a digest."""

from dataclasses import fields, replace

from curator.domain.signal import KINDS, SIGNAL, Signal


def test_a_row_is_a_signal_unless_it_says_otherwise() -> None:
    assert Signal().kind == SIGNAL
    assert KINDS[0] == SIGNAL
    assert len(set(KINDS)) == 5


def test_every_text_of_a_row_begins_empty() -> None:
    assert {getattr(Signal(), name) for name in Signal.TEXT_FIELDS} == {""}
    assert set(Signal.TEXT_FIELDS) < {field.name for field in fields(Signal)}


def test_columns_that_nobody_knows_stay_with_the_row() -> None:
    row = Signal(name="Ferries", extra=(("confidence", "high"), ("region", "north")))
    assert replace(row, name="Electric ferries").extra == row.extra
