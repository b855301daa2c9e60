"""Text to records: takes every layout and anything a person wrote, and never raises."""

from datetime import date

from curator.codec.document import Document
from curator.codec.findings import findings_of, refusal_of
from curator.codec.limits import MOST_LINES, count_lines, limited
from curator.codec.parsing import parse
from curator.domain.finding import Finding


def read(text: str, key: str = "", today: date | None = None) -> Document:
    """What `text` says as a digest of the name `key` (the stem of its file).

    A curated text that names its own key keeps it, whatever its file is called. `today` decides
    which dates lie in the future. A text that is no digest comes back with a `refusal`, and so
    does one of more than `MOST_LINES` lines, before any other work is done on it.
    """
    lines = count_lines(text)
    if lines > MOST_LINES:
        message = f"The text has {lines:,} lines; a digest has at most {MOST_LINES:,}."
        return Document(text, refusal=Finding(MOST_LINES + 1, message))
    parsed = parse(text, key)
    refusal = refusal_of(parsed)
    findings, unsaid = limited(() if refusal else findings_of(parsed, today or date.today()))
    return Document(
        text=text,
        blocks=parsed.blocks,
        whole=parsed.whole,
        closest_lines=parsed.closest_lines,
        findings=findings,
        unsaid=unsaid,
        refusal=refusal,
        curated=parsed.curation is not None,
    )
