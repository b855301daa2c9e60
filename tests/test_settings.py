"""Settings survive restarts, newer versions, typing errors and full disks."""

import os
import stat
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain.errors import CuratorError
from curator.settings import (
    RECENT,
    Settings,
    account_name,
    config_folder,
    default_library,
    load_settings,
    save_settings,
    settings_path,
)

CHOSEN = Settings(
    actor="Ana Ferreira",
    colour_scheme="dark",
    export_folder="/home/ana/out",
    recent_libraries=("/home/ana/a.curator", "/home/ana/b.curator"),
)


def write(text: str) -> None:
    """Put a file of settings in place, as an editor would."""
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text, encoding="utf-8")


def test_the_first_start_has_defaults_and_writes_nothing() -> None:
    assert load_settings() == (Settings(), "")
    assert not config_folder().exists()


def test_choices_come_back_after_a_restart() -> None:
    save_settings(CHOSEN)
    assert load_settings() == (CHOSEN, "")


def test_the_file_is_for_its_owner_only() -> None:
    save_settings(CHOSEN)
    assert stat.S_IMODE(settings_path().stat().st_mode) == 0o600
    assert stat.S_IMODE(config_folder().stat().st_mode) == 0o700


def test_nothing_else_is_left_in_the_folder() -> None:
    save_settings(Settings())
    save_settings(CHOSEN)
    assert list(config_folder().iterdir()) == [settings_path()]


def test_what_a_newer_version_wrote_is_kept() -> None:
    write('colour_scheme = "light"\nzoom = 1.25\n[panes]\nlist = 320\nopen = true\n')
    settings, note = load_settings()
    assert note == ""
    save_settings(replace(settings, colour_scheme="dark"))
    assert tomllib.loads(settings_path().read_text(encoding="utf-8")) == {
        "actor": "",
        "colour_scheme": "dark",
        "export_folder": "",
        "recent_libraries": [],
        "zoom": 1.25,
        "panes": {"list": 320, "open": True},
    }


def test_a_value_that_cannot_be_is_left_out_and_named() -> None:
    write('colour_scheme = "pink"\nactor = 3\nexport_folder = "/out"\nrecent_libraries = "a"\n')
    settings, note = load_settings()
    assert settings == Settings(export_folder="/out")
    assert note == ("Settings with a value that can't be: actor, colour_scheme, recent_libraries.")


def test_recent_libraries_that_are_no_paths_are_passed_over() -> None:
    write('recent_libraries = ["/a", 1, "/b"]')
    assert load_settings()[0].recent_libraries == ("/a", "/b")


@pytest.mark.parametrize(
    "damage", [b"colour_scheme = ", b"\xff\xfe\x00", b"\0" * 64, b"a = " + b"[" * 5_000]
)
@pytest.mark.fault("F44")
def test_a_damaged_file_is_put_aside_and_can_be_looked_at(damage: bytes) -> None:
    config_folder().mkdir(parents=True)
    settings_path().write_bytes(damage)
    settings, note = load_settings()
    assert settings == Settings()
    (aside,) = config_folder().iterdir()
    assert aside.read_bytes() == damage
    assert str(aside) in note


def test_a_byte_order_mark_of_an_editor_is_no_damage() -> None:
    config_folder().mkdir(parents=True)
    settings_path().write_bytes(b'\xef\xbb\xbfactor = "Ana"\r\n')
    assert load_settings() == (Settings(actor="Ana"), "")


def test_a_file_that_cannot_be_read_stays_where_it_is() -> None:
    settings_path().mkdir(parents=True)
    settings, note = load_settings()
    assert settings == Settings()
    assert note.startswith(f"The settings in {settings_path()} can't be read: ")


def test_a_folder_that_is_a_file_is_told_with_a_hint(home: Path) -> None:
    config_folder().write_text("in the way", encoding="utf-8")
    with pytest.raises(CuratorError, match="until Curator is closed") as told:
        save_settings(CHOSEN)
    assert str(settings_path()) in told.value.message


def test_when_the_file_cannot_be_replaced_no_half_file_stays() -> None:
    settings_path().mkdir(parents=True)
    with pytest.raises(CuratorError):
        save_settings(CHOSEN)
    assert list(config_folder().iterdir()) == [settings_path()]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may rename in any folder"
)
def test_damage_in_a_folder_that_cannot_be_written_is_told() -> None:
    write("damaged =")
    config_folder().chmod(0o500)
    settings, note = load_settings()
    config_folder().chmod(0o700)
    assert settings == Settings()
    assert "are damaged; Curator starts with its defaults" in note


def test_the_library_opened_last_comes_first(tmp_path: Path) -> None:
    one, two = tmp_path / "one.curator", tmp_path / "two.curator"
    settings = Settings().with_recent(one).with_recent(two).with_recent(one)
    assert settings.recent_libraries == (str(one), str(two))
    assert settings.without_recent(one).recent_libraries == (str(two),)


def test_only_ten_libraries_are_remembered(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT + 5):
        settings = settings.with_recent(tmp_path / f"{number}.curator")
    assert len(settings.recent_libraries) == RECENT
    assert settings.recent_libraries[0].endswith("14.curator")


def test_a_relative_path_is_remembered_whole(tmp_path: Path) -> None:
    recent = Settings().with_recent(Path("mine.curator")).recent_libraries
    assert recent == (str(Path.cwd() / "mine.curator"),)


def test_edits_are_signed_with_the_chosen_name_or_the_account(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOGNAME", "ana")
    assert Settings(actor="Ana Ferreira").signature == "Ana Ferreira"
    assert Settings().signature == "ana"
    assert account_name() == "ana"


def test_a_system_without_accounts_signs_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pwd = pytest.importorskip("pwd")

    def unknown(uid: int) -> None:
        raise KeyError(uid)

    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)
    assert Settings().signature == ""


def test_the_default_library_is_in_the_data_of_the_person(home: Path) -> None:
    assert default_library().name == "library.curator"
    assert home in default_library().parents


def test_the_environment_names_another_library(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CURATOR_LIBRARY", str(tmp_path / "work.curator"))
    assert default_library() == tmp_path / "work.curator"


def test_settings_are_in_the_configuration_of_the_person(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CURATOR_CONFIG")
    assert home in config_folder().parents
    assert config_folder().name == "curator"


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
VALUES = st.recursive(
    st.booleans()
    | st.integers(min_value=-(2**63), max_value=2**63 - 1)
    | st.floats(allow_nan=False)
    | TEXTS
    | st.dates(min_value=date(1, 1, 1))
    | st.times()
    | st.datetimes()
    | st.datetimes(timezones=st.just(UTC)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
NAMES = TEXTS.filter(lambda name: name not in Settings.__dataclass_fields__)


@given(
    actor=TEXTS,
    recent=st.lists(TEXTS, max_size=RECENT),
    others=st.dictionaries(NAMES, VALUES, max_size=4),
)
def test_whatever_can_be_chosen_comes_back(
    actor: str, recent: list[str], others: dict[str, object]
) -> None:
    settings = Settings(actor=actor, recent_libraries=tuple(recent), others=tuple(others.items()))
    save_settings(settings)
    assert load_settings() == (settings, "")


def test_moments_and_days_are_kept_as_what_they_are() -> None:
    moments = (("day", date(2026, 1, 2)), ("at", time(3, 4)), ("when", datetime(2026, 1, 2, 3, 4)))  # noqa: DTZ001
    save_settings(Settings(others=moments))
    assert load_settings()[0].others == moments


def test_half_a_character_is_written_as_a_question_mark() -> None:
    save_settings(Settings(actor="Ana \udc80"))
    assert load_settings() == (Settings(actor="Ana ?"), "")
