"""`curator`: the command line where there is a command, otherwise the window."""

import gc
import sys
from collections.abc import Sequence

# Each way in is imported only when it is taken: commands must not wait for Qt, nor need a display,
# and the processes that read for an import, or render, begin with this module too.
# ruff: noqa: PLC0415


def main() -> int:
    """Start the program; returns its exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # in a bundle, the child that renders previews begins here too
    arguments = sys.argv[1:]
    if arguments:
        from curator.cli.main import is_for_window, run

        if not is_for_window(arguments):
            return run(arguments)
    return window(arguments)


def window(arguments: Sequence[str] | None = None) -> int:
    """Start the program with its window, as `curator-window` does; returns its exit code."""
    # What modules make when they are loaded stays to the end. To look through all of it for what
    # could be let go takes a tenth of a start, and later holds up the window again and again.
    gc.disable()
    from curator.gui.application import main as open_application

    gc.freeze()
    gc.enable()
    return open_application(arguments)


if __name__ == "__main__":
    sys.exit(main())
