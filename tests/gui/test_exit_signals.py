"""A signal is a wish to end, and what is being typed is not lost to it."""

import os
import signal
import socket

import pytest
from pytestqt.qtbot import QtBot

from curator.gui.exit_signals import NAMES, ExitSignals


@pytest.mark.parametrize("name", NAMES)
def test_each_signal_is_told_to_the_window(qtbot: QtBot, name: str) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)
    signals = ExitSignals()
    signals.install()
    with qtbot.waitSignal(signals.asked_to_end, timeout=5_000):
        os.kill(os.getpid(), number)
    assert signal.getsignal(number) == signal.SIG_DFL  # who asks twice means it
    signals.remove()
    assert signal.getsignal(number) == before


def test_other_signals_go_their_way(qtbot: QtBot) -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _frame: heard.append(number))
    signals = ExitSignals()
    signals.install()
    asked: list[bool] = []
    signals.asked_to_end.connect(lambda: asked.append(True))
    os.kill(os.getpid(), signal.SIGUSR1)
    qtbot.waitUntil(lambda: heard == [signal.SIGUSR1])
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: asked == [True])
    signals.remove()
    signal.signal(signal.SIGUSR1, before)


def test_who_was_woken_before_is_woken_again(qtbot: QtBot) -> None:
    ears, mouth = socket.socketpair()
    ears.setblocking(False)
    mouth.setblocking(False)
    former = signal.set_wakeup_fd(mouth.fileno())
    signals = ExitSignals()
    signals.install()
    signals.remove()
    assert signal.set_wakeup_fd(former) == mouth.fileno()
    ears.close()
    mouth.close()
