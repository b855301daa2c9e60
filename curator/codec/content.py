"""What counts as the content of a record: neither ids nor places, only what a text can say."""

from operator import attrgetter

from curator.domain.digest import Digest
from curator.domain.link import Link
from curator.domain.signal import Signal
from curator.domain.whole import WholeDigest

_signal_texts = attrgetter(*Signal.TEXT_FIELDS)
SignalContent = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]


def signal_content(signal: Signal) -> SignalContent:
    """Kind, texts and unknown columns of a row."""
    return signal.kind, _signal_texts(signal), signal.extra


def link_content(link: Link) -> tuple[str, str]:
    """What the faithful layout says of a link."""
    return link.title, link.target_key


def judged_content(link: Link) -> tuple[str, str, str, tuple[str, ...]]:
    """What the curated layout says of a link."""
    return link.title, link.target_key, link.relation, link.tags


def curated_content(whole: WholeDigest) -> tuple[object, ...]:
    """All that the curated layout says of a digest."""
    digest = whole.digest
    return (
        digest.key,
        digest.file_name,
        digest.review,
        tuple(getattr(digest, name) for name in Digest.TEXT_FIELDS),
        tuple(term.name for term in whole.keywords),
        tuple(term.name for term in whole.themes),
        tuple(map(signal_content, whole.signals)),
        tuple(map(judged_content, whole.closest)),
    )
