"""The window comes back as it was left."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from curator.gui.window_state import WindowState


def test_geometry_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    left, come_back = QWidget(), QWidget()
    qtbot.addWidget(left)
    qtbot.addWidget(come_back)
    left.resize(700, 500)
    assert not WindowState(tmp_path).restore_geometry(come_back)
    WindowState(tmp_path).keep_geometry(left)
    assert WindowState(tmp_path).restore_geometry(come_back)
    assert (come_back.width(), come_back.height()) == (700, 500)


def test_the_sizes_of_panes_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    left, come_back = _splitter(qtbot), _splitter(qtbot)
    left.setSizes([100, 300])
    assert not WindowState(tmp_path).restore_splitter(come_back)
    WindowState(tmp_path).keep_splitter(left)
    assert WindowState(tmp_path).restore_splitter(come_back)
    assert come_back.sizes() == left.sizes()


def test_widths_of_columns_come_back_by_their_titles(tmp_path: Path) -> None:
    WindowState(tmp_path).keep_shares("signalsTable", {"Change": 120, "Driving force": 80})
    assert WindowState(tmp_path).shares("signalsTable") == {"Change": 120, "Driving force": 80}
    assert WindowState(tmp_path).shares("themesTable") == {}


def test_a_damaged_file_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text('[columns]\nsignalsTable="{not json"\n', "utf-8")
    assert WindowState(tmp_path).shares("signalsTable") == {}


def test_each_library_remembers_its_own_place(tmp_path: Path) -> None:
    one, other = tmp_path / "one.curator", tmp_path / "other.curator"
    WindowState(tmp_path).keep_last(one, "digest", "7")
    assert WindowState(tmp_path).last(one, "digest") == "7"
    assert WindowState(tmp_path).last(other, "digest") == ""


def test_a_safe_start_goes_back_to_nothing_and_loses_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    library, window = tmp_path / "one.curator", QWidget()
    qtbot.addWidget(window)
    state = WindowState(tmp_path)
    state.keep_geometry(window)
    state.keep_last(library, "digest", "7")
    state.keep_shares("signalsTable", {"Change": 120})
    safe = WindowState(tmp_path, forgets=True)
    assert not safe.restore_geometry(window)
    assert not safe.restore_splitter(_splitter(qtbot))
    assert safe.last(library, "digest") == ""
    assert safe.shares("signalsTable") == {}
    assert WindowState(tmp_path).last(library, "digest") == "7"


def _splitter(qtbot: QtBot) -> QSplitter:
    splitter = QSplitter()
    splitter.setObjectName("panes")
    qtbot.addWidget(splitter)
    splitter.addWidget(QLabel("left"))
    splitter.addWidget(QLabel("right"))
    splitter.resize(400, 100)
    return splitter


def test_whether_the_side_panel_is_wanted_comes_back(tmp_path: Path) -> None:
    assert WindowState(tmp_path).side_panel() is None
    for wanted in (True, False):
        WindowState(tmp_path).keep_side_panel(wanted)
        assert WindowState(tmp_path).side_panel() is wanted


def test_the_last_folder_of_a_purpose_comes_back_while_it_is_there(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    assert WindowState(tmp_path).folder("import") == ""
    WindowState(tmp_path).keep_folder("import", str(inbox))
    assert WindowState(tmp_path).folder("import") == str(inbox)
    inbox.rmdir()
    assert WindowState(tmp_path).folder("import") == ""


def test_parts_of_a_table_are_kept_apart(tmp_path: Path) -> None:
    WindowState(tmp_path).tables.keep("ledgerTable", "layout", "{}")
    again = WindowState(tmp_path)
    assert again.tables.told("ledgerTable", "layout") == "{}"
    assert again.tables.told("ledgerTable", "lines") == ""
    assert WindowState(tmp_path, forgets=True).tables.told("ledgerTable", "layout") == ""
