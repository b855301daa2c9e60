"""What every page of one window works with: the library, its changes, messages and lanes."""

from dataclasses import dataclass
from functools import partial

from curator.domain.changes import Changes
from curator.domain.errors import CuratorError
from curator.gui.background import Background
from curator.gui.change_feed import ChangeFeed
from curator.gui.messages import Messages
from curator.gui.window_state import WindowState
from curator.workspace.workspace import Deed, Workspace


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

    def do(self, deed: Deed) -> Changes:
        """Do one deed as one step; empty where nothing changed or an error was told.

        Deeds that type into one field are one step when they follow each other within seconds.
        Even a bug is told and not raised: models call this while Qt commits an editor, and an
        exception on the way through Qt ends the process when the next editor closes.
        """
        return self.attempt(deed) or Changes()

    def attempt(self, deed: Deed) -> Changes | None:
        """The same, but None where it failed, so that an editor can keep what was typed."""
        field = field_of(deed)
        try:
            return self.workspace.type_into(field, deed) if field else self.workspace.do(deed)
        except CuratorError as error:
            self.messages.tell_error(error, unsaved=True)
        except Exception as bug:  # noqa: BLE001  no exception may cross Qt, see above
            self.messages.tell_exception(bug)
        return None


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
