"""What a person is told of the place where a library lies."""

from curator.domain.place import CLOUD, NETWORK, Place


def test_a_local_disk_is_safe_and_the_others_say_why_they_are_not() -> None:
    assert Place().is_safe
    assert "a disk of this machine" in Place().words
    assert not Place(CLOUD, "Dropbox").is_safe
    assert "Dropbox keeps in step" in Place(CLOUD, "Dropbox").words
    assert not Place(NETWORK, "nfs4").is_safe
    assert "network drive (nfs4)" in Place(NETWORK, "nfs4").words
