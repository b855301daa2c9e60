"""An older bug left a migration half done: the steps that had their effect are not done twice."""

import shutil
from pathlib import Path

import pytest

from curator.workspace import backups
from tests.faults.states import seen_again, take_all_back
from tests.faults.test_matrix_files import OLD_LIBRARY, version
from tests.library.deeds import rewritten


@pytest.mark.fault("F15")
@pytest.mark.parametrize(
    "left",
    [
        ("INSERT INTO setting (name, value) VALUES ('writes', '5')",),
        ("UPDATE alembic_version SET version_num = '0002'",
         "INSERT INTO setting (name, value) VALUES ('writes', '5')"),
    ],
    ids=["the row is there", "only the number of the version is missing"],
)  # fmt: skip
def test_a_migration_that_was_left_half_done(left: tuple[str, ...], tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD_LIBRARY, tmp_path / "old.curator"))
    model = seen_again(Path(shutil.copy(OLD_LIBRARY, tmp_path / "model.curator")))
    rewritten(path, *left)
    state = seen_again(path)
    assert state.records == model.records
    assert state.journal[:2] == model.journal[:2]
    assert version(path) == version(tmp_path / "model.curator")
    assert [version(copy.path) for copy in backups.copies(path)] == [1 << 16]
    take_all_back(path)
