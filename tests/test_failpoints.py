"""A failpoint is nothing until the environment asks for it."""

import errno
import os

import pytest

from curator.failpoints import ACTIONS, KILL, NAMES, VARIABLE, failpoint

NUMBERS = {"full": errno.ENOSPC, "broken": errno.EIO, "busy": errno.EBUSY}


def struck(name: str) -> bool:
    """Whether something fails at a failpoint."""
    try:
        failpoint(name)
    except OSError:
        return True
    return False


def test_nothing_happens_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert not struck("here.asked")
    monkeypatch.setenv(VARIABLE, "here.elsewhere=full")
    assert not struck("here.asked")


@pytest.mark.parametrize("action", [action for action in ACTIONS if action != KILL])
def test_the_disk_fails_as_it_is_asked_to(action: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, f"here.{action}={action}")
    with pytest.raises(OSError, match=os.strerror(NUMBERS[action])) as caught:
        failpoint(f"here.{action}")
    assert caught.value.errno == NUMBERS[action]


def test_it_strikes_once_and_then_lets_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "here.third=full@3")
    assert [struck("here.third") for _ in range(5)] == [False, False, True, False, False]


def test_a_name_that_only_begins_alike_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "here.finished=full")
    assert not struck("here.finish")


def test_a_name_says_the_deed_and_the_step() -> None:
    assert all(len(name.split(".")) == 2 for name in NAMES)
