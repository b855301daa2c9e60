"""What every test stands on: Qt without a display, folders of its own, the same examples again."""

import os
from pathlib import Path

# Qt reads these once, when it is first imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")

import pytest
from hypothesis import HealthCheck, settings

from tests.digests import KEY_A, KEY_B, LAYOUT_A, LAYOUT_B

REPOSITORY = Path(__file__).resolve().parent.parent

settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of tests that can go on for as long as one has time."""
    parser.addoption("--soak-rounds", type=int, default=5, help="how often the soak test kills")
    parser.addoption("--soak-seed", type=int, default=None, help="to repeat a soak test")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Real digests, kept beside the checkout because they are not ours to publish."""
    folder = REPOSITORY.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip(f"the corpus of real digests is not at {folder}")
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for each test, so that none sees the settings or the library of a person."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    monkeypatch.setenv("CURATOR_CONFIG", str(folder / "curator-config"))
    monkeypatch.delenv("CURATOR_LIBRARY", raising=False)
    return folder


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with one digest of each layout, as files."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for key, text in ((KEY_A, LAYOUT_A), (KEY_B, LAYOUT_B)):
        (folder / f"{key}.md").write_bytes(text.encode())
    return folder
