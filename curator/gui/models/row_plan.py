"""What stands in which row of the ledger: all rows one after the other, or under their groups."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from curator.domain.ledger import Group

Ids = Sequence[int]


class RowPlan:
    """Never changed once it is made. The rows of a group stand under its line while it is open;
    the same id can stand in several groups.

    Without groups the plan is just `ids`.
    """

    def __init__(
        self,
        ids: Ids = (),
        groups: Sequence[Group] = (),
        opened: Mapping[str, Ids] | None = None,
        *,
        grouped: bool = False,
    ) -> None:
        self.ids = ids if isinstance(ids, array) else array("q", ids)
        self.groups = groups
        self.grouped = grouped
        self._open = dict(opened or {})
        kept = [n for n, group in enumerate(groups) if group.value in self._open]
        self._places = kept if self._open else []
        """Which groups are open, by their places among the groups."""
        self._inner = [self._open[groups[place].value] for place in self._places]
        self._before = [0, *accumulate(map(len, self._inner))]
        self._lines = [place + self._before[n] for n, place in enumerate(self._places)]
        """The rows of the lines of open groups."""

    def __len__(self) -> int:
        return len(self.groups) + self._before[-1] if self.grouped else len(self.ids)

    def id_at(self, row: int) -> int:
        """The id in a row; 0 for the line of a group."""
        if not self.grouped:
            return self.ids[row]
        nth = bisect_right(self._lines, row) - 1
        if nth < 0 or not 0 < row - self._lines[nth] <= len(self._inner[nth]):
            return 0
        return self._inner[nth][row - self._lines[nth] - 1]

    def group_at(self, row: int) -> Group | None:
        """The group whose line stands in a row."""
        if not self.grouped or self.id_at(row):
            return None
        nth = bisect_right(self._lines, row)
        opened = nth and self._lines[nth - 1] == row
        return self.groups[row - self._before[nth - 1 if opened else nth]]

    def ids_between(self, start: int, stop: int) -> list[int]:
        """The ids in some rows, in order."""
        if not self.grouped:
            return list(self.ids[start:stop])
        rows = range(max(start, 0), min(stop, len(self)))
        return [id_ for row in rows if (id_ := self.id_at(row))]

    def ids_in(self, spans: Sequence[range]) -> Iterator[int]:
        """The ids in spans of rows, each once, in order; fast for all rows of the ungrouped."""
        if not self.grouped:
            for span in spans:
                yield from self.ids[span.start : span.stop]
            return
        told: set[int] = set()
        for span in spans:
            for id_ in self.ids_between(span.start, span.stop):
                if id_ not in told:
                    told.add(id_)
                    yield id_

    def count_in(self, spans: Sequence[range]) -> int:
        """How many different ids stand in spans of rows."""
        if not self.grouped:
            return sum(map(len, spans))
        told: set[int] = set()
        for span in spans:
            for line, inner in zip(self._lines, self._inner, strict=True):
                first = line + 1
                told.update(inner[max(span.start - first, 0) : max(span.stop - first, 0)])
        return len(told)

    def row_of(self, id_: int) -> int:
        """The first row of an id, or -1."""
        if not self.grouped:
            return self.ids.index(id_) if id_ in self.ids else -1
        for line, inner in zip(self._lines, self._inner, strict=True):
            if id_ in inner:
                return line + 1 + inner.index(id_)
        return -1

    def line_of(self, value: str) -> int:
        """The row of the line of a group, or -1."""
        for place, group in enumerate(self.groups):
            if group.value == value:
                return place + self._before[bisect_right(self._places, place - 1)]
        return -1

    def line_above(self, row: int) -> int:
        """The row of the group that a row stands under; its own for the line of a group, and -1
        where nothing is grouped."""
        if not self.grouped:
            return -1
        if not self.id_at(row):
            return row
        return self._lines[bisect_right(self._lines, row) - 1]

    def opened(self) -> dict[str, Ids]:
        """The ids of the open groups by their values."""
        return dict(self._open)

    def with_open(self, value: str, ids: Ids) -> "RowPlan":
        """The same with a group opened."""
        return RowPlan(groups=self.groups, opened={**self._open, value: ids}, grouped=True)

    def with_closed(self, value: str) -> "RowPlan":
        """The same with a group closed."""
        left = {name: ids for name, ids in self._open.items() if name != value}
        return RowPlan(groups=self.groups, opened=left, grouped=True)
