"""Long paths get places to break, and nothing else changes."""

from curator.gui.widgets.breaking import LONGEST, breakable

PATH = "/home/ämter/Umweltbeobachtung/Früherkennung-26/Datenschutzgrundverordnungsumsetzung.curator"


def test_a_long_path_breaks_after_its_joints_and_within_long_names() -> None:
    parts = breakable(f"It lies in {PATH}").split("\u200b")
    assert "".join(parts) == f"It lies in {PATH}"
    assert all(len(part) <= LONGEST for part in parts[1:])
    assert parts[1:4] == ["home/", "ämter/", "Umweltbeobachtung/"]


def test_short_words_are_left_alone() -> None:
    assert breakable("today at 12:04, 28.1 MB") == "today at 12:04, 28.1 MB"
