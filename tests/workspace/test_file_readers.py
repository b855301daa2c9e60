"""Processes that read files: the same answers, and nothing is lost or left when they die."""

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from curator.workspace import checking
from curator.workspace.file_readers import MANY, PART, processes_for, read_in_order, serve
from curator.workspace.history import steps
from curator.workspace.importing import import_paths
from curator.workspace.inbox import own_files
from curator.workspace.incoming import Asked, Incoming
from curator.workspace.reading import counts
from curator.workspace.workspace import Workspace
from tests.digests import LAYOUT_A

NOBODYS = own_files(Path("nowhere.curator"))
IMPORT = """
import sys
from pathlib import Path
from curator.workspace.importing import import_paths
from curator.workspace.workspace import Workspace

if __name__ == "__main__":
    workspace = Workspace.open(Path(sys.argv[1]))
    told = lambda done, total, name: done > 200 and print(done, flush=True)
    import_paths(workspace, [Path(sys.argv[2])], progress=told)
"""


def nothing() -> None:
    """Nobody wants to stop."""


@pytest.fixture
def crowd(tmp_path: Path) -> list[Asked]:
    """Files that all differ, some of them no digests, for three processes."""
    folder = tmp_path / "crowd"
    folder.mkdir()
    for number in range(PART * 10):
        text = LAYOUT_A.replace("Harbours", f"Harbours {number}")
        (folder / f"{number:03}.md").write_text(text if number % 9 else "Buy milk.\n")
    return [Asked(str(path)) for path in sorted(folder.iterdir())]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with as many files as processes are started for."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number:03}.md").write_text(LAYOUT_A.replace("Harbours", f"Port {number}"))
    return folder


@pytest.fixture
def interrupts() -> Iterator[None]:
    """Ctrl+C means afterwards what it meant before."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def readers() -> list[psutil.Process]:
    """The processes that read for this one."""
    return [psutil.Process(child.pid) for child in multiprocessing.active_children() if child.pid]


def read(asked: list[Asked], processes: int) -> list[Incoming]:
    """All answers, in their order."""
    parts = read_in_order(asked, NOBODYS, nothing, processes)
    return [one for part in parts for one in part]


def test_processes_say_the_same_in_the_same_order(crowd: list[Asked]) -> None:
    here = read(crowd, 0)
    assert [one.path for one in here] == [one.path for one in crowd]
    assert sum(bool(one.reason) for one in here) == 56
    assert read(crowd, 3) == here
    assert readers() == []


def test_a_process_that_is_killed_costs_no_file(crowd: list[Asked]) -> None:
    here = read(crowd, 0)
    found: list[Incoming] = []
    with closing(read_in_order(crowd, NOBODYS, nothing, 2)) as parts:
        for part in parts:
            found += part
            for reader in readers():
                reader.kill()
    assert found == here
    assert readers() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_where_no_process_can_be_had_the_files_are_read_here(crowd: list[Asked]) -> None:
    import resource  # noqa: PLC0415  # only Unix has it

    here = read(crowd, 0)
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    with Path(os.devnull).open("rb") as free:
        only_one = free.fileno() + 1
    resource.setrlimit(resource.RLIMIT_NOFILE, (only_one, limits[1]))
    try:
        assert read(crowd, 2) == here
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def test_who_stops_does_not_wait(crowd: list[Asked]) -> None:
    class Enough(Exception):
        pass

    def stop() -> None:
        raise Enough

    with pytest.raises(Enough):
        list(read_in_order(crowd, NOBODYS, stop, 2))
    assert readers() == []


def test_large_files_are_answered_in_parts(crowd: list[Asked]) -> None:
    for asked in crowd[1:40:2]:
        Path(asked.path).write_text("Buy milk.\n" * 110_000)
    assert read(crowd, 2) == read(crowd, 0)


def test_it_serves_until_its_line_is_gone(crowd: list[Asked], interrupts: None) -> None:
    ours, theirs = multiprocessing.Pipe()
    told: list[object] = []

    def ask() -> None:
        with ours:
            ours.send_bytes(pickle.dumps([tuple(asked) for asked in crowd[:3]]))
            told.append(pickle.loads(ours.recv_bytes()))  # noqa: S301

    asking = threading.Thread(target=ask)
    asking.start()
    serve(theirs, NOBODYS)
    asking.join()
    assert told == [read(crowd[:3], 0)]


def test_processes_are_started_only_where_they_pay() -> None:
    assert processes_for(MANY - 1) == 0
    assert processes_for(100_000) in (0, *range(2, 5))


def test_an_import_by_processes_is_one_step_and_again_changes_nothing(
    workspace: Workspace, many: Path
) -> None:
    seen: list[int] = []
    report = import_paths(workspace, [many], progress=lambda done, *_: seen.append(done))
    assert (report.new, report.broken) == (MANY, ())
    assert seen == sorted(seen)
    assert [step.label for step in steps(workspace)] == [f"Import {MANY} digests"]
    assert checking.check(workspace).problems == ()
    again = import_paths(workspace, [many])
    assert (again.new, again.same, again.findings) == (0, MANY, report.findings)
    assert again.changes.is_empty


def test_a_cancelled_import_by_processes_changes_nothing(workspace: Workspace, many: Path) -> None:
    done: list[int] = []
    report = import_paths(
        workspace,
        [many],
        progress=lambda number, *_: done.append(number),
        cancelled=lambda: bool(done) and done[-1] > 100,
    )
    assert report.cancelled
    assert counts(workspace)["all"] == 0
    assert readers() == []


@pytest.mark.fault("F2")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_who_is_killed_at_an_import_leaves_no_process_and_no_half(
    tmp_path: Path, many: Path, repository: Path
) -> None:
    library = tmp_path / "killed.curator"
    code = tmp_path / "importing.py"
    code.write_text(IMPORT)
    command = [sys.executable, str(code), str(library), str(many)]
    environment = os.environ | {"PYTHONPATH": str(repository)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout
        assert parent.stdout.readline()
        children = psutil.Process(parent.pid).children(recursive=True)
        parent.kill()
    assert children
    _, alive = psutil.wait_procs(children, timeout=30)
    assert alive == []
    workspace = Workspace.open(library, create=False)
    assert counts(workspace)["all"] == 0
    assert checking.check(workspace).problems == ()
    workspace.close()
