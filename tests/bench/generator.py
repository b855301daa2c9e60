"""Made-up digests that are like the real ones: as long, as regular, and as sloppy.

`digest_text(number, of)` depends on nothing but its arguments, so that any number of them can be
streamed and each can be made again alone.
"""

import hashlib
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.bench.vocabulary import SEED, TAPE, pick, rare_word, tape, theme_sums, themes

FIRST_DAY = date(2023, 9, 1)
DAYS = 730
NEWSLETTER = "https://scan.example.net/p/"
CATEGORIES = ("technology", "others", "science", "politics", "culture", "business", "city")
TYPES = ("blog post", "news", "news", "research article")
ODD_ORIGINS = ("20290911", "20240231", "3140.0", "20251231-a-yearly-review", "7701.0")
OLD_COLUMNS = ("Signal", "Change", "10y horizon", "Driving force")
NEW_COLUMNS = ("name", "description", "change", "10-year", "driving-force", "relevancy")
SHORT_COLUMNS = ("name", "description", "relevancy")
SHORT_TABLES = ("Concerns", "Behaviors", "Technologies", "Issues")
LIKE_OLD = 0.6
"""Which part of the digests has the older layout, A of the two."""


def key_of(number: int) -> str:
    """The key of a digest; another one for each number."""
    return hashlib.md5(f"digest {number}".encode(), usedforsecurity=False).hexdigest()


def title_of(number: int) -> str:
    """The title of a digest, which links to it repeat."""
    dice = Random(SEED * 31 + number)
    title = _words(dice, 4, 10).title()
    odd = dice.random()
    if odd < 0.02:
        return f'"{title}"'
    return f"{title} ({pick(dice, ('novel', 'Part #2', '€60m', 'TM™'))})" if odd < 0.04 else title


def digest_text(number: int, of: int) -> tuple[str, str]:
    """File name and text of digest `number` in a collection of `of` digests."""
    dice = Random(SEED * 17 + number)
    body = _old(dice, number, of) if dice.random() < LIKE_OLD else _new(dice, number)
    return f"{key_of(number)}.md", body


def texts(of: int) -> Iterator[tuple[str, str]]:
    """All digests of a collection, one after the other."""
    return (digest_text(number, of) for number in range(of))


def write_folder(path: Path, count: int) -> None:
    """A collection as files in one folder, which is made."""
    path.mkdir(parents=True, exist_ok=True)
    for name, text in texts(count):
        (path / name).write_bytes(text.encode())


# --- the two layouts --------------------------------------------------------------------------


def _old(dice: Random, number: int, of: int) -> str:
    origin = _origin(dice)
    rows = [_row(dice, 4) for _ in range(_rows(dice))]
    return "\n".join(
        (
            f"# __{title_of(number)}__, from ([{origin}]({NEWSLETTER}{origin}).)\n",
            f"__[External link]({_address(dice, number)})__\n\n\n",
            f"## Summary\n\n{_summary(dice, number)}\n",
            f"## Keywords\n\n{_bullets(_keywords(dice))}\n",
            f"## Themes\n\n{_bullets(_themes(dice, 3))}\n",
            f"## Signals\n\n{_table(dice, OLD_COLUMNS, rows)}\n",
            f"## Closest\n\n{_bullets(_closest(dice, number, of))}",
        )
    )


def _new(dice: Random, number: int) -> str:
    origin = _origin(dice)
    count = _rows(dice)
    first = max(1, count * 2 // 3)
    rows = [(*_row(dice, 5), str(2 + int(dice.random() * 4))) for _ in range(first)]
    parts = [
        f"# __{title_of(number)}__, (from page [{origin}]({NEWSLETTER}{origin}).)\n",
        f"__[External link]({_address(dice, number)})__\n\n\n",
        f"## Keywords\n\n{_bullets(_keywords(dice))}\n",
        f"## Themes\n\n{_bullets(_themes(dice, 3 + int(dice.random() * 3)))}\n",
        f"## Other\n\n* Category: {pick(dice, CATEGORIES)}\n* Type: {pick(dice, TYPES)}\n",
        f"## Summary\n\n{_summary(dice, number)}\n",
        f"## Signals\n\n{_table(dice, NEW_COLUMNS, rows)}",
    ]
    tables: dict[str, list[tuple[str, ...]]] = {}
    for _ in range(count - first):
        row = (_cell(dice, 2, 5), _cell(dice, 12, 26), str(2 + int(dice.random() * 4)))
        tables.setdefault(pick(dice, SHORT_TABLES), []).append(row)
    parts += (
        f"\n## {name}\n\n{_table(dice, SHORT_COLUMNS, tables[name])}"
        for name in SHORT_TABLES
        if name in tables
    )
    return "\n".join(parts)


def _origin(dice: Random) -> str:
    odd = dice.random()
    if odd < 0.02:
        return pick(dice, ODD_ORIGINS)
    day = FIRST_DAY + timedelta(days=int(dice.random() * DAYS))
    return f"{day:%Y%m%d}{'d' if odd < 0.1 else ''}"


def _address(dice: Random, number: int) -> str:
    path = _words(dice, 2, 6).replace(" ", "-")
    tail = pick(dice, ("", "", "", "?utm_source=scan&utm_medium=mail", "_(novel)", "#", "?"))
    return f"https://www.example.org/{number % 977}/{path}{tail}"


# --- parts ------------------------------------------------------------------------------------


def _rows(dice: Random) -> int:
    """3 to 9, on average 5.5."""
    return pick(dice, (3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 7, 7, 8, 9))


def _words(dice: Random, least: int, most: int) -> str:
    count = least + int(dice.random() * (most - least + 1))
    start = int(dice.random() * (TAPE - most))
    return " ".join(tape()[start : start + count])


def _cell(dice: Random, least: int, most: int) -> str:
    text = _words(dice, least, most)
    return text[0].upper() + text[1:]


def _row(dice: Random, width: int) -> tuple[str, ...]:
    """A name, a longer description where there is one, then texts of a sentence."""
    name = _cell(dice, 3, 7)
    described = (_cell(dice, 9, 18),) if width > 4 else ()
    longest = 13 if width > 4 else 16
    force = "N/A" if dice.random() < 0.06 else _cell(dice, 5, longest)
    return (name, *described, _cell(dice, 5, longest), _cell(dice, 5, longest), force)


def _summary(dice: Random, number: int) -> str:
    sentences = [_cell(dice, 9, 22) for _ in range(6 + int(dice.random() * 7))]
    sentences.insert(1, f"{rare_word(number).title()} {_words(dice, 4, 9)}")
    return ". ".join(sentences) + pick(dice, (".", ".", ".", ". ", "…"))


def _keywords(dice: Random) -> list[str]:
    odd = dice.random()
    if odd < 0.01:
        return list(_words(dice, 3, 6))  # a string that was joined by mistake
    return [_words(dice, 1, 3) for _ in range(10 if odd < 0.7 else 6)]


def _themes(dice: Random, count: int) -> list[str]:
    sums = theme_sums()
    found = (themes()[bisect(sums, dice.random() * sums[-1])] for _ in range(count))
    return [pick(dice, spellings) for spellings in found]


def _closest(dice: Random, number: int, of: int) -> list[str]:
    """Five links; a few lead nowhere, to the digest itself, or where the one before leads."""
    links: list[str] = []
    for _ in range(5):
        odd = dice.random()
        if odd > 0.98 and links:
            links.append(links[-1])
            continue
        other = number if odd > 0.96 else int(dice.random() * of)
        key = key_of(-1 - other) if odd < 0.02 else key_of(other)
        links.append(f"[{title_of(other)}]({key})")
    return links


def _bullets(items: Sequence[str]) -> str:
    return "\n".join(f"* {item}" for item in items)


def _table(dice: Random, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Padded as the real ones are; one in a hundred has a row that somebody typed."""
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    numbers = columns[-1] == "relevancy"
    rule = [":" + "-" * (width + 1) for width in widths]
    if numbers:
        rule[-1] = "-" * (widths[-1] + 1) + ":"
    lines = [_line(columns, widths, numbers), f"|{'|'.join(rule)}|"]
    lines += [_line(cells, widths, numbers) for cells in rows]
    if dice.random() < 0.01:
        lines[-1] = f"| {' | '.join(rows[-1][:-1])} |"
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int], numbers: bool) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
    if numbers:
        padded[-1] = cells[-1].rjust(widths[-1])
    return f"| {' | '.join(padded)} |"
