"""Digests for tests, made with few words."""

from typing import Any

from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.term import KEYWORD, THEME, Term
from curator.domain.whole import WholeDigest


def a_digest(key: str = "drones", **fields: Any) -> Digest:
    """A digest with a title and a day; anything can be said otherwise."""
    said = {
        "key": key,
        "file_name": f"{key}.md",
        "title": f"About {key}",
        "origin": "20240818",
        "origin_url": "https://letters.example/20240818",
        "source_url": f"https://example.org/{key}",
        "summary": f"A summary of {key}.",
        "layout": "A",
    }
    return Digest(**(said | fields))


def a_signal(name: str = "Cheap drones", **fields: Any) -> Signal:
    """A row of the signals table."""
    said = {
        "name": name,
        "change": "from costly to cheap",
        "horizon": "Everybody has one",
        "driving_force": "Falling prices",
    }
    return Signal(**(said | fields))


def a_link(target_key: str = "robots", **fields: Any) -> Link:
    """An entry of the closest digests."""
    return Link(**({"target_key": target_key, "title": f"About {target_key}"} | fields))


def a_theme(name: str = "autonomy", **fields: Any) -> Term:
    """A theme."""
    return Term(kind=THEME, name=name, **fields)


def a_keyword(name: str = "drone", **fields: Any) -> Term:
    """A keyword."""
    return Term(kind=KEYWORD, name=name, **fields)


def a_whole(key: str = "drones", **parts: Any) -> WholeDigest:
    """A digest with rows of each kind; `parts` replace its digest or whole tables."""
    said: dict[str, Any] = {
        "digest": a_digest(key),
        "themes": (a_theme(), a_theme("supply")),
        "keywords": (a_keyword(), a_keyword("price")),
        "signals": (a_signal(), a_signal("Open skies")),
        "closest": (a_link(), a_link("harbours")),
    }
    return WholeDigest(**(said | parts))
