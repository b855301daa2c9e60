"""What of a folder the library has already, before a file of it is read."""

import hashlib
from dataclasses import replace

from curator.library.known_texts import known_texts
from curator.library.library import Library
from tests.library.deeds import arrived, putting, setting


def test_it_knows_what_came_and_what_was_declined(library: Library) -> None:
    drones, robots, gone = arrived(library, "drones", "robots", "gone")
    library.write(setting(robots.digest, declined="abc"))
    library.write(putting(replace(gone.digest, trashed="2024-08-18T00:00:00Z")))
    came = hashlib.sha256(b"# About drones").hexdigest()
    with library.reading() as connection:
        known = known_texts(
            connection, ["drones", "robots", "gone", "never", *map(str, range(600))]
        )
    assert known["drones"] == ((came,), 0)
    assert known["robots"][0][1:] == ("abc",)
    assert known.keys() == {drones.digest.key, robots.digest.key}
