"""Colours that can be read, icons that exist, one style for both schemes."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from curator.domain.errors import CuratorError
from curator.gui import theme
from curator.gui.theme import COLOURS, Type, apply_theme, colour, font, icon, palette, set_icon
from curator.resources import resource

SURFACES = ("window", "panel", "sidebar", "accent_soft", "hover")
READABLE = [
    *((ink, ground) for ink in ("text", "muted") for ground in SURFACES),
    *((ink, ground) for ink in ("accent", "warn", "danger") for ground in SURFACES),
    ("warn", "warn_soft"),
    ("danger", "danger_soft"),
    ("text", "warn_soft"),
    ("text", "danger_soft"),
    ("on_accent", "accent"),
]
ICONS = [
    "import",
    "export",
    "undo",
    "redo",
    "search",
    "trash",
    "restore",
    "add",
    "delete",
    "up",
    "down",
    "duplicate",
    "link",
    "open",
    "theme",
    "keyword",
    "done",
    "todo",
    "work",
    "look",
    "settings",
    "moon",
    "sun",
    "folder",
    "sample",
    "warning",
    "history",
    "preview",
    "source",
    "close",
    "check",
    "external",
]


def luminance(name: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    ink = QColor(name)
    parts = ink.redF(), ink.greenF(), ink.blueF()
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", COLOURS)
@pytest.mark.parametrize(("ink", "ground"), READABLE)
def test_text_can_be_read_on_every_ground(scheme: str, ink: str, ground: str) -> None:
    assert contrast(COLOURS[scheme][ink], COLOURS[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", COLOURS)
@pytest.mark.parametrize("ground", ["window", "panel"])
def test_outlines_and_focus_rings_can_be_seen(scheme: str, ground: str) -> None:
    for name in ("edge", "accent"):
        assert contrast(COLOURS[scheme][name], COLOURS[scheme][ground]) >= 3


def test_both_schemes_name_the_same_colours() -> None:
    assert list(COLOURS["light"]) == list(COLOURS["dark"])


@pytest.mark.parametrize("scheme", COLOURS)
def test_the_style_names_no_colour_of_its_own(scheme: str) -> None:
    template = resource("styles", "window.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\s*[;,)]", template)
    filled = theme.style_sheet(scheme)
    assert COLOURS[scheme]["accent_soft"] in filled
    assert "$" not in filled


def test_the_scheme_changes_without_a_restart(qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    assert theme.current_scheme() == "dark"
    assert colour("panel") == QColor("#202326")
    assert qapp.palette().color(QPalette.ColorRole.Base) == colour("panel")
    apply_theme(qapp, "light")
    assert colour("panel") == QColor("#FFFFFF")
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor("#FFFFFF")


def test_an_unknown_scheme_is_refused(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        apply_theme(qapp, "sepia")
    with pytest.raises(KeyError):
        colour("mauve")
    apply_theme(qapp, "light")


def test_the_system_scheme_is_one_of_both(qapp: QApplication) -> None:
    apply_theme(qapp, "system")
    assert theme.current_scheme() in COLOURS
    apply_theme(qapp, "light")


def test_disabled_text_is_fainter(qapp: QApplication) -> None:
    disabled = palette("light").color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.alphaF() < 1


def test_the_type_scale(qapp: QApplication) -> None:
    assert [font(kind).pixelSize() for kind in Type] == [20, 14, 13, 13, 12]
    assert font(Type.TITLE).weight() > font(Type.READING).weight()


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_of_one_family(name: str) -> None:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor" stroke-width="1.75"' in drawing
    assert drawing.count("<path") >= 1


def inked(icon_: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colours of all fully drawn pixels."""
    picture = icon_.pixmap(32, mode).toImage()
    pixels = (picture.pixelColor(x, y) for x in range(32) for y in range(32))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_icons_are_tinted_by_the_scheme(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    assert inked(icon("add")) == {colour("text").name()}
    assert inked(icon("warning", "warn")) == {colour("warn").name()}
    assert not inked(icon("add"), QIcon.Mode.Disabled)


def test_an_icon_is_drawn_in_any_size_and_painted_where_it_is_asked_for(
    qapp: QApplication,
) -> None:
    apply_theme(qapp, "light")
    assert icon("add").pixmap(37).size() == QSize(37, 37)
    ground = QPixmap(40, 40)
    ground.fill(colour("panel"))
    painter = QPainter(ground)
    QIcon(icon("done")).paint(painter, ground.rect())
    painter.end()
    seen = ground.toImage()
    assert any(seen.pixelColor(x, y) == colour("text") for x in range(40) for y in range(40))


def test_an_icon_that_is_not_there_is_told(qapp: QApplication) -> None:
    with pytest.raises(CuratorError, match="unicorn"):
        icon("unicorn")


def test_icons_of_actions_and_buttons_follow_the_scheme(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    button = QToolButton(window)
    set_icon(button, "undo", "muted")
    action = QAction("Redo", window)
    set_icon(action, "redo")
    apply_theme(qapp, "dark")
    assert inked(button.icon()) == {colour("muted").name()}
    assert inked(action.icon()) == {colour("text").name()}
    apply_theme(qapp, "light")
    assert inked(action.icon()) == {colour("text").name()}
