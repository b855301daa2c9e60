"""What the list of digests asks of the library: all of it at once, on any thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from curator.domain.errors import Interrupted, LibraryError
from curator.domain.listing import Listing
from curator.gui.background import task_of
from curator.gui.session import Session
from curator.workspace import reading
from curator.workspace.stopping import Stop
from curator.workspace.workspace import Workspace

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Found:
    """The digests of a listing and how many each view has; None for what can't be read, and why."""

    ids: Sequence[int] | None
    counts: dict[str, int] | None
    errors: tuple[LibraryError, ...] = ()


def look_up(workspace: Workspace, listing: Listing, stop: Stop) -> Found:
    """Ask for the digests and the counts; what one question meets does not hide the other.

    Raises:
        Interrupted: it was stopped.
    """
    errors: list[LibraryError] = []

    def asked(question: Callable[[], Answer]) -> Answer | None:
        try:
            return question()
        except Interrupted:
            raise
        except LibraryError as error:
            errors.append(error)
            return None

    counts = asked(lambda: reading.counts(workspace, stop))
    ids = asked(lambda: reading.digest_ids(workspace, listing, stop))
    return Found(ids, counts, tuple(errors))


def look_up_ahead(session: Session, listing: Listing) -> None:
    """Ask what will be asked as soon as there is a window, so that the library finds it out while
    that is built; what was found is kept there."""
    if not is_answered_at_once(session.workspace):
        session.background.run(task_of(partial(look_up, session.workspace, listing, Stop())))


def is_answered_at_once(workspace: Workspace) -> bool:
    """Whether the library is so small, or so broken, that a thread is not worth starting."""
    try:
        return reading.is_small(workspace)
    except LibraryError:
        return True
