"""What reading a text gives: its blocks, the records they hold, and what was noticed."""

from dataclasses import dataclass, field

from curator.codec.blocks import Block
from curator.domain.finding import Finding
from curator.domain.whole import WholeDigest


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read; `text` is the joined lines of its `blocks`.

    `whole` has no ids; its digest has `key` and `layout`, and `file_name` where a curated text
    tells it. `closest_lines` has the line of each of its closest links. `findings` are at most
    `MOST_FINDINGS`; where there are more, the last stands for `unsaid` of them. `refusal` says why
    the text is no digest at all; one that is too long has neither blocks nor records. A `curated`
    text carries the analyst's work in the grammar of `curator.codec.curated`.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    whole: WholeDigest = field(default_factory=WholeDigest)
    closest_lines: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    unsaid: int = 0
    refusal: Finding | None = None
    curated: bool = False

    @property
    def noticed(self) -> int:
        """How many findings there are, told or not."""
        return len(self.findings) + max(self.unsaid - 1, 0)
