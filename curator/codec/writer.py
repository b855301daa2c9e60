"""Records to text in the faithful layout: only blocks whose records changed are written anew."""

from collections.abc import Sequence

from curator.codec.blocks import FRONT_MATTER, SOURCE, TITLE, Block, solid_span
from curator.codec.headings import SECTIONS, heading_of
from curator.codec.layouts import B, order_of
from curator.codec.lines import end_of, is_blank, joined, usual_end
from curator.codec.parsing import Parsed, parse
from curator.codec.rewriting import rewrites_for
from curator.domain.whole import WholeDigest

_USUAL_MARKS = "##"
_NEW = 0
"""The line number of blocks that the text does not have yet."""


def write(original: str, whole: WholeDigest) -> str:
    """The text of `whole` in the faithful layout; `original` is the text it was read from.

    A block whose records equal what reading `original` gives stays byte for byte. An empty
    `original` gives a text of the newest layout.
    """
    parsed = parse(original, whole.digest.key)
    layout = parsed.whole.digest.layout if parsed.lines else whole.digest.layout or B
    rewrites = rewrites_for(parsed, whole, layout)
    if not rewrites:
        return original
    end = usual_end(parsed.lines)
    missing = set(rewrites) - {block.kind for block in parsed.blocks}
    lines: list[str] = []
    is_new = was_new = False
    for block in _with_missing(parsed, missing, order_of(layout), end):
        was_new, is_new = is_new, block.start == _NEW
        rewrite = rewrites.pop(block.kind, None)
        written = rewrite(block, end) if rewrite else block.lines
        if lines and (is_new or was_new) and not (is_blank(lines[-1]) or is_blank(written[0])):
            lines.append(end)
        lines.extend(written)
    return parsed.mark + _closed_like(parsed.lines, lines, end)


def _with_missing(parsed: Parsed, missing: set[str], order: Sequence[str], end: str) -> list[Block]:
    """The blocks, and empty new ones in the places that the layout has for them."""
    blocks = list(parsed.blocks)
    marks = next((_marks(block) for block in blocks if block.kind in SECTIONS), _USUAL_MARKS)
    places = (FRONT_MATTER, TITLE, SOURCE, *order)
    for kind in sorted(missing, key=places.index):
        line = f"{marks} {kind}{end}" if kind in SECTIONS else end
        behind = places[: places.index(kind)]
        blocks.insert(_place_behind(blocks, behind, kind), Block(kind, _NEW, (line,)))
    return blocks


def _marks(block: Block) -> str:
    heading = heading_of(block.lines[0])
    return "#" * heading.level if heading else _USUAL_MARKS


def _place_behind(blocks: Sequence[Block], behind: Sequence[str], kind: str) -> int:
    """Behind the last block that goes before; else before all, for a section before the others."""
    places = [place for place, block in enumerate(blocks) if block.kind in behind]
    sections = [place for place, block in enumerate(blocks) if block.kind in SECTIONS]
    is_head = all(blocks[place].kind not in SECTIONS for place in places)
    if kind in SECTIONS and is_head:
        return sections[0] if sections else len(blocks)
    return places[-1] + 1 if places else 0


def _closed_like(original: Sequence[str], lines: list[str], end: str) -> str:
    """The text of `lines`, which ends as `original` does: with or without blank lines."""
    blank = len(original) - solid_span(original, 0)[1]
    last = max(solid_span(lines, 0)[1] + blank, 1)
    ended = bool(original) and end_of(original[-1]) != ""
    return joined(lines[:last], end, ended=ended)
