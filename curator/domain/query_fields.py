"""The fields that a question can name, what each of them means, and which values it can have."""

from dataclasses import dataclass
from difflib import get_close_matches

from curator.domain.link import RELATIONS
from curator.domain.review import REVIEWS
from curator.domain.signal import KINDS

DIGEST, ROW = "digest", "row"
"""What a text belongs to: the digest as a whole, or each of its rows."""

NONE = "none"
"""The value that asks for an empty field, such as a link that nobody has judged."""


@dataclass(frozen=True, slots=True)
class TextField:
    """A field that holds words: its name in questions, its column in the index, where it stands."""

    name: str
    column: str
    scope: str
    help: str


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """A field with few values."""

    name: str
    values: tuple[str, ...]
    help: str


TEXTS = (
    TextField("title", "title", DIGEST, "the title of a digest"),
    TextField("summary", "summary", DIGEST, "the summary of a digest"),
    TextField("keyword", "keywords", DIGEST, "a keyword"),
    TextField("theme", "themes", DIGEST, "a theme"),
    TextField("signal", "signals", ROW, "the name of a signal, or of another row"),
    TextField("description", "description", ROW, "the description of a signal"),
    TextField("change", "change", ROW, "what changes"),
    TextField("horizon", "horizon", ROW, "the ten-year horizon"),
    TextField("force", "force", ROW, "the driving force"),
    TextField("relevancy", "relevancy", ROW, "why a signal matters"),
    TextField("extra", "extra", ROW, "any other column of a table"),
    TextField("closest", "closest", DIGEST, "the title of a closest digest"),
    TextField("tag", "tags", DIGEST, "a tag of a closest digest"),
)
CHOICES = (
    ChoiceField("review", REVIEWS, "the state of review"),
    ChoiceField("kind", KINDS, "the kind of a row"),
    ChoiceField("relation", (*RELATIONS, NONE), "what a closest digest is to this one"),
    ChoiceField(
        "has",
        (
            *("conflict", "date", "findings", "keywords", "links", "signals"),
            *("source", "summary", "tags", "themes"),
        ),
        "what a digest has at all",
    ),
    ChoiceField("links", ("dangling", "judged", "unjudged"), "the state of closest digests"),
    ChoiceField("is", ("trashed",), "where a digest is"),
)
EXACTS = ("category", "type", "layout", "key")
"""Fields that are compared as a whole."""
DATE = "date"

TEXT_FIELDS = {field.name: field for field in TEXTS}
CHOICE_FIELDS = {field.name: field for field in CHOICES}
NAMES = (*TEXT_FIELDS, DATE, *CHOICE_FIELDS, *EXACTS)
"""All names that may stand before a colon."""

_OTHER_NAMES = {
    "driver": "force",
    "driving_force": "force",
    "drivingforce": "force",
    "keywords": "keyword",
    "link": "closest",
    "name": "signal",
    "relations": "relation",
    "relevance": "relevancy",
    "reviewed": "review",
    "signals": "signal",
    "status": "review",
    "tags": "tag",
    "themes": "theme",
}


def named(name: str) -> str:
    """The field that a name means, whatever its letters; empty where there is none."""
    plain = name.lower()
    plain = _OTHER_NAMES.get(plain, plain)
    return plain if plain in NAMES else ""


def nearest(name: str) -> str:
    """The field that a name was probably meant to be; empty where none is close."""
    close = get_close_matches(name.lower(), (*NAMES, *_OTHER_NAMES), n=1, cutoff=0.7)
    return named(close[0]) if close else ""


def value_named(field: str, text: str) -> str:
    """The value of a field of few values that a text means: “todo” is “to do”; empty for none."""
    wanted = _joined(text)
    return next((v for v in CHOICE_FIELDS[field].values if _joined(v) == wanted), "")


def _joined(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
