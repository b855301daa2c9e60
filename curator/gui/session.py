"""What every page of one window works with: the library, its changes, messages and lanes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from curator.domain.changes import Changes
from curator.domain.errors import CuratorError, Interrupted, LibraryError
from curator.gui.access import DISPLACED, EDITABLE, Access, displaced_words
from curator.gui.background import Background
from curator.gui.change_feed import ChangeFeed
from curator.gui.messages import ERROR, INFO, READING, Messages, Notice
from curator.gui.window_state import WindowState
from curator.workspace.whereabouts import is_displaced
from curator.workspace.workspace import Deed, Workspace

Answer = TypeVar("Answer")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Session:
    """One open library in one window.

    Edits go through `do`, so that a known error always ends in the bar of the window and in the
    state of saving, and never in a lost exception.
    """

    workspace: Workspace
    feed: ChangeFeed
    messages: Messages
    background: Background
    state: WindowState
    access: Access = field(default_factory=Access)

    def do(self, deed: Deed) -> Changes:
        """Do one deed as one step; empty where nothing changed or an error was told.

        Deeds that type into one field are one step when they follow each other within seconds.
        Even a bug is told and not raised: models call this while Qt commits an editor, and an
        exception on the way through Qt ends the process when the next editor closes.
        """
        return self.attempt(deed) or Changes()

    def attempt(self, deed: Deed) -> Changes | None:
        """The same, but None where it failed, so that an editor can keep what was typed."""
        if self.access.reason:
            self.access.hold(deed)
            self._refuse(typed_text(deed))
            return None
        name = field_of(deed)
        try:
            return self.workspace.type_into(name, deed) if name else self.workspace.do(deed)
        except LibraryError as error:
            self.access.hold(deed)
            self.tell_failure(error, partial(self.attempt, deed), unsaved=True)
        except CuratorError as error:
            self.messages.tell_error(error, unsaved=True)
        except Exception as bug:  # noqa: BLE001  no exception may cross Qt, see above
            self.access.hold(deed)
            self.messages.tell_exception(bug)
        return None

    def tell_failure(
        self, error: LibraryError, again: Callable[[], object], *, unsaved: bool = False
    ) -> None:
        """Tell why the library could not do something; `again` does it once more, which a button
        offers where it can help. `unsaved`: what a person entered is not in the library."""
        self._fall(error)
        offered = again if self.access.kind == EDITABLE else None
        self.messages.tell_error(error, unsaved=unsaved, again=offered)

    def may_edit(self) -> bool:
        """Whether the library can be edited; where it can't, the reason is told."""
        if self.access.reason:
            self._refuse()
        return not self.access.reason

    def ask(self, question: Callable[[], Answer], otherwise: Other) -> Answer | Other:
        """What the library answers, or `otherwise` where that part of it can't be read.

        A page can then show the rest; the reason is told in the window.
        """
        try:
            return question()
        except Interrupted:
            return otherwise
        except LibraryError as error:
            self.tell_unreadable(error)
            return otherwise

    def tell_unreadable(self, error: LibraryError) -> None:
        """Tell why the library could not answer."""
        self._fall(error)
        if not self.access.reason:  # otherwise the banner says it
            self.messages.tell_error(error)

    def _refuse(self, typed: str = "") -> None:
        # What was typed can be copied out of the notice even when its field is gone.
        tone = ERROR if typed else INFO
        self.messages.notify(Notice(self.access.reason, tone, details=typed, topic=READING))

    def _fall(self, error: LibraryError) -> None:
        if is_displaced(self.workspace):
            self.access.fall(DISPLACED, displaced_words(self.workspace.path.name))
        else:
            self.access.fall_for(error)


def field_of(deed: Deed) -> str:
    """The one field that a deed types text into, or empty for every other kind of deed.

    Deeds of typing are partials that name one record (`signal_id=7`), maybe one of its fields
    (`name="change"`), and the text.
    """
    if not isinstance(deed, partial):
        return ""
    names = deed.keywords
    record = [f"{key}={value}" for key, value in names.items() if key.endswith("_id")]
    typed = names.keys() & {"text", "tags", "name"}
    if len(record) != 1 or not typed:
        return ""
    field = names.get("name", "") if "text" in names else ""
    return f"{deed.func.__name__}({record[0]}).{field}"


def typed_text(deed: Deed) -> str:
    """What a deed would have written of the words of a person; empty where it types nothing."""
    words = deed.keywords if isinstance(deed, partial) else {}
    return str(words.get("text", words.get("name", "")))
