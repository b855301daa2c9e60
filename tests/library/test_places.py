"""Network drives and synchronised folders are told apart from disks of this machine."""

from pathlib import Path

import psutil
import pytest

from curator.domain.place import CLOUD, LOCAL, NETWORK, Place
from curator.library.library import Library
from curator.library.places import Disk, place_of
from tests.library.deeds import arrived, whole_of

HERE = [Disk("/", "ext4", "rw"), Disk("/home", "btrfs", "rw")]


def test_a_folder_of_this_machine_is_local(tmp_path: Path) -> None:
    assert place_of(tmp_path / "scan.curator").kind == LOCAL
    assert place_of(Path("/home/ada/scan.curator"), HERE) == Place()


@pytest.mark.fault("F19")
@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone"])
def test_a_drive_on_the_network_is_known_by_its_type(kind: str) -> None:
    disks = [*HERE, Disk("/home/ada/team", kind)]
    assert place_of(Path("/home/ada/team/scan.curator"), disks) == Place(NETWORK, kind)
    assert place_of(Path("/home/ada/scan.curator"), disks).is_safe


def test_what_was_mounted_last_in_a_place_is_what_lies_there() -> None:
    disks = [*HERE, Disk("/home", "nfs4"), Disk("/home/ada", "fuse.encfs")]
    assert place_of(Path("/home/bob/scan.curator"), disks) == Place(NETWORK, "nfs4")
    assert place_of(Path("/home/ada/scan.curator"), disks).is_safe


def test_windows_says_of_a_drive_that_it_is_remote() -> None:
    assert place_of(Path("/n/scan"), [Disk("/n", "NTFS", "rw,remote")]) == Place(NETWORK, "NTFS")


@pytest.mark.fault("F19")
@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Team)", "Dropbox"),
        ("OneDrive - City", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("Mobile Documents", "iCloud"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(
    tmp_path: Path, folder: str, service: str
) -> None:
    path = tmp_path / folder / "deep" / "scan.curator"
    assert place_of(path) == Place(CLOUD, service)
    assert place_of(tmp_path / f"{folder[:3]}xx" / "scan.curator").is_safe


def test_a_synchronised_folder_is_known_by_the_mark_in_it(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert place_of(tmp_path / "scan.curator") == Place(CLOUD, "Syncthing")


def test_a_link_into_such_a_folder_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox")
    assert place_of(tmp_path / "mine" / "scan.curator") == Place(CLOUD, "Dropbox")


def test_a_system_that_hides_its_disks_is_taken_as_local(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hidden(*, all: bool) -> list[Disk]:
        raise PermissionError

    monkeypatch.setattr(psutil, "disk_partitions", hidden)
    assert place_of(tmp_path).is_safe


def test_a_library_in_a_cloud_folder_keeps_all_in_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    path = folder / "scan.curator"
    library = Library.open(path, create=True)
    (whole,) = arrived(library, "drones")
    assert sorted(file.name for file in folder.iterdir() if file.suffix != ".open") == [path.name]
    assert whole_of(library, whole.digest.id) == whole
    library.close()
    assert [file.name for file in folder.iterdir()] == [path.name]
