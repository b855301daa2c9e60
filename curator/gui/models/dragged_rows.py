"""Rows on their way to another place of the same table, as what a drag carries."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from curator.gui.models.scope import Scope

ROWS_MIME = "application/x-curator-rows"


def carried(ids: Sequence[int], scope: Scope | None) -> QMimeData:
    """The ids of the dragged rows, and the table where they belong."""
    told = {"home": scope.name() if scope else [], "ids": list(ids)}
    mime = QMimeData()
    mime.setData(ROWS_MIME, json.dumps(told).encode())
    return mime


def ids_carried(mime: QMimeData, scope: Scope | None) -> list[int]:
    """The rows that a drag carries, where they belong into the table of `scope`; else none."""
    if not mime.hasFormat(ROWS_MIME):
        return []
    told = json.loads(mime.data(ROWS_MIME).toStdString())
    return list(told["ids"]) if told["home"] == (scope.name() if scope else []) else []
