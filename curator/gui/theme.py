"""How the window looks: one set of colour names for light and dark, one type scale, one style.

Widgets ask for colours and icons by name when they paint, so a change of scheme needs no restart.
"""

from enum import Enum
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
    QStyleHints,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from curator.resources import resource

COLOURS: dict[str, dict[str, str]] = {
    "light": {
        "window": "#F6F6F3",  # tool bar, side panes, status bar
        "panel": "#FFFFFF",  # surfaces to read and edit on
        "sidebar": "#EDEDE8",
        "line": "#DEDED7",  # hairlines, grid
        "edge": "#8B9088",  # outlines of controls, which need 3:1
        "text": "#1D2125",
        "muted": "#5C6269",  # dates, counts, headings of sections
        "accent": "#1F6B62",  # current item, links, focus
        "accent_soft": "#DCEBE7",  # selection
        "on_accent": "#FFFFFF",
        "hover": "#F0F4F2",
        "handle": "#C3C5BE",  # scroll bars
        "handle_hover": "#9A9D95",
        "warn": "#8A5200",  # findings, in work
        "warn_soft": "#FBEFD9",
        "danger": "#A8322A",  # conflicts, damage
        "danger_soft": "#FBE7E5",
    },
    "dark": {
        "window": "#191B1D",
        "panel": "#202326",
        "sidebar": "#1C1F21",
        "line": "#33383C",
        "edge": "#6F777E",
        "text": "#E6E8EA",
        "muted": "#A3ABB2",
        "accent": "#6CC3B5",
        "accent_soft": "#23413D",
        "on_accent": "#10201D",
        "hover": "#272C2F",
        "handle": "#454C51",
        "handle_hover": "#626B71",
        "warn": "#E3B15F",
        "warn_soft": "#3B3122",
        "danger": "#F08A80",
        "danger_soft": "#432A28",
    },
}
FOCUS_WIDTH = 2
_WANTED, _SCHEME, _ICON = "curatorWantedScheme", "curatorScheme", "curatorIcon"


class Type(Enum):
    """The type scale: size in pixels and whether it is semibold."""

    TITLE = (20, True)
    READING = (14, False)
    TABLE = (13, False)
    TABLE_STRONG = (13, True)
    QUIET = (12, False)


def font(kind: Type) -> QFont:
    """The system font at one step of the type scale."""
    size, strong = kind.value
    made = QFont(QGuiApplication.font())
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def current_scheme() -> str:
    """The scheme in force: "light" or "dark"."""
    application = QApplication.instance()
    return str((application and application.property(_SCHEME)) or "light")


def colour(name: str) -> QColor:
    """The colour called `name` in the scheme in force.

    Raises:
        KeyError: no colour has that name.
    """
    return QColor(COLOURS[current_scheme()][name])


def apply_theme(application: QApplication, scheme: str = "system") -> None:
    """Dress the whole application; "system" follows the desktop from now on.

    Raises:
        KeyError: `scheme` is none of "light", "dark" and "system".
    """
    hints = application.styleHints()
    if application.property(_WANTED) is None:
        application.setStyle("Fusion")
        hints.colorSchemeChanged.connect(_follow_system)
    application.setProperty(_WANTED, scheme)
    # The desktop's own parts (title bar, file dialogs) take the scheme from here.
    hints.setColorScheme(_REQUEST[scheme])
    _dress(application, _system_scheme(hints) if scheme == "system" else scheme)


def icon(name: str, colour_name: str = "text") -> QIcon:
    """The icon called `name`, drawn in a named colour; quiet where its control is disabled.

    Raises:
        CuratorError: there is no such icon.
    """
    drawing = resource("icons", f"{name}.svg")
    return QIcon(_Drawing(drawing, colour(colour_name), _faded()))


def set_icon(holder: QAction | QAbstractButton, name: str, colour_name: str = "text") -> None:
    """Give an action or button an icon that keeps up with changes of the scheme."""
    holder.setProperty(_ICON, f"{name} {colour_name}")
    holder.setIcon(icon(name, colour_name))


def style_sheet(scheme: str) -> str:
    """The style template with the colours of one scheme filled in."""
    template = resource("styles", "window.qss").read_text(encoding="utf-8")
    signs = {
        sign: resource("styles", f"{sign}-{scheme}.svg").as_posix() for sign in ("tick", "arrow")
    }
    return Template(template).substitute(COLOURS[scheme], **signs, focus=f"{FOCUS_WIDTH}px")


def palette(scheme: str) -> QPalette:
    """The palette of one scheme, for all that Fusion paints itself."""
    named = {name: QColor(value) for name, value in COLOURS[scheme].items()}
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, named[name])
    faded = QColor(named["muted"])
    faded.setAlphaF(0.6)
    for role in (QPalette.ColorRole.Text, _WINDOW_TEXT, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


_WINDOW_TEXT = QPalette.ColorRole.WindowText
_ROLES = {
    QPalette.ColorRole.Window: "window",
    _WINDOW_TEXT: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "window",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "line",
}
_REQUEST = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "system": Qt.ColorScheme.Unknown,
}


def _system_scheme(hints: QStyleHints) -> str:
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _follow_system() -> None:
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.property(_WANTED) == "system":
        _dress(application, _system_scheme(application.styleHints()))


def _dress(application: QApplication, scheme: str) -> None:
    if application.property(_SCHEME) == scheme:
        return
    application.setProperty(_SCHEME, scheme)
    application.setFont(font(Type.TABLE))
    application.setPalette(palette(scheme))
    application.setStyleSheet(style_sheet(scheme))
    for window in application.topLevelWidgets():
        holders: list[QAction | QAbstractButton] = [
            *window.findChildren(QAction),
            *window.findChildren(QAbstractButton),
        ]
        for holder in holders:
            if told := holder.property(_ICON):
                holder.setIcon(icon(*str(told).split()))


class _Drawing(QIconEngine):
    """Draws an icon in the size that is needed, and not before it is needed: most are in menus."""

    def __init__(self, drawing: Path, ink: QColor, faded: QColor) -> None:
        super().__init__()
        self._drawing, self._ink, self._faded = drawing, ink, faded

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.pixmap(rect.size() * ratio, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        ink = self._faded if mode == QIcon.Mode.Disabled else self._ink
        return _drawn(self._drawing, ink, min(size.width(), size.height()))

    def clone(self) -> QIconEngine:
        return _Drawing(self._drawing, self._ink, self._faded)


def _faded() -> QColor:
    faded = colour("muted")
    faded.setAlphaF(0.45)
    return faded


def _drawn(drawing: Path, ink: QColor, size: int) -> QPixmap:
    key = f"curator-{drawing.stem}-{ink.name(QColor.NameFormat.HexArgb)}-{size}"
    pixmap = QPixmap(QSize(size, size))
    if not QPixmapCache.find(key, pixmap):
        svg = drawing.read_text(encoding="utf-8").replace("currentColor", ink.name())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(ink.alphaF())
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
        painter.end()
        QPixmapCache.insert(key, pixmap)
    return pixmap
