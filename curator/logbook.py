"""The log: what the program noted about itself, so that mistakes can be mended.

It never holds what a person wrote. Reports of errors name types, modules, lines and functions and
leave out every message, because a message may quote a digest, a path or a name. Nothing is sent
anywhere.
"""

import errno
import logging
import re
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import FrameType, TracebackType

from curator.domain.errors import CuratorError
from curator.files import PRIVATE, private_folder
from curator.settings import account_name, state_folder

LARGEST, OLDER = 500_000, 2
"""Bytes of the log before a new one is begun, and how many older ones are kept."""
PAUSE = 60.0
"""Seconds in which the same place is reported once."""

_OWN = "curator."
_PATH = re.compile(r"""(?<![\w.])(?:~|[A-Za-z]:[\\/]|/)[^\s"'<>|:;,]*[\\/][^"'<>|:;,\n]*""")
_FRAME = re.compile(r'File "(?P<path>[^"]*)", line (?P<line>\d+) in ')
_writing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Report:
    """An error without texts: `place` is where it was raised, `times` how often it was there.

    `is_new` is False where the same place was reported within the last minute.
    """

    summary: str
    text: str
    place: str
    times: int
    is_new: bool


class Reports:
    """Puts errors into the log, each place once a minute, however often Qt paints it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[str, tuple[float, int]] = {}  # when it was reported last, and how often
        self._lock = threading.Lock()

    def take(self, error: BaseException) -> Report:
        """Count an error, and note it where that was not done within the last minute."""
        place = place_of(error)
        now = self._clock()
        with self._lock:
            last, times = self._seen.get(place, (now - PAUSE, 0))
            is_new = now - last >= PAUSE
            self._seen[place] = (now if is_new else last, times + 1)
        text = report_of(error)
        if is_new:
            count = f" ({times + 1} times)" if times else ""
            _write(logging.ERROR, f"{text}{count}")
        return Report(f"{_kind(error)} at {place}", text, place, times + 1, is_new)


class _LogFile(RotatingFileHandler):
    """For its owner only."""

    def _open(self) -> TextIOWrapper:
        private_folder(Path(self.baseFilename).parent)
        Path(self.baseFilename).touch(mode=PRIVATE)
        return super()._open()


def log_path() -> Path:
    """The file of the log; older ones lie beside it."""
    return state_folder() / "curator.log"


def note(words: str) -> None:
    """Put a sentence of the program into the log; paths and the name of the account go out."""
    _write(logging.INFO, without_names(words))


def end_of_log(size: int = 60_000) -> str:
    """The last lines of the log, at most `size` bytes; empty where there is none."""
    try:
        with log_path().open("rb") as stream:
            start = max(0, stream.seek(0, 2) - size)
            stream.seek(start)
            text = stream.read().decode("utf-8", "replace")
    except OSError:
        return ""
    return text.partition("\n")[2] if start else text


def report_of(error: BaseException) -> str:
    """Type, modules, lines and functions of an error and of what led to it; no messages.

    A known error is an answer to the user's world and no mistake: its class is all there is to say.
    """
    if isinstance(error, CuratorError):
        return "\nbecause of ".join(_kind(link) for link in _chain(error))
    return "\nbecause of ".join(
        "\n".join([_kind(link), *(f"  {frame}" for frame in _frames(link.__traceback__))])
        for link in _chain(error)
    )


def place_of(error: BaseException) -> str:
    """The innermost line of the program itself that the error came through."""
    frames = [(frame, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [pair for pair in frames if _module(pair[0]).startswith(_OWN)]
    if not frames:
        return _kind(error)
    return _spot(*(ours or frames)[-1])


def without_names(words: str) -> str:
    """Words without paths and without the name of the account."""
    words = _PATH.sub("(path)", words)
    name = account_name()
    if len(name) > 1 and name != "curator":
        words = re.sub(rf"\b{re.escape(name)}\b", "(account)", words)
    return words


def without_places(dump: str) -> str:
    """What faulthandler wrote, with files named from the package on and not from the disk's root"""
    return _FRAME.sub(_short_frame, dump)


def _write(level: int, words: str) -> None:
    record = logging.LogRecord("curator", level, "", 0, words, None, None)
    # A disk that takes no log must not stop anybody's work, nor be told in words that quote it.
    with (
        _writing,
        suppress(OSError),
        closing(_LogFile(log_path(), "a", LARGEST, OLDER, encoding="utf-8")) as file,
    ):
        file.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
        if file.shouldRollover(record):
            file.doRollover()
        if file.stream is not None:
            file.stream.write(f"{file.format(record)}\n")


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _kind(error: BaseException) -> str:
    """The type; for errors of the system and of the database also what these call them."""
    code = str(getattr(error, "sqlite_errorname", ""))
    if isinstance(error, OSError) and error.errno is not None:
        code = errno.errorcode.get(error.errno, str(error.errno))
    return f"{type(error).__name__} {code}".strip()


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(trace):
        yield f"{_spot(frame, line)} in {frame.f_code.co_name}"


def _spot(frame: FrameType, line: int) -> str:
    module = _module(frame)
    file = module.replace(".", "/") + ".py" if module.startswith(_OWN) else module
    return f"{file}:{line}"


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", "?"))


def _short_frame(found: re.Match[str]) -> str:
    path = found["path"].replace("\\", "/")
    for mark in ("/site-packages/", "/curator/"):
        start, _, rest = path.rpartition(mark)
        if start:
            path = rest if mark == "/site-packages/" else f"curator/{rest}"
            break
    else:
        path = path.rpartition("/")[2]
    return f'File "{path}", line {found["line"]} in '
