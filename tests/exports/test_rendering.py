"""The preview is made in a process that can be stopped: nothing hostile reaches the window."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import psutil
import pytest

from curator.exports.html import LONGEST
from curator.exports.rendering import GAVE_UP, TOO_SLOW, Renderer
from tests.codec.texts import HOSTILE

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")
QUADRATIC = "[a](" * 40_000
WINDOW = """
import sys
from curator.exports.rendering import Renderer

if __name__ == "__main__":
    renderer = Renderer()
    renderer.render("a")
    print(renderer.pid, flush=True)
    sys.stdin.readline()
    print("rendering", flush=True)
    renderer.render("[a](" * 40_000)
"""


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    """One renderer for all stories, as a window has it."""
    made = Renderer()
    yield made
    made.close()
    assert multiprocessing.active_children() == []


def test_nothing_is_started_before_the_first_text() -> None:
    idle = Renderer()
    assert idle.pid == 0
    idle.close()
    assert "did not start" in idle.render("late")
    assert idle.pid == 0


def test_a_text_becomes_a_page_in_another_process(renderer: Renderer) -> None:
    assert renderer.render("# Title\n\n*words*") == "<h1>Title</h1>\n<p><em>words</em></p>"
    first = renderer.pid
    assert first not in {0, os.getpid()}
    assert "<li>a</li>" in renderer.render("* a")
    assert renderer.pid == first


@pytest.mark.fault("F33")
def test_a_text_that_would_take_minutes_is_stopped_and_the_next_one_is_a_page(
    renderer: Renderer,
) -> None:
    renderer.render("a")
    slow = renderer.pid
    shown = renderer.render(QUADRATIC)
    assert TOO_SLOW in shown
    assert "[a]([a](" in shown
    assert not psutil.pid_exists(slow)
    assert renderer.render("again") == "<p>again</p>"


@pytest.mark.fault("F33")
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_every_hostile_text_is_answered(renderer: Renderer, name: str) -> None:
    shown = renderer.render(HOSTILE[name])
    assert shown.startswith("<")


@pytest.mark.fault("F33")
@pytest.mark.parametrize(
    "text",
    [">" * 100_000, "\n".join(f"{'    ' * depth}* x" for depth in range(400)), "<ul><li>" * 20_000],
    ids=["quotes", "lists", "tags"],
)
def test_deep_nesting_is_shown_as_it_is_written(renderer: Renderer, text: str) -> None:
    assert "<pre>" in renderer.render(text)


def test_a_text_without_end_is_not_even_sent(renderer: Renderer) -> None:
    shown = renderer.render("<b>" + "x" * LONGEST)
    assert "too long" in shown
    assert "<b>" not in shown


@pytest.mark.fault("F34")
def test_half_characters_and_nul_are_no_trouble(renderer: Renderer) -> None:
    assert "a" in renderer.render("a\ud800\x00b")
    assert "a‹U+D800›" in renderer.render("a\ud800" + "x" * LONGEST)


@on_posix
def test_a_child_that_was_killed_from_outside_is_replaced(renderer: Renderer) -> None:
    renderer.render("a")
    os.kill(renderer.pid, signal.SIGKILL)
    assert renderer.render("b") in {"<p>b</p>", f"<p><em>{GAVE_UP}</em></p><pre>b</pre>"}
    assert renderer.render("c") == "<p>c</p>"


@on_posix
@pytest.mark.fault("F33")
def test_a_child_that_stands_still_is_given_up(renderer: Renderer) -> None:
    renderer.render("a")
    os.kill(renderer.pid, signal.SIGSTOP)
    assert TOO_SLOW in renderer.render("b")
    assert renderer.render("c") == "<p>c</p>"


def test_two_threads_get_each_its_own_answer(renderer: Renderer) -> None:
    answers: dict[int, str] = {}

    def ask(number: int) -> None:
        answers[number] = renderer.render(f"number {number}")

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: f"<p>number {number}</p>" for number in range(8)}


def test_closing_does_not_wait_for_a_slow_text() -> None:
    made = Renderer()
    made.render("a")
    child = psutil.Process(made.pid)
    answers: list[str] = []
    thread = threading.Thread(target=lambda: answers.append(made.render(QUADRATIC)))
    thread.start()
    made.close()
    thread.join()
    assert len(answers) == 1
    assert "[a](" in answers[0]
    assert not child.is_running()
    assert made.pid == 0


@on_posix
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells of open files")
@pytest.mark.fault("F26")
def test_the_child_holds_no_file_of_ours(renderer: Renderer, tmp_path) -> None:
    with (tmp_path / "library.curator").open("w") as library:
        os.set_inheritable(library.fileno(), True)
        fresh = Renderer()
        fresh.render("a")
        held = {file.path for file in psutil.Process(fresh.pid).open_files()}
        fresh.close()
    assert not any(path.endswith(".curator") for path in held)


@on_posix
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux keeps to the limit")
@pytest.mark.fault("F41")
def test_the_child_can_not_fill_the_memory(renderer: Renderer) -> None:
    renderer.render("a")
    soft, _hard = psutil.Process(renderer.pid).rlimit(psutil.RLIMIT_AS)
    assert soft == 1 << 30


@on_posix
@pytest.mark.parametrize("busy", [False, True], ids=["waiting", "rendering"])
def test_the_child_ends_when_the_window_is_killed(tmp_path, repository, busy: bool) -> None:
    script = tmp_path / "window.py"
    script.write_text(WINDOW, encoding="utf-8")
    window = subprocess.Popen(
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONPATH": str(repository)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert window.stdin is not None
    assert window.stdout is not None
    child = psutil.Process(int(window.stdout.readline()))
    if busy:
        window.stdin.write("\n")
        window.stdin.flush()
        assert window.stdout.readline() == "rendering\n"
    window.kill()
    window.wait()
    window.stdin.close()
    window.stdout.close()
    child.wait(timeout=30)
    assert not child.is_running()
