"""A person with no plan who is cut off at any moment, and a model of what must be left.

A deed is a dictionary, made by the child from what it sees and told before it is done; the model
does the same with plain dictionaries and tuples.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from curator.library import queries
from curator.workspace import backups, history
from curator.workspace.editing import set_digest_field, set_signal_field
from curator.workspace.exporting import export
from curator.workspace.importing import import_paths
from curator.workspace.reviewing import set_review
from curator.workspace.rows import add_signal, add_term, delete_signals, delete_terms
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A, LAYOUT_A

Deed = dict[str, Any]
WEIGHTS = {
    "title": 4, "signal": 4, "cell": 4, "drop signal": 2, "theme": 4, "drop theme": 2,
    "review": 4, "undo": 6, "redo": 4, "import": 2, "export": 1, "backup": 1,
}  # fmt: skip
MANY = 60
"""Digests, from which on no more are imported."""
REVIEWS = ("to do", "done", "second look")


@dataclass(frozen=True)
class Page:
    """What a digest says, as far as the random deeds change it."""

    title: str
    review: str = "to do"
    themes: tuple[str, ...] = ("Energy", "Shipping")
    signals: tuple[tuple[str, str], ...] = (
        ("Charging arms at quay", "Diesel gives way"),
        ("Grid too weak", "Ports buy batteries"),
    )


Pages = dict[str, Page]


@dataclass(frozen=True)
class Shelf:
    """All digests now, before each step that can be undone, and after each that can be redone."""

    now: Pages
    past: tuple[Pages, ...] = ()
    future: tuple[Pages, ...] = ()

    def after(self, deed: Deed) -> "Shelf":
        """The shelf when the deed is done."""
        if deed["deed"] == "undo":
            return Shelf(self.past[-1], self.past[:-1], (self.now, *self.future))
        if deed["deed"] == "redo":
            return Shelf(self.future[0], (*self.past, self.now), self.future[1:])
        pages = _after(self.now, deed)
        return self if pages == self.now else Shelf(pages, (*self.past, self.now))


def _after(pages: Pages, deed: Deed) -> Pages:
    if deed["deed"] == "import":
        return pages | {key: Page(f"Brought {key[:8]}") for key in deed["keys"]}
    if deed["deed"] in ("export", "backup"):
        return pages
    page, at = pages[deed["key"]], deed.get("place", 0)
    themes, signals = page.themes, page.signals
    changed = {
        "title": lambda: replace(page, title=deed["text"]),
        "review": lambda: replace(page, review=deed["text"]),
        "theme": lambda: replace(page, themes=(*themes, deed["text"])),
        "drop theme": lambda: replace(page, themes=themes[:at] + themes[at + 1 :]),
        "signal": lambda: replace(page, signals=(*signals, (deed["text"], ""))),
        "drop signal": lambda: replace(page, signals=signals[:at] + signals[at + 1 :]),
        "cell": lambda: replace(
            page, signals=(*signals[:at], (signals[at][0], deed["text"]), *signals[at + 1 :])
        ),
    }[deed["deed"]]()
    return pages | {deed["key"]: changed}


def seen(workspace: Workspace) -> tuple[Pages, int]:
    """What the library says outside the trash, and how many of its steps are applied."""
    pages = {}
    with workspace.library.reading() as connection:
        for whole in _wholes(connection):
            digest = whole.digest
            pages[digest.key] = Page(
                digest.title,
                digest.review or "to do",
                tuple(term.name for term in whole.themes),
                tuple((signal.name, signal.change) for signal in whole.signals),
            )
        count = "SELECT count(*) FROM step WHERE state = 'applied'"
        steps = connection.exec_driver_sql(count).scalar_one()
    return pages, steps


def _wholes(connection: Any) -> Iterator[Any]:
    ids = connection.exec_driver_sql("SELECT id FROM digest WHERE trashed = '' ORDER BY id")
    return (queries.whole(connection, digest_id) for (digest_id,) in ids.fetchall())


def some_deed(workspace: Workspace, chance: random.Random, folder: Path) -> Deed:
    """A deed that can be done now."""
    pages, _ = seen(workspace)
    kind = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    if not pages or (kind == "import" and len(pages) < MANY):
        return {"deed": "import", "keys": _brought(folder, chance)}
    possible = {
        "undo": history.undoable(workspace),
        "redo": history.redoable(workspace),
        "export": True,
        "backup": True,
    }
    if possible.get(kind):
        return {"deed": kind}
    key = chance.choice(sorted(pages))
    deed = {"deed": kind, "key": key, "text": f"words {chance.randrange(10**9)}"}
    return _fitting(deed, pages[key], chance)


def _fitting(deed: Deed, page: Page, chance: random.Random) -> Deed:
    """The deed with what it still lacks, or another one where its page has no such row."""
    rows = {"cell": page.signals, "drop signal": page.signals, "drop theme": page.themes}
    kind = deed["deed"]
    if rows.get(kind):
        return deed | {"place": chance.randrange(len(rows[kind]))}
    if kind == "review":
        return deed | {"text": chance.choice(REVIEWS)}
    return deed | {"deed": chance.choice(("title", "signal", "theme"))}


def _brought(folder: Path, chance: random.Random) -> list[str]:
    """New files to import; their keys."""
    inbox = folder / "inbox"
    inbox.mkdir(exist_ok=True)
    keys = [f"{chance.getrandbits(128):032x}" for _ in range(chance.randint(1, 4))]
    for key in keys:
        text = LAYOUT_A.replace("Harbours Learn to Charge Ships", f"Brought {key[:8]}")
        (inbox / f"{key}.md").write_text(text.replace(KEY_A, key), encoding="utf-8")
    return keys


def do(workspace: Workspace, deed: Deed, folder: Path) -> None:
    """The deed, through the door that window and command line use."""
    kind = deed["deed"]
    if kind == "import":
        import_paths(workspace, [folder / "inbox" / f"{key}.md" for key in deed["keys"]])
    elif kind == "export":
        assert export(workspace, folder / "out").conflict == ()
    elif kind == "backup":
        backups.back_up(workspace)
    elif kind in ("undo", "redo"):
        getattr(workspace, kind)()
    else:
        _edit(workspace, deed)


def _edit(workspace: Workspace, deed: Deed) -> None:
    with workspace.library.reading() as connection:
        (digest,) = queries.digests_by_key(connection, [deed["key"]]).values()
        whole = queries.whole(connection, digest.id)
    kind, at, text = deed["deed"], deed.get("place", 0), deed.get("text", "")
    if kind == "title":
        workspace.do(set_digest_field, digest.id, "title", text)
    elif kind == "review":
        workspace.do(set_review, [digest.id], text)
    elif kind == "theme":
        last = whole.themes[-1].id if whole.themes else 0
        workspace.do(add_term, digest.id, "theme", text, after_id=last)
    elif kind == "drop theme":
        workspace.do(delete_terms, [whole.themes[at].id])
    elif kind == "signal":
        last = whole.signals[-1].id if whole.signals else 0
        workspace.do(add_signal, digest.id, "signal", name=text, after_id=last)
    elif kind == "drop signal":
        workspace.do(delete_signals, [whole.signals[at].id])
    else:
        workspace.do(set_signal_field, whole.signals[at].id, "change", text)
