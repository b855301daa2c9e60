"""Text to records: takes every layout and anything a person wrote, and never raises."""

from datetime import date

from curator.codec.document import Document
from curator.codec.findings import findings_of, refusal_of
from curator.codec.parsing import parse


def read(text: str, key: str = "", today: date | None = None) -> Document:
    """What `text` says as a digest of the name `key` (the stem of its file).

    A curated text that names its own key keeps it, whatever its file is called. `today` decides
    which dates lie in the future. A text that is no digest comes back with a `refusal`.
    """
    parsed = parse(text, key)
    refusal = refusal_of(parsed)
    findings = () if refusal else findings_of(parsed, today or date.today())
    return Document(
        text=text,
        blocks=parsed.blocks,
        whole=parsed.whole,
        findings=findings,
        refusal=refusal,
        curated=parsed.curation is not None,
    )
