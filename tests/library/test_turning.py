"""The names of steps that turn others, however often that is done."""

from contextlib import closing
from pathlib import Path

from curator.library import history
from curator.library.library import Library
from tests.library.deeds import arrived, setting


def test_a_step_that_is_turned_again_and_again_keeps_a_short_name(path: Path) -> None:
    with closing(Library.open(path)) as library:
        (whole,) = arrived(library, "drones")
        edit = library.write(setting(whole.digest, "Edit the title", title="Drones"))
        library.write(setting(whole.signals[0], "Edit a signal", name="Swarms"))
        back = library.revert(edit.step_id)
        library.write(setting(whole.signals[0], "Edit it again", name="Flocks"))
        library.revert(back.step_id)
        with library.reading() as connection:
            labels = [step.label for step in history.steps(connection)]
        assert labels[:4] == [
            "Redo: Edit the title",
            "Edit it again",
            "Undo: Edit the title",
            "Edit a signal",
        ]
