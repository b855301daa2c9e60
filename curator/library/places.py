"""What kind of place a file lies in; databases are at risk on network drives and in cloud folders.

On a network drive the locks may not hold, and a folder that is synchronised is copied piece by
piece ("How To Corrupt An SQLite Database File", sections 2 and 1.2). Such places are told by the
type of the file system, or by the names and marks that the services leave in their folders.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import psutil

from curator.domain.place import CLOUD, NETWORK, Place

_NETWORK_TYPES = frozenset({
    *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre"),
    *("ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf"),
    *("vmhgfs", "webdav"),
})  # fmt: skip
_NETWORK_FUSE = ("cifs", "curlftpfs", "davfs", "gcsfuse", "glusterfs", "gvfsd", "rclone", "s3fs",
                 "smb", "sshfs", "vmhgfs")  # fmt: skip
_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a cloud service",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
    "seafile": "Seafile",
}
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".seafile-data": "Seafile",
}


class Disk(NamedTuple):
    """A file system: where it is mounted, of which type it is, and with which options."""

    mountpoint: str
    fstype: str
    opts: str = ""


def place_of(path: Path, disks: Iterable[Disk] | None = None) -> Place:
    """The kind of place that `path` lies in, whether a file is there or not.

    `disks` are the mounted file systems; those of this machine where none are given.
    """
    real = path.absolute().resolve()
    is_share = real.drive.startswith("\\\\")  # a drive without a letter, as only Windows has it
    mounted = _mounted() if disks is None else disks
    disk = Disk(real.drive, "a share", "remote") if is_share else _disk_of(real, mounted)
    if disk and _is_remote(disk):
        return Place(NETWORK, disk.fstype)
    service = _service_of(real)
    return Place(CLOUD, service) if service else Place()


def _mounted() -> list[Disk]:
    try:
        return [Disk(d.mountpoint, d.fstype, d.opts) for d in psutil.disk_partitions(all=True)]
    except (OSError, psutil.Error):  # a sandbox that hides them
        return []


def _disk_of(path: Path, disks: Iterable[Disk]) -> Disk | None:
    """The one with the longest mount point above `path`; the last mounted where two are there."""
    around = [disk for disk in disks if path.is_relative_to(disk.mountpoint)]
    return max(reversed(around), key=_depth, default=None)


def _depth(disk: Disk) -> int:
    return len(Path(disk.mountpoint).parts)


def _is_remote(disk: Disk) -> bool:
    kind = disk.fstype.lower()
    if kind in _NETWORK_TYPES or "remote" in disk.opts.split(","):
        return True
    return kind.startswith("fuse.") and any(name in kind for name in _NETWORK_FUSE)


def _service_of(path: Path) -> str:
    for folder in path.parents:
        words = folder.name.casefold()
        for start, service in _SERVICES.items():
            if words == start or words.startswith((f"{start} ", f"{start}-", f"{start}_")):
                return service
        for mark, service in _MARKS.items():
            if (folder / mark).exists() and folder != Path.home():
                return service
    return ""
