"""No space, or no more than a file may have: nothing is lost, and the same deed works after it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from curator.workspace import backups
from curator.workspace.workspace import Workspace
from tests.faults.children import KNOWN_ERROR, Nursery
from tests.faults.states import State, is_sound_copy, problems, seen_again, take_all_back
from tests.faults.stories import LIBRARY

Model = Callable[[str], list[State]]
DEEDS = ("edit", "import", "export", "backup")


@pytest.fixture
def disk(tmp_path: Path, desk: Path) -> Iterator[Path]:
    """A disk of three megabytes with the library and the files on it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() or not mount or not umount:
        pytest.skip("only root may mount a small disk")
    wish = [mount, "-t", "tmpfs", "-o", "size=3m", "curator-test", str(place)]
    if subprocess.run(wish, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts no disk in memory")
    shutil.copytree(desk, place, dirs_exist_ok=True)
    yield place
    subprocess.run([umount, str(place)], check=True)


@pytest.mark.fault("F5")
@pytest.mark.fault("F6")
@pytest.mark.parametrize("room", [0, 48_000])
@pytest.mark.parametrize("deed", DEEDS)
def test_a_full_disk(
    deed: str, room: int, disk: Path, tmp_path: Path, nursery: Nursery, model: Model
) -> None:
    ending = nursery.live("full_disk", tmp_path, deed=deed, room=room)
    assert (ending.code, ending.said, ending.done) == (0, "", 1)
    if not (deed == "edit" and room):
        ((_, sentence),) = ending.all("refused")
        assert "space" in sentence
        assert str(disk) in sentence
    state = seen_again(disk / LIBRARY)
    if deed == "edit":
        assert state.records == model("edit")[1].records
    elif deed != "import":
        assert state == model("edit")[0]
    take_all_back(disk / LIBRARY)
    assert all(is_sound_copy(copy.path) for copy in backups.copies(disk / LIBRARY))
    assert [path.name for path in disk.rglob("*.part")] == []


@pytest.mark.fault("F6")
def test_a_full_disk_leaves_the_older_export_and_the_older_backup(
    disk: Path, tmp_path: Path, nursery: Nursery
) -> None:
    first = nursery.live("back_up", disk).all("done")[0][0]
    good = Path(first).read_bytes()
    nursery.live("publish", disk)
    older = {path: path.read_bytes() for path in (disk / "out").glob("*.md")}
    nursery.live("do_deeds", disk, deeds="edit")
    ending = nursery.live("full_disk", tmp_path, deed="backup", room=100_000)
    assert ending.all("refused")
    assert Path(first).read_bytes() == good
    assert {path: path.read_bytes() for path in (disk / "out").glob("*.md")} == older


@pytest.mark.fault("F5")
@pytest.mark.parametrize("most", [20_000, 60_000, 150_000])
@pytest.mark.parametrize("story", ["take_in", "back_up", "publish"])
def test_files_that_may_not_grow(
    story: str, most: int, desk: Path, nursery: Nursery, model: Model
) -> None:
    ending = nursery.live(story, desk, limits={"RLIMIT_FSIZE": most})
    assert ending.said == ""
    assert ending.code in (0, KNOWN_ERROR)
    assert ending.failed or ending.done
    state = seen_again(desk / LIBRARY)
    if ending.failed and not ending.done:
        assert state == model("edit")[0]
    take_all_back(desk / LIBRARY)
    assert nursery.live(story, desk).code == 0


@pytest.mark.fault("F41")
def test_no_memory_for_an_import(desk: Path, nursery: Nursery, model: Model) -> None:
    large = desk / "large"
    large.mkdir()
    for number in range(4):
        (large / f"{number}.md").write_text("# Large\n\n" + f"word{number} " * 600_000)
    ending = nursery.live("no_memory", desk)
    assert (ending.code, ending.said, ending.done) == (0, "", 1)
    assert ending.all("refused")
    assert seen_again(desk / LIBRARY).records == model("edit")[1].records
    workspace = Workspace.open(desk / LIBRARY)
    assert problems(workspace) == []
    workspace.close()
