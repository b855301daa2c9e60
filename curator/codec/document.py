"""What reading a text gives: its blocks, the records they hold, and what was noticed."""

from dataclasses import dataclass, field

from curator.codec.blocks import Block
from curator.domain.finding import Finding
from curator.domain.whole import WholeDigest


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was read; `text` is the joined lines of its `blocks`.

    `whole` has no ids; its digest has `key` and `layout`, and `file_name` where a curated text
    tells it. `refusal` says why the text is no digest at all. A `curated` text carries the
    analyst's work in the grammar of `curator.codec.curated`.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    whole: WholeDigest = field(default_factory=WholeDigest)
    findings: tuple[Finding, ...] = ()
    refusal: Finding | None = None
    curated: bool = False
