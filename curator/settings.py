"""The choices of one person at one machine, in a TOML file that can be edited by hand.

Nothing here belongs to a library: a library looks the same on every machine.
"""

import getpass
import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import platformdirs

from curator.domain.errors import CuratorError
from curator.files import write_whole

COLOUR_SCHEMES = ("system", "light", "dark")
RECENT = 10
"""How many libraries the menu remembers."""

_NAME = "curator"
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    ord(character): escape
    for character, escape in {
        '"': '\\"',
        "\\": "\\\\",
        "\n": "\\n",
        "\t": "\\t",
        "\r": "\\r",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers; empty values mean that the person has not chosen.

    `actor` is the name under which edits enter the history, `recent_libraries` holds paths, the
    latest first, and `others` what a newer or a mistyped file says and this version does not know.
    """

    actor: str = ""
    colour_scheme: str = "system"
    export_folder: str = ""
    recent_libraries: tuple[str, ...] = ()
    others: tuple[tuple[str, object], ...] = ()

    @property
    def signature(self) -> str:
        """The name for the history: the chosen one, or that of the account."""
        return self.actor or account_name()

    def with_recent(self, library: Path) -> "Settings":
        """The settings after `library` was opened."""
        rest = self.without_recent(library).recent_libraries
        return replace(self, recent_libraries=(str(library.absolute()), *rest)[:RECENT])

    def without_recent(self, library: Path) -> "Settings":
        """The settings after `library` was found gone."""
        gone = str(library.absolute())
        return replace(
            self, recent_libraries=tuple(path for path in self.recent_libraries if path != gone)
        )


def account_name() -> str:
    """The name of the account; empty where the system has none."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""


def config_folder() -> Path:
    """Where settings and the state of the window live; `CURATOR_CONFIG` overrides it."""
    chosen = os.environ.get("CURATOR_CONFIG")
    return Path(chosen) if chosen else platformdirs.user_config_path(_NAME, appauthor=False)


def state_folder() -> Path:
    """Where drafts, the log and the marks of runs live; `CURATOR_STATE` overrides it."""
    chosen = os.environ.get("CURATOR_STATE")
    return Path(chosen) if chosen else platformdirs.user_state_path(_NAME, appauthor=False)


def default_library() -> Path:
    """The library that opens where none is named; `CURATOR_LIBRARY` overrides it."""
    chosen = os.environ.get("CURATOR_LIBRARY")
    folder = platformdirs.user_data_path(_NAME, appauthor=False)
    return Path(chosen) if chosen else folder / "library.curator"


def settings_path() -> Path:
    """The file of the settings."""
    return config_folder() / "settings.toml"


def load_settings() -> tuple[Settings, str]:
    """The settings, and a note in words where the file could not be taken as it is.

    A damaged file is moved aside and the defaults hold; a value of the wrong kind is left out.
    """
    path = settings_path()
    try:
        found = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"The settings in {path} can't be read: {error.strerror}."
    except (ValueError, RecursionError):  # not TOML, not UTF-8, or nested without end
        return Settings(), _moved_aside(path)
    return _from_table(found)


def save_settings(settings: Settings) -> None:
    """Write the settings; the file is always the old one or the new one, never a half.

    Raises:
        CuratorError: the folder can't be written.
    """
    path = settings_path()
    values = {name: getattr(settings, name) for name in _known()} | dict(settings.others)
    text = "".join(f"{_key(name)} = {_value(value)}\n" for name, value in values.items())
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise CuratorError(
            f"The settings can't be written to {path}: {error.strerror}.",
            "They hold until Curator is closed.",
        ) from error


def _known() -> list[str]:
    return [field.name for field in fields(Settings) if field.name != "others"]


def _from_table(table: dict[str, object]) -> tuple[Settings, str]:
    values: dict[str, object] = {}
    wrong: list[str] = []
    for name in _known():
        if name in table:
            value = table.pop(name)
            if isinstance(value, list) and name == "recent_libraries":
                values[name] = tuple(path for path in value if isinstance(path, str))[:RECENT]
            elif isinstance(value, str) and _allowed(name, value):
                values[name] = value
            else:
                wrong.append(name)
    note = f"Settings with a value that can't be: {', '.join(wrong)}." if wrong else ""
    settings = Settings(others=tuple(table.items()))
    return replace(settings, **values), note  # type: ignore[arg-type]  # checked just above


def _allowed(name: str, value: str) -> bool:
    if name == "colour_scheme":
        return value in COLOUR_SCHEMES
    return name != "recent_libraries"


def _moved_aside(path: Path) -> str:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    aside = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    try:
        path.replace(aside)
    except OSError:
        return f"The settings in {path} are damaged; Curator starts with its defaults."
    return f"The settings were damaged and lie in {aside}; Curator starts with its defaults."


def _key(name: str) -> str:
    bare = name and name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if bare else _value(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, Mapping):
        items = (f"{_key(name)} = {_value(item)}" for name, item in value.items())
        return "{" + ", ".join(items) + "}"
    return value.isoformat() if isinstance(value, datetime | date | time) else repr(value)
