"""Every action of the window in one table; menus, tool bar, key sheet and tests read it.

An action that only makes sense in one table carries the object name of that table as its `scope`:
its keys work while that table has the focus, so that the same key can mean "add a row" in each.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from curator.domain.link import RELATIONS
from curator.domain.review import REVIEWS

MENUS = ("File", "Edit", "Digest", "Rows", "Links", "View", "Help")
LIBRARY, DIGEST, TRASHED, CHOSEN = "library", "digest", "trashed", "chosen"
SIGNAL_ROW, THEME_ROW, KEYWORD_ROW, LINK_ROW = "signal row", "theme row", "keyword row", "link row"
UNDOABLE, REDOABLE, BACK, FORWARD = "undoable", "redoable", "back", "forward"
NARROWED, SAVED, CHANGED = "narrowed", "saved search", "changed search"
LEDGER = "ledger"
EDITABLE, MENDABLE = "editable", "mendable"
"""What an action can need before it means anything; the window says which of them hold.

EDITABLE: the library can be written. MENDABLE: its file may be replaced by a better one.
"""
PERMISSIONS = frozenset({EDITABLE, MENDABLE})
"""States that are missing for a reason which the person wants to know."""
MENDING = ("file.bring_back", "help.repair")
"""What helps a library that is damaged, the surest first."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: `keys` in Qt's portable notation, `icon` a name of the icon set.

    `needs` lists the states without which it is off; `opens_group` draws a line above it in its
    menu; `choice` names a group of which one is checked.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    scope: str = ""
    needs: tuple[str, ...] = ()
    opens_group: bool = False
    choice: str = ""


def _rows(part: str, table: str, state: str, noun: str) -> tuple[ActionSpec, ...]:
    """Adding and deleting rows: the same keys in each table."""
    add = ActionSpec(
        f"{part}.add", f"Add {noun}", "Rows", ("Ctrl+Return", "Ctrl+Enter"), "add",
        f"Add a {noun} below the current row", table, (DIGEST, EDITABLE), opens_group=True,
    )  # fmt: skip
    delete = ActionSpec(
        f"{part}.delete", f"Delete {noun}", "Rows", ("Ctrl+Del", "Ctrl+Backspace"), "delete",
        f"Delete the selected {noun}s; undo brings them back", table, (DIGEST, state, EDITABLE),
    )  # fmt: skip
    return add, delete


def _reviews() -> Iterator[ActionSpec]:
    for number, state in enumerate(REVIEWS, start=1):
        yield ActionSpec(
            f"review.{state.replace(' ', '')}", f"Mark as {state}", "Digest", (f"Ctrl+{number}",),
            tip=f"Mark the selected digests as {state}", needs=(CHOSEN, EDITABLE),
            opens_group=number == 1,
        )  # fmt: skip


def _relations() -> Iterator[ActionSpec]:
    for number, name in enumerate((*RELATIONS, ""), start=1):
        text = f"Tag as {name}" if name else "Clear the relation"
        yield ActionSpec(
            f"relation.{name.replace(' ', '') or 'clear'}", text, "Links",
            (str(number) if name else "0",), tip=f"{text} (in the table of closest digests)",
            scope="closestTable", needs=(DIGEST, LINK_ROW, EDITABLE), opens_group=number == 1,
        )  # fmt: skip


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.import", "Import files …", "File", ("Ctrl+I",), "import",
               "Import digests from Markdown files", needs=(EDITABLE,)),
    ActionSpec("file.import_folder", "Import a folder …", "File", ("Ctrl+Shift+I",), "folder",
               "Import all digests in a folder and the folders in it", needs=(EDITABLE,)),
    ActionSpec("file.export", "Export …", "File", ("Ctrl+E",), "export",
               "Write digests as Markdown files", needs=(LIBRARY,)),
    ActionSpec("file.conflicts", "Compare conflicts …", "File", ("Ctrl+Shift+K",), "warning",
               "Files that changed outside while their digests were edited here",
               needs=(EDITABLE,)),
    ActionSpec("file.backup", "Back up the library", "File", ("Ctrl+S",), "backup",
               "Edits are saved as you make them; this adds a verified copy of the library",
               needs=(EDITABLE,)),
    ActionSpec("file.bring_back", "Bring back a backup …", "File", (), "bringback",
               "Put an earlier copy in the place of this library, which is kept aside",
               needs=(MENDABLE,)),
    ActionSpec("file.save_copy", "Save a copy as …", "File", ("Ctrl+Shift+S",), "",
               "Write all of this library to another file, verified"),
    ActionSpec("library.new", "New library …", "File", ("Ctrl+Shift+N",), "add",
               "Make a new, empty library", opens_group=True),
    ActionSpec("library.open", "Open library …", "File", ("Ctrl+O",), "open",
               "Open another library"),
    ActionSpec("library.sample", "Add the sample digests", "File", (), "sample",
               "Import the digests that come with Curator, to try things out", needs=(EDITABLE,)),
    ActionSpec("file.close", "Close", "File", ("Ctrl+W", "Ctrl+Q"), "",
               "Close the window; everything is saved already", opens_group=True),
    ActionSpec("edit.undo", "Undo", "Edit", ("Ctrl+Z",), "undo",
               "Take the last step back, also one of yesterday", needs=(UNDOABLE, EDITABLE)),
    ActionSpec("edit.redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo",
               "Do again what was undone", needs=(REDOABLE, EDITABLE)),
    ActionSpec("edit.find", "Search", "Edit", ("Ctrl+F",), "search",
               "Search digests, signals and themes", opens_group=True),
    ActionSpec("edit.clear_search", "Clear the search", "Edit", ("Ctrl+Shift+F",), "",
               "Show all digests of the view again"),
    ActionSpec("search.save", "Save the search …", "Edit", ("Ctrl+Shift+B",), "",
               "Keep what narrows the list under a name in the sidebar",
               needs=(NARROWED, EDITABLE)),
    ActionSpec("search.update", "Update to the current search", "Edit", (), "",
               "Let the chosen saved search ask for what is listed now", "sidebar",
               (CHANGED, EDITABLE)),
    ActionSpec("search.rename", "Rename the saved search", "Edit", ("F2",), "",
               "Give the chosen saved search another name", "sidebar", (SAVED, EDITABLE)),
    ActionSpec("search.up", "Move the saved search up", "Edit", ("Alt+Up",), "up", "",
               "sidebar", (SAVED, EDITABLE)),
    ActionSpec("search.down", "Move the saved search down", "Edit", ("Alt+Down",), "down", "",
               "sidebar", (SAVED, EDITABLE)),
    ActionSpec("search.delete", "Delete the saved search", "Edit", ("Del",), "delete",
               "Delete the chosen saved search; the digests that it lists stay", "sidebar",
               (SAVED, EDITABLE)),
    ActionSpec("edit.replace", "Replace …", "Edit", ("Ctrl+H",), "",
               "Find and replace in all that is listed, with a preview", needs=(LIBRARY, EDITABLE),
               opens_group=True),
    ActionSpec("edit.many", "Edit many …", "Edit", ("Ctrl+Shift+H",), "",
               "Set, append to or clear a field, or change themes and review states, in all that"
               " is listed", needs=(LIBRARY, EDITABLE)),
    ActionSpec("edit.drafts", "Unfinished texts …", "Edit", (), "",
               "What was being typed when Curator ended, beside what the library has"),
    ActionSpec("digest.next", "Next digest", "Digest", ("Alt+PgDown",), "down",
               "Go to the next digest of the list", needs=(LIBRARY,)),
    ActionSpec("digest.previous", "Previous digest", "Digest", ("Alt+PgUp",), "up",
               "Go to the previous digest of the list", needs=(LIBRARY,)),
    ActionSpec("digest.back", "Back", "Digest", ("Alt+Left",), "",
               "Go back to the digest you came from", needs=(BACK,)),
    ActionSpec("digest.forward", "Forward", "Digest", ("Alt+Right",), "",
               "Go again to where you went back from", needs=(FORWARD,)),
    ActionSpec("go.anything", "Go to anything …", "Digest", ("Ctrl+K",), "",
               "Find a digest, theme, search, view or action by a few letters"),
    ActionSpec("digest.open_source", "Open the article …", "Digest", ("Ctrl+Shift+O",), "external",
               "Show the address of the article, and open it in the browser", needs=(DIGEST,)),
    *_reviews(),
    ActionSpec("review.done_next", "Done, and next", "Digest", ("F9",), "check",
               "Mark as done and go to the next digest", needs=(DIGEST, EDITABLE)),
    ActionSpec("digest.trash", "Move to the trash", "Digest", ("Ctrl+Shift+Del",), "trash",
               "Put the selected digests into the trash", needs=(CHOSEN, EDITABLE),
               opens_group=True),
    ActionSpec("digest.restore", "Restore from the trash", "Digest", ("Ctrl+Shift+R",), "restore",
               "Take the selected digests out of the trash", needs=(TRASHED, EDITABLE)),
    *_rows("signal", "signalsTable", SIGNAL_ROW, "signal"),
    ActionSpec("signal.duplicate", "Duplicate signal", "Rows", ("Ctrl+D",), "duplicate",
               "Put a copy below each selected row", "signalsTable",
               (DIGEST, SIGNAL_ROW, EDITABLE)),
    ActionSpec("signal.up", "Move signal up", "Rows", ("Alt+Up",), "up",
               "Move the selected rows up", "signalsTable", (DIGEST, SIGNAL_ROW, EDITABLE)),
    ActionSpec("signal.down", "Move signal down", "Rows", ("Alt+Down",), "down",
               "Move the selected rows down", "signalsTable", (DIGEST, SIGNAL_ROW, EDITABLE)),
    *_rows("theme", "themesTable", THEME_ROW, "theme"),
    *_rows("keyword", "keywordsTable", KEYWORD_ROW, "keyword"),
    ActionSpec("link.add", "Add a closest digest …", "Links", ("Ctrl+Return", "Ctrl+Enter"), "add",
               "Search a title and list that digest as close", "closestTable",
               (DIGEST, EDITABLE)),
    ActionSpec("link.open", "Open the closest digest", "Links", ("Ctrl+Shift+Return",), "external",
               "Go to the digest that the row names", "closestTable", (DIGEST, LINK_ROW)),
    ActionSpec("link.delete", "Delete closest digest", "Links", ("Ctrl+Del", "Ctrl+Backspace"),
               "delete", "Delete the selected rows; undo brings them back", "closestTable",
               (DIGEST, LINK_ROW, EDITABLE)),
    *_relations(),
    ActionSpec("view.digests", "Digests", "View", ("F6",), "",
               "List the digests, and show one of them"),
    ActionSpec("view.ledger", "Signals", "View", ("F7",), "",
               "List the signals of all digests in one table"),
    ActionSpec("view.split", "Show the digest beside the signals", "View", ("Shift+F7",), "",
               "Show or hide the digest of the current row beside the table of all signals",
               needs=(LEDGER,)),
    ActionSpec("ledger.open", "Go to the signal in its digest", "View", ("Ctrl+Shift+Return",), "",
               "Show the digest of the current row, with that row selected", "ledgerTable",
               (LEDGER,)),
    ActionSpec("ledger.group", "Group the signals …", "View", ("Ctrl+G",), "",
               "By theme, driving force, horizon, digest or month", needs=(LEDGER,)),
    ActionSpec("ledger.columns", "Columns …", "View", ("Ctrl+Shift+G",), "",
               "Sort by a column, move it, hide and show columns", needs=(LEDGER,)),
    ActionSpec("view.sidebar", "Go to the views", "View", ("Alt+1",), opens_group=True),
    ActionSpec("view.facets", "Go to the facets", "View", ("Alt+0",)),
    ActionSpec("view.list", "Go to the list", "View", ("Alt+2",)),
    ActionSpec("view.trash", "Show the trash", "View", (), "trash",
               "Go to the digests that were moved to the trash"),
    ActionSpec("view.signals", "Go to the signals", "View", ("Alt+3",)),
    ActionSpec("view.closest", "Go to the closest digests", "View", ("Alt+4",)),
    ActionSpec("view.panel", "Go to the side panel", "View", ("Alt+5",)),
    ActionSpec("view.title", "Go to the title", "View", ("Alt+6",)),
    ActionSpec("view.themes", "Go to the themes", "View", ("Alt+7",)),
    ActionSpec("view.keywords", "Go to the keywords", "View", ("Alt+8",)),
    ActionSpec("view.notice", "Go to the notice", "View", ("Alt+9",),
               tip="Answer or close what the bar at the foot says, or the line at the head"),
    ActionSpec("view.preview", "Preview", "View", ("Ctrl+Shift+1",), opens_group=True),
    ActionSpec("view.history", "History", "View", ("Ctrl+Shift+2",)),
    ActionSpec("view.findings", "Findings", "View", ("Ctrl+Shift+3",)),
    ActionSpec("view.source", "Source", "View", ("Ctrl+Shift+4",)),
    ActionSpec("view.side_panel", "Show the side panel", "View", ("F8",),
               tip="Show or hide what stands beside the digest"),
    ActionSpec("view.light", "Light", "View", choice="scheme", opens_group=True),
    ActionSpec("view.dark", "Dark", "View", choice="scheme"),
    ActionSpec("view.system", "As the system", "View", choice="scheme"),
    ActionSpec("help.keys", "Keys", "Help", ("F1",), "", "All keys on one sheet"),
    ActionSpec("help.search", "How to search", "Help", ("Shift+F1",), "help",
               "What can be typed into the search box"),
    ActionSpec("help.safe", "Is my work safe?", "Help", ("Ctrl+F1",), "shield",
               "Backups, checks, place and history of this library, on one page"),
    ActionSpec("help.check", "Check the library", "Help", (), "",
               "Compare file, history, index and kept texts with each other"),
    ActionSpec("help.repair", "Repair the library …", "Help", (), "",
               "Save what can be saved into a new file; the damaged one is kept",
               needs=(MENDABLE,)),
    ActionSpec("help.log", "Show the log", "Help", (), "",
               "What Curator noted about its runs, without any of your texts"),
    ActionSpec("help.about", "About Curator", "Help", (), "",
               "Version, licence and where things lie"),
)  # fmt: skip

_PLAIN_TIP = "plainTip"
TOOL_BAR = ("file.import", "file.export", "edit.undo", "edit.redo")
"""What the tool bar shows, in order, before the search box."""


class ActionTable:
    """The actions of one window, made from the table; found by id."""

    def __init__(self, parent: QObject, set_icon: Callable[[QAction, str], None]) -> None:
        self._actions = {spec.id: _action(spec, parent) for spec in ACTIONS}
        self._holding: frozenset[str] | None = None
        for spec in ACTIONS:
            if spec.icon:
                set_icon(self._actions[spec.id], spec.icon)

    def __getitem__(self, id_: str) -> QAction:
        """The action with this id; KeyError where the table has none."""
        return self._actions[id_]

    def connect(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Connect ids to what they do."""
        for id_, slot in slots.items():
            self._actions[id_].triggered.connect(slot)

    def enable(self, states: Iterable[str], reason: str = "") -> None:
        """Turn each action on or off by the states that hold now.

        `reason` is why the library can't be edited: an action that is off for it says so.
        """
        holding = frozenset(states)
        if holding == self._holding and not reason:
            return  # as after most moves
        self._holding = None if reason else holding
        for spec in ACTIONS:
            action = self._actions[spec.id]
            action.setEnabled(holding.issuperset(spec.needs))
            _explain(action, reason if PERMISSIONS.intersection(spec.needs) - holding else "")

    def of_scope(self, scope: str) -> list[QAction]:
        """The actions that belong to the widget of that name."""
        return [self._actions[spec.id] for spec in ACTIONS if spec.scope == scope]

    def of_menu(self, menu: str) -> list[tuple[ActionSpec, QAction]]:
        """What a menu shows, in order."""
        return [(spec, self._actions[spec.id]) for spec in ACTIONS if spec.menu == menu]


def _explain(action: QAction, reason: str) -> None:
    """Put a reason in the place of the tip, or the tip back where there is none."""
    former = action.statusTip()
    tip = action.property(_PLAIN_TIP) if former and action.toolTip() == former else action.toolTip()
    action.setProperty(_PLAIN_TIP, tip)
    action.setToolTip(reason or tip)
    action.setStatusTip(reason)


def _action(spec: ActionSpec, parent: QObject) -> QAction:
    action = QAction(spec.text, parent)
    action.setObjectName(spec.id)
    action.setIconText(spec.text.split()[0])
    action.setShortcuts([QKeySequence(key) for key in spec.keys])
    native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = spec.tip or spec.text
    action.setToolTip(f"{tip} ({native})" if native else tip)
    action.setCheckable(bool(spec.choice))
    if spec.scope:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return action
