"""Trouble with the disk, struck in this very process at one named place."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from curator.failpoints import VARIABLE

_struck: Counter[str] = Counter()


@contextmanager
def struck(name: str, action: str = "full") -> Iterator[None]:
    """The next passing of the failpoint fails; failpoints count on through the whole process."""
    _struck[name] += 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, f"{name}={action}@{_struck[name]}")
        yield
