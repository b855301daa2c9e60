"""What the reader noticed in a digest and a person may want to mend."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one line of the text (counted from 1).

    `field` is the path of the field that it is about, as the command `set` takes it
    (`keywords.3`, `signals.0.change`, `origin`), or empty for the digest as a whole.
    """

    line: int
    message: str
    field: str = ""
