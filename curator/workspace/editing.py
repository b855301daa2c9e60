"""Deeds on single fields: of the digest as a whole and of its signal rows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from curator.domain.dates import day_of
from curator.domain.digest import Digest
from curator.domain.errors import InvalidRecord, UnknownRecord
from curator.domain.field_path import EXTRA
from curator.domain.signal import Signal
from curator.domain.text import many_lines, one_line, quoted
from curator.library.write import Write

_DAY = re.compile(r"(\d{8}|\d{4}-\d{2}-\d{2})(?!\d)")

FIELD_WORDS = {
    "origin_url": "address of the origin",
    "source_url": "source",
    "horizon": "10y horizon",
    "driving_force": "driving force",
}
"""How labels call fields whose own name is no word."""


def field_words(name: str) -> str:
    """What a person calls the field `name`."""
    return FIELD_WORDS.get(name, name)


def set_digest_field(write: Write, digest_id: int, name: str, text: str) -> str:
    """Change the title, summary, origin, an address, the category, type or date of a digest.

    Raises:
        UnknownRecord: there is no such digest or field.
        InvalidRecord: a date that the calendar does not have.
    """
    digest = write.get(Digest, digest_id)
    if name == "date":
        write.put(replace(digest, origin=_origin_with_day(digest.origin, text)))
    elif name in Digest.TEXT_FIELDS:
        clean: dict[str, Any] = {name: many_lines(text) if name == "summary" else one_line(text)}
        write.put(replace(digest, **clean))
    else:
        raise UnknownRecord(f"A digest has no field “{name}”.")
    return f"Edit {field_words(name)} of {quoted(digest.name)}"


def set_signal_field(write: Write, signal_id: int, name: str, text: str) -> str:
    """Change one cell of a row; line breaks are kept. `extra.Mood` is the column “Mood”.

    Raises:
        UnknownRecord: there is no such row or field.
    """
    signal = write.get(Signal, signal_id)
    if name.startswith(EXTRA):
        table = write.whole(signal.digest_id).signals_of(signal.kind)
        clean: dict[str, Any] = {"extra": _with_extra(signal, table, name, text)}
    elif name in Signal.TEXT_FIELDS:
        clean = {name: many_lines(text)}
    else:
        raise UnknownRecord(f"A {signal.kind} has no field “{name}”.")
    write.put(replace(signal, **clean))
    verb = "Edit" if text.strip() else "Clear"
    return f"{verb} {field_words(name.removeprefix(EXTRA))} of {named(signal)}"


def _with_extra(
    signal: Signal, table: Sequence[Signal], name: str, text: str
) -> tuple[tuple[str, str], ...]:
    """The other columns of a row, with another text in the one that `name` means."""
    heading = name.removeprefix(EXTRA)
    cell = (heading, many_lines(text))
    headings = [known for known, _ in signal.extra]
    if heading in headings:
        place = headings.index(heading)
        return (*signal.extra[:place], cell, *signal.extra[place + 1 :])
    if any(heading == known for row in table for known, _ in row.extra):
        return (*signal.extra, cell)
    raise UnknownRecord(f"The table has no column “{heading}”.")


def named(signal: Signal) -> str:
    """What labels call a row: its first words, or its kind where it has none."""
    words = signal.name or signal.description
    return quoted(words) if words else f"a {signal.kind}"


def _origin_with_day(origin: str, text: str) -> str:
    digits = re.sub(r"[-/. ]", "", text.strip())
    if day_of(digits) is None or len(digits) != 8:
        raise InvalidRecord(
            f"“{text}” is no day.", "Write it as 2024-08-18; to take it away, change the origin."
        )
    found = _DAY.match(origin)
    return digits + origin[found.end() :] if found else digits
