"""What models tell views and delegates about an item beyond Qt's own roles."""

from PySide6.QtCore import Qt

_FIRST = Qt.ItemDataRole.UserRole.value

ID_ROLE = _FIRST + 1
"""The id of the record in a row."""
NOTE_ROLE = _FIRST + 2
"""A quiet warning that stands under the text of a cell; empty for none."""
CARD_ROLE = _FIRST + 3
"""The DigestCard of a line in a list, or None where the library no longer has it."""
WIDTH_ROLE = _FIRST + 4
"""Of a horizontal header: the share of the width that a column gets, as a whole number."""
STRONG_ROLE = _FIRST + 5
"""Whether a cell is set in semibold."""
FIELD_ROLE = _FIRST + 6
"""The field in which a question looks for what a cell says; empty where no question does."""
PICK_ROLE = _FIRST + 7
"""Of a value of a facet: whether it is CHOSEN or EXCLUDED; empty for neither."""
CHOSEN, EXCLUDED = "chosen", "excluded"
COUNT_ROLE = _FIRST + 8
"""How many there are of what a line names."""
FADED_ROLE = _FIRST + 9
"""Whether what a line says is being asked for again."""
SPANS_ROLE = _FIRST + 10
"""The parts of a text that differ from another one, as (from, to)."""
GROUP_ROLE = _FIRST + 11
"""Of the line of a group: the `Group` and whether it is open; None in every other row."""
