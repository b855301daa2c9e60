"""What is being typed is in a draft within two seconds, and goes with the typing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from curator.gui.controllers.ensemble import Ensemble
from curator.settings import state_folder
from curator.workspace import drafts, reading
from curator.workspace.editing import set_digest_field, set_signal_field
from curator.workspace.reviewing import set_tags
from curator.workspace.rows import delete_signals
from curator.workspace.workspace import Workspace
from tests.digests import KEY_A
from tests.gui.screen import Screen

PLACES = ["a cell", "a new row", "a theme", "the tags", "the title", "the summary"]
WAIT = 2_000


@pytest.fixture(autouse=True)
def harbours(screen: Screen) -> None:
    """The digest with two signals is shown."""
    screen.choose(1)


def begin(screen: Screen, where: str) -> QTextEdit:
    """Put the cursor there, ready to type."""
    if where in {"the title", "the summary"}:
        field = screen.part(QTextEdit, f"{where.split()[1]}Edit")
        field.setFocus()
        field.selectAll()
        return field
    if where == "a new row":
        screen.put_cursor("signalsTable", 0)
        screen.trigger("signal.add")
    else:
        name, column = {
            "a cell": ("signalsTable", 1),
            "a theme": ("themesTable", 0),
            "the tags": ("closestTable", 2),
        }[where]
        table = screen.put_cursor(name, 0, column)
        screen.qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = screen.window.focusWidget()
    assert isinstance(editor, QTextEdit)
    editor.selectAll()
    return editor


def kept() -> list[str]:
    """The texts of all drafts, read as another program would."""
    files = sorted((state_folder() / "drafts").rglob("*.json"))
    return [path.read_text(encoding="utf-8") for path in files]


def wait_for_draft(screen: Screen, words: str) -> None:
    screen.qtbot.waitUntil(lambda: any(words in text for text in kept()), timeout=WAIT)


def others(library: Path, deed, *values) -> None:
    """Another process changes the library, and the window hears of it."""
    elsewhere = Workspace.open(library, create=False)
    elsewhere.do(deed, *values)
    elsewhere.close()


def digest_of(library: Path):
    elsewhere = Workspace.open(library, create=False)
    whole = reading.whole(elsewhere, reading.digest_by_key(elsewhere, KEY_A).id)
    elsewhere.close()
    return whole


def look(screen: Screen) -> None:
    screen.part(Ensemble, "controllers").watching.look()


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Escape], ids=["Enter", "Esc"])
@pytest.mark.parametrize("where", PLACES)
def test_typing_has_a_draft_until_it_ends(screen: Screen, where: str, end: Qt.Key) -> None:
    editor = begin(screen, where)
    screen.qtbot.keyClicks(editor, "Sails")
    wait_for_draft(screen, "Sails")
    screen.qtbot.keyClick(editor, end)
    assert kept() == []
    assert screen.notice() == ""


def test_later_keystrokes_replace_the_draft(screen: Screen) -> None:
    editor = begin(screen, "a cell")
    screen.qtbot.keyClicks(editor, "Sails")
    wait_for_draft(screen, "Sails")
    screen.qtbot.keyClicks(editor, " up")
    wait_for_draft(screen, "Sails up")
    assert len(kept()) == 1


def test_a_draft_changes_nothing_for_other_windows(screen: Screen, library: Path) -> None:
    elsewhere = Workspace.open(library, create=False)
    elsewhere.changed_elsewhere()
    screen.qtbot.keyClicks(begin(screen, "the title"), "Sails")
    wait_for_draft(screen, "Sails")
    assert not elsewhere.changed_elsewhere()
    elsewhere.close()


def test_going_on_to_another_field_keeps_only_what_is_typed_there(screen: Screen) -> None:
    screen.qtbot.keyClicks(begin(screen, "the title"), "Sails")
    wait_for_draft(screen, "Sails")
    screen.qtbot.keyClicks(begin(screen, "a cell"), "Wind")
    wait_for_draft(screen, "Wind")
    assert len(kept()) == 1
    assert screen.title() == "Sails"


@pytest.mark.parametrize("where", ["the title", "a cell"])
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Escape], ids=["Enter", "Esc"])
def test_who_types_over_the_change_of_another_is_told(
    screen: Screen, library: Path, where: str, end: Qt.Key
) -> None:
    whole = digest_of(library)
    editor = begin(screen, where)
    screen.qtbot.keyClicks(editor, "Mine")
    wait_for_draft(screen, "Mine")
    if where == "the title":
        others(library, set_digest_field, whole.digest.id, "title", "Theirs")
    else:
        others(library, set_signal_field, whole.signals[0].id, "change", "Theirs")
    look(screen)
    assert screen.notice().endswith("was changed elsewhere to “Theirs”.")
    screen.qtbot.keyClicks(editor, "!")
    screen.qtbot.keyClick(editor, end)
    text = screen.title() if where == "the title" else screen.cells("signalsTable", 1)[0]
    assert text == ("Mine!" if end == Qt.Key.Key_Return else "Theirs")
    assert screen.notice() == ""


def test_what_another_changes_beside_it_is_no_news(screen: Screen, library: Path) -> None:
    whole = digest_of(library)
    screen.qtbot.keyClicks(begin(screen, "a cell"), "Mine")
    wait_for_draft(screen, "Mine")
    others(library, set_tags, whole.closest[0].id, "near")
    look(screen)
    assert screen.notice() == ""


def test_text_in_a_row_that_another_deletes_is_kept(screen: Screen, library: Path) -> None:
    whole = digest_of(library)
    screen.qtbot.keyClicks(begin(screen, "a cell"), "Mine")
    wait_for_draft(screen, "Mine")
    others(library, delete_signals, [whole.signals[0].id])
    look(screen)
    screen.wait_for_notice("is kept as a draft")
    assert "Mine" in kept()[0]


@pytest.mark.parametrize("where", ["a theme", "the title"])
def test_what_the_library_refuses_stays_in_the_editor_and_in_the_draft(
    screen: Screen, library: Path, where: str
) -> None:
    editor = begin(screen, where)
    screen.qtbot.keyClicks(editor, "Shipping")
    wait_for_draft(screen, "Shipping")
    if where == "the title":
        library.with_name("elsewhere").mkdir()
        library.rename(library.with_name("elsewhere") / library.name)
    screen.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert screen.notice() != ""
    assert editor.toPlainText() == "Shipping"
    assert "Shipping" in kept()[0]
    screen.qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert kept() == []


def test_what_can_not_be_committed_at_the_end_is_offered_next_time(
    screen: Screen, library: Path
) -> None:
    screen.qtbot.keyClicks(begin(screen, "a theme"), "Shipping")
    screen.window.close()  # the digest has that theme already
    workspace = Workspace.open(library, create=False)
    (draft,) = drafts.left_behind(workspace)
    workspace.close()
    assert (draft.kind, draft.stored, draft.text) == ("theme", "Energy", "Shipping")


@pytest.mark.fault("F20")
def test_going_on_to_another_digest_keeps_what_could_not_be_committed(
    screen: Screen, library: Path
) -> None:
    screen.qtbot.keyClicks(begin(screen, "the title"), "Sails")
    library.rename(library.with_name("away.curator"))
    screen.choose(0)
    assert screen.title() == "Ferries on Batteries"
    assert "is kept as a draft" in screen.notice()
    assert len(kept()) == 1
    assert "Sails" in kept()[0]


@pytest.mark.fault("F20")
def test_text_for_a_library_that_was_moved_away_waits_until_it_is_back(
    screen: Screen, library: Path
) -> None:
    away = library.with_name("away.curator")
    screen.qtbot.keyClicks(begin(screen, "the title"), "Sails")
    library.rename(away)
    screen.window.close()
    assert not library.exists()
    away.rename(library)
    workspace = Workspace.open(library, create=False)
    assert [draft.text for draft in drafts.left_behind(workspace)] == ["Sails"]
    workspace.close()


def test_a_state_folder_that_can_not_be_written_is_told_once(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "blocked").write_bytes(b"no folder")
    monkeypatch.setenv("CURATOR_STATE", str(tmp_path / "blocked"))
    editor = begin(screen, "the title")
    screen.qtbot.keyClicks(editor, "Sails")
    screen.wait_for_notice("can't be kept in a draft")
    screen.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert screen.title() == "Sails"
