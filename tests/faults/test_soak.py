"""Random work, killed at random moments, for as many rounds as asked: `--soak-rounds 500`."""

import hashlib
import json
import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from curator.exports.folder import MANIFEST
from curator.workspace import backups
from curator.workspace.workspace import Workspace
from tests.faults.children import KILLED, Ending, Nursery
from tests.faults.soak import Deed, Shelf, seen
from tests.faults.states import is_sound_copy, problems, take_all_back
from tests.faults.stories import LIBRARY

DESK = 40
"""Rounds after which a new library is begun: an old one has too much to compare."""
LOOKED_AT = 0.75
"""How often the library is looked at between two children; else the next one finds it as it is."""
LONGEST = 0.5
"""Seconds that a child may live."""


@dataclass
class Soak:
    """One library through many lives, and all that it may hold: what is acknowledged is certain."""

    folder: Path
    shelves: list[Shelf] = field(default_factory=lambda: [Shelf({})])
    deeds: int = 0
    cut_off: int = 0

    def __post_init__(self) -> None:
        self.folder.mkdir()
        Workspace.open(self.folder / LIBRARY).close()

    def hear(self, ending: Ending) -> None:
        """Take note of what a child told before it was killed."""
        assert (ending.code, ending.said, ending.failed) == (KILLED, "", "")
        for word, *rest in ending.told:
            if word == "will":
                under_way: Deed | None = rest[0]
            elif word == "done" and under_way:
                self.shelves = fitting(self.shelves, under_way)
                self.deeds += 1
                under_way = None
        if ending.told and ending.told[-1][0] == "will" and under_way:
            self.cut_off += 1
            self.shelves = self.shelves + fitting(self.shelves, under_way)

    def require_all(self) -> None:
        """Open it as the next start does: it is one of what it may be, and nothing is wrong."""
        workspace = Workspace.open(self.folder / LIBRARY, create=False)
        pages, steps = seen(workspace)
        known = [one for one in self.shelves if (one.now, len(one.past)) == (pages, steps)]
        assert known, f"lost: {pages} after {steps} steps"
        assert problems(workspace) == []
        workspace.close()
        self.shelves = known[:1]
        self.require_exports()
        assert all(is_sound_copy(copy.path) for copy in backups.copies(self.folder / LIBRARY))

    def require_exports(self) -> None:
        """Each exported file is one that was announced, as a whole."""
        manifest = self.folder / "out" / MANIFEST
        if manifest.exists():
            announced = json.loads(manifest.read_bytes())["files"]
            for path in manifest.parent.glob("*.md"):
                assert hashlib.sha256(path.read_bytes()).hexdigest() in announced[path.name]


def fitting(shelves: list[Shelf], deed: Deed) -> list[Shelf]:
    """The shelves after a deed, of those on which it could be done."""
    after = []
    for shelf in shelves:
        try:
            after.append(shelf.after(deed))
        except (KeyError, IndexError):
            continue
    return after


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The rounds that were asked for, on as many libraries as they need."""
    rounds = metafunc.config.getoption("--soak-rounds")
    parts = [(first, min(DESK, rounds - first)) for first in range(0, rounds, DESK)]
    metafunc.parametrize(("first", "rounds"), parts, ids=[f"from {first}" for first, _ in parts])


@pytest.mark.slow
@pytest.mark.fault("F1")
@pytest.mark.fault("F2")
@pytest.mark.fault("F3")
def test_random_work_that_is_cut_off(
    first: int, rounds: int, request: pytest.FixtureRequest, tmp_path: Path, nursery: Nursery
) -> None:
    seed = request.config.getoption("--soak-seed")
    if seed is None:
        seed = random.SystemRandom().randrange(10**6)
    print(f"to see this again: --soak-seed {seed}")  # noqa: T201  # pytest shows it where it fails
    chance = random.Random(f"{seed}/{first}")
    soak = Soak(tmp_path / "desk")
    for number in range(rounds):
        plan, life = chance.randrange(10**9), chance.uniform(0.001, LONGEST)
        soak.hear(nursery.live("soak", soak.folder, kill_after=life, seed=plan))
        if number == rounds - 1 or chance.random() < LOOKED_AT:
            soak.require_all()
    take_all_back(soak.folder / LIBRARY)
    print(f"{rounds} rounds, {soak.deeds} deeds done, {soak.cut_off} cut off")  # noqa: T201
