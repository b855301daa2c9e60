"""Columns of the tables of themes and keywords."""

from collections.abc import Callable
from functools import partial

from curator.domain.term import KEYWORD, Term
from curator.gui.models.columns import RIGHT, Column
from curator.workspace.rows import rename_term
from curator.workspace.workspace import Deed


def term_columns(kind: str, count: Callable[[str], int]) -> tuple[Column, ...]:
    """The name, and how many digests of the library carry it (`count` of a name; 0: not known)."""
    return (
        Column(
            title="Keyword" if kind == KEYWORD else "Theme",
            read=_name,
            edit=_rename,
            field="name",
            sought=kind,
            share=7,
        ),
        Column(
            title="In library",
            read=partial(_counted, count),
            tip=f"How many digests have the same {kind}",
            share=3,
            alignment=RIGHT,
        ),
    )


def _name(term: Term) -> str:
    return term.name


def _rename(term: Term, text: str) -> Deed:
    return partial(rename_term, term_id=term.id, name=text)


def _counted(count: Callable[[str], int], term: Term) -> str:
    number = count(term.name)
    return f"{number:,}" if number else ""
