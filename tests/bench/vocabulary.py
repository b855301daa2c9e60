"""The words and themes of made-up digests: pronounceable, Zipf-like, the same on every machine.

Only `Random.random` is used: the other methods of `random` may answer differently in another
version of Python, and then a library of the bench would be another one.
"""

from bisect import bisect
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from random import Random
from typing import TypeVar

SEED = 20_260_407
WORDS = 30_000
"""Words that are drawn by rank; each digest has a few more of its own, see `rare_word`."""
RARE_WORDS = 40_000
TAPE = 400_000
"""Words drawn in advance; texts are cut from this tape, which is far faster than drawing each."""
THEMES = 300
SPELLINGS = 1_000

Item = TypeVar("Item")


def _listed(text: str, mark: str = " ") -> tuple[str, ...]:
    return tuple(text.split(mark))


EVERYWHERE = _listed("the of and to in a is for that on with as by are from will may be its more")
REAL = {
    30: "new",
    36: "data",
    45: "energy",
    60: "work",
    80: "climate",
    110: "city",
    150: "water",
    200: "trust",
    280: "health",
    400: "battery",
    560: "drone",
    800: "surveillance",
    1_100: "privacy",
    1_600: "vaccine",
    2_200: "loneliness",
    3_200: "seaweed",
    4_500: "quantum",
    6_500: "exoskeleton",
    9_000: "mycelium",
    13_000: "geofence",
    19_000: "petrichor",
    26_000: "zeppelin",
}
"""Real words at given ranks, so that a search of known frequency can be typed by hand."""

ASKED = {
    "everywhere": ("the", "and", "of"),
    "common": ("energy", "climate", "city", "water"),
    "mid": ("trust", "battery", "drone", "privacy", "surveillance"),
    "seldom": ("seaweed", "quantum", "exoskeleton", "geofence", "petrichor"),
}
"""Words to search for, by how many digests hold them: nearly all, over 20 %, 2-20 %, less."""

_STARTS = _listed(
    "b c d f g h k l m n p r s t v w b c d f g h k l m n p r s t v w"
    " br ch dr fl gl pl pr qu sc sh sp st th tr j z "
)
_VOWELS = _listed("a e i o u a e i o a e ai ea ou")
_ENDS = _listed("   n r s l t m x nd rk st ng")
_ACCENTS = dict(zip("aeiouc", "àéîöüç", strict=True))
_SCRIPTS = (
    "дрон сигнал будущее энергия доверие город",
    "δίκτυο μέλλον ενέργεια πόλη",
    "無人機 未来 都市 信頼 海藻",
    "ドローン エネルギー データ",
    "드론 미래 도시 신뢰",
    "مستقبل طاقة مدينة",
    "भविष्य ऊर्जा शहर",
    "naïveté Überwachung großmäßig cœur façade Øresund łódź",
)
_THEMES = _listed(
    "artificial intelligence|climate change|data privacy|remote work|drone warfare|mental health"
    "|urban farming|space law|energy storage|gene therapy|social media|supply chain|open source"
    "|public trust|ocean governance|synthetic biology|water scarcity|digital identity|robotics"
    "|surveillance|cybersecurity|education|ageing|migration|housing|biodiversity|quantum computing",
    "|",
)


def pick(dice: Random, items: Sequence[Item]) -> Item:
    """One of `items`, each as likely."""
    return items[int(dice.random() * len(items))]


@cache
def words() -> tuple[str, ...]:
    """The words by rank, the most frequent first."""
    dice = Random(SEED)
    fixed = dict(enumerate(EVERYWHERE)) | REAL
    foreign = iter(" ".join(_SCRIPTS).split())
    seen = set(fixed.values())
    ranked = []
    for rank in range(WORDS):
        word = fixed.get(rank) or (next(foreign, "") if rank > 250 and rank % 90 == 0 else "")
        while not word:
            made = _made_up(dice, rank)
            if made not in seen:
                word = made
        seen.add(word)
        ranked.append(word)
    return tuple(ranked)


def rare_word(number: int) -> str:
    """A word of which a digest has one or two, and hardly any other digest."""
    rest, word = number * 7_919 % RARE_WORDS, "x"
    for letters in ("bdfgklmnprstvz", "aeiou", "bdfgklmnprstvz", "aeiou", "bdfgklmnprst"):
        rest, place = divmod(rest, len(letters))
        word += letters[place]
    return word


@cache
def tape() -> tuple[str, ...]:
    """A long text, word by word, as Zipf would have it."""
    ranked = words()
    sums = list(accumulate(1 / (rank + 2.7) for rank in range(len(ranked))))
    dice = Random(SEED + 1)
    return tuple(ranked[bisect(sums, dice.random() * sums[-1])] for _ in range(TAPE))


@cache
def themes() -> tuple[tuple[str, ...], ...]:
    """The spellings of each theme, the most frequent theme first: about 1,000 for about 300."""
    dice, rare = Random(SEED + 2), words()[300:9_000]
    names = list(_THEMES)
    while len(names) < THEMES:
        names.append(" ".join(pick(dice, rare) for _ in range(1 + int(dice.random() * 2))))
    room = SPELLINGS / THEMES
    return tuple(
        tuple(_spellings(name)[: 2 + int(dice.random() * (room * 2 - 3))]) for name in names
    )


@cache
def theme_sums() -> list[float]:
    """Running totals of how often each theme is used."""
    return list(accumulate(1 / (rank + 8) for rank in range(len(themes()))))


def _made_up(dice: Random, rank: int) -> str:
    """Frequent words are short; a few have accents."""
    count = 1 + (rank > 60) + (rank > 3_000 or dice.random() < 0.2) + (dice.random() < 0.2)
    syllables = (pick(dice, _STARTS) + pick(dice, _VOWELS) for _ in range(count))
    word = "".join(syllables) + pick(dice, _ENDS)
    if dice.random() < 0.07:
        plain = pick(dice, [letter for letter in word if letter in _ACCENTS])
        return word.replace(plain, _ACCENTS[plain], 1)
    return word


def _spellings(name: str) -> list[str]:
    initials = "".join(f"{word[0].upper()}." for word in name.split())
    ways = [
        name,
        name.title(),
        f"{name}s",
        name.replace(" ", "-"),
        name.capitalize(),
        f"{name}.",
        initials if " " in name else name.upper(),
    ]
    return list(dict.fromkeys(ways))
