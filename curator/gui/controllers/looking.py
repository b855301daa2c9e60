"""How the window looks and where the focus is: schemes, panes, side panel, the sheets of help."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QWidget

from curator.gui.controllers.desk import Desk
from curator.gui.dialogs.about_dialog import AboutDialog
from curator.gui.dialogs.keys_dialog import KeysDialog
from curator.gui.dialogs.report_dialog import ReportDialog
from curator.gui.dialogs.search_help_dialog import SearchHelpDialog
from curator.gui.pages.side_panel import PANELS
from curator.gui.theme import apply_theme
from curator.logbook import end_of_log, log_path
from curator.settings import COLOUR_SCHEMES, config_folder, load_settings, save_settings

NARROW = 1100
"""Pixels of the window below which the side panel is put away by itself."""


class Looking(QObject):
    """Nothing here touches the library."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = desk.session.state.side_panel()  # whether it is wanted, once said
        self._in_ledger = False
        self._beside_ledger = False  # never at first: the table needs the room
        if self._asked is not None:
            desk.side_panel.setVisible(self._asked)
        desk.window.installEventFilter(self)
        page = desk.digest_page
        panes: dict[str, QWidget] = {
            "view.sidebar": desk.sidebar,
            "view.list": desk.list_page.view,
            "view.title": page.head.title_field,
            "view.panel": desk.side_panel,
        }
        desk.actions.connect({id_: partial(self._focus, pane) for id_, pane in panes.items()})
        parts = ("signals", "closest", "themes", "keywords")
        desk.actions.connect({f"view.{part}": partial(self._work_in, part) for part in parts})
        desk.actions.connect({f"view.{name}": partial(self._open, name) for name in PANELS})
        desk.actions.connect({"help.keys": self.show_keys, "help.about": self.show_about})
        desk.actions.connect({"help.search": self.show_search_help})
        desk.actions.connect({"view.side_panel": self._toggle_panel, "help.log": self.show_log})
        self._group = QActionGroup(self)
        chosen = load_settings()[0].colour_scheme
        for scheme in COLOUR_SCHEMES:
            action = desk.actions[f"view.{scheme}"]
            action.setChecked(scheme == chosen)
            action.triggered.connect(partial(self._dress, scheme))
            self._group.addAction(action)

    def show_keys(self) -> None:
        """Open the sheet of keys."""
        self._desk.open_dialog(KeysDialog(self._desk.window))

    def show_search_help(self) -> None:
        """Open the sheet about searching."""
        self._desk.open_dialog(SearchHelpDialog(self._desk.window))

    def show_about(self) -> None:
        """Open what there is to say about the program."""
        places = {
            "Library": str(self._desk.session.workspace.path),
            "Settings": str(config_folder()),
        }
        self._desk.open_dialog(AboutDialog(places, self._desk.window))

    def show_log(self) -> None:
        """Open the end of the log, and say where it lies."""
        words = f"The log holds none of your texts. It lies in {log_path()}"
        lines = end_of_log().splitlines() or ["Nothing was noted yet."]
        self._desk.open_dialog(
            ReportDialog("Log", words, lines, parent=self._desk.window, at_end=True)
        )

    def turn_to_ledger(self, in_ledger: bool, *, beside: bool) -> None:
        """Put the side panel away beside the table of all signals, until it is asked for there;
        `beside` says that a digest is shown to which it can belong."""
        self._in_ledger = in_ledger
        self._beside_ledger = self._beside_ledger and beside
        self._show_panel()

    def _show_panel(self) -> None:
        wide = self._desk.window.width() >= NARROW
        wanted = wide if self._asked is None else self._asked
        self._desk.side_panel.setVisible(self._beside_ledger if self._in_ledger else wanted)

    def _focus(self, pane: QWidget, _checked: bool = False) -> None:
        target = pane
        if pane is self._desk.side_panel:
            self._place_panel(shown=True)
            target = _first_to_use(self._desk.side_panel.currentWidget())
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _work_in(self, part: str, _checked: bool = False) -> None:
        self._desk.digest_page.go_to_part(part)

    def _toggle_panel(self) -> None:
        self._place_panel(shown=not self._desk.side_panel.isVisible())

    def _open(self, name: str, _checked: bool = False) -> None:
        self._place_panel(shown=True)
        self._desk.side_panel.open(name)

    def _place_panel(self, *, shown: bool) -> None:
        if self._in_ledger:
            self._beside_ledger = shown
        else:
            self._asked = shown
            self._desk.session.state.keep_side_panel(shown)
        self._show_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the window becomes narrow, the digest needs the room more than the side panel,
        unless the person asked for that."""
        if event.type() == QEvent.Type.Resize and self._asked is None:
            self._show_panel()
        return super().eventFilter(watched, event)

    def _dress(self, scheme: str, _checked: bool = False) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, scheme)
        save_settings(replace(load_settings()[0], colour_scheme=scheme))


def _first_to_use(page: QWidget) -> QWidget:
    """The page itself where keys do something in it, or else its first part where they do."""
    parts = [page, *page.findChildren(QWidget)]
    usable = (part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((part for part in usable if part.isVisibleTo(page) or part is page), page)
