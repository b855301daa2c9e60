"""Made 0001.curator once, and each later one with the schema after it, to show what was in them.

Run from the checkout: `python -m tests.library.old_files.make_old_file NEW.curator`.
"""

import sys
from pathlib import Path

from curator.library.library import Library
from tests.library.deeds import arrived, setting


def make(path: Path) -> None:
    """A library with a digest in the trash, one edited, and one step to undo."""
    library = Library.open(path, create=True)
    arrived(library, "harbours")
    library.undo()
    (whole,) = arrived(library, "drones")
    library.write(setting(whole.signals[0], "Change signal", name="Swarms"), actor="Ada")
    library.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
