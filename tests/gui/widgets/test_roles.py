"""No two roles mean the same number, and none is one of Qt's."""

from PySide6.QtCore import Qt

from curator.gui.widgets import roles


def test_roles_are_our_own_and_differ() -> None:
    numbers = [value for name, value in vars(roles).items() if name.endswith("_ROLE")]
    assert len(numbers) == len(set(numbers)) >= 5
    assert min(numbers) > Qt.ItemDataRole.UserRole.value
