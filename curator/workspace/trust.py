"""Is somebody's work safe? One verdict, the facts behind it, and what mends each of them.

What is measured is in `standing`, how it is judged in `trust_facts`, whose head has the rules. The
verdict follows from them: anything BAD needs the person; a NOTE is worth a look; otherwise all is
well. Nothing here changes the library.
"""

from dataclasses import dataclass
from datetime import datetime

from curator.domain.measures import number_words
from curator.workspace.standing import Standing, standing
from curator.workspace.trust_facts import BAD, GOOD, NOTE, Fact, facts
from curator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Trust:
    """How a library stands, and the facts that were drawn from that."""

    standing: Standing
    facts: tuple[Fact, ...]

    @property
    def state(self) -> str:
        """The worst state of any fact."""
        states = {fact.state for fact in self.facts}
        return next((state for state in (BAD, NOTE) if state in states), GOOD)

    @property
    def verdict(self) -> str:
        """All of it in one sentence."""
        if self.state == BAD:
            calls = "; ".join(fact.call for fact in self.facts if fact.state == BAD)
            return f"Your work needs you: {calls}."
        notes = sum(fact.state == NOTE for fact in self.facts)
        if not notes:
            return "Your work is safe."
        things = "thing is" if notes == 1 else "things are"
        return f"Your work is safe; {number_words(notes)} {things} worth a look."


def trust(workspace: Workspace, now: datetime | None = None) -> Trust:
    """Measure and judge a library, at `now` or at this moment.

    Raises:
        LibraryError: it can't be read.
    """
    measured = standing(workspace, now)
    return Trust(measured, facts(measured))
