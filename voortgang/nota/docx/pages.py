"""Where a page begins: a domain, or a chart with its heading, is not broken where that is easy.

Word and LibreOffice keep paragraphs together by themselves, but not over a change of columns. So
the heights are estimated, and a heading begins a page when its part would fit on one page but not
on what is left of this. Where much is left, an empty half page is worse than a broken list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from voortgang.content.blocks import Block, Blocks, Grafiek, Heading
from voortgang.content.cijfers.cijfer import Cijfer
from voortgang.nota.docx.height import Heights
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.structuur import is_bijlage, rol

MUCH = 0.45  # of a page: what may be left for a break to be set
SOME = 0.25  # and before a list of a domain that does not stay whole
# An estimate grows wrong with what it went past since the last break of ours. Where what is left
# may as well be nothing, a break could leave a page empty but for a line or two: none is set then.
DRIFT = 0.03
SAFE = 1.03  # an estimate that is too small breaks a part after all
PARTS = 3  # headings down to this level begin a part


@dataclass
class _Part:
    """What stands together: from a heading to the next one, and whether it should stay whole."""

    blocks: list[Block] = field(default_factory=list)
    whole: bool = False

    @property
    def heading(self) -> Heading | None:
        first = self.blocks[0] if self.blocks else None
        return first if isinstance(first, Heading) else None


def page_starts(
    head: Blocks, rest: Blocks, contents: int, template: WordTemplate,
    figures: Mapping[str, Cijfer],
) -> frozenset[str]:  # fmt: skip
    """Give the anchors of the headings that begin a page.

    `head` is the title block, `contents` the number of lines of the table of contents below it.
    """
    parts = list(_parts(rest))
    last = max((n for n, part in enumerate(parts) if part.whole), default=-1)
    if last < 0:
        return frozenset()
    heights = Heights(template, figures)
    top = template.header_overhang("default")
    room = template.page.height / 20 - top
    used = template.header_overhang("first" if template.has_first_page else "default") - top
    used += heights.of(head)
    if contents:
        used += heights.line("tochead", "Inhoud") + contents * heights.line("toc1", "x")
    flow = _Flow(heights, room, used)
    for part in parts[: last + 1]:
        flow.place(part)
    return frozenset(flow.starts)


class _Flow:
    """Goes down the pages as Word does: `used` is how much of the page at hand is full."""

    def __init__(self, heights: Heights, room: float, used: float) -> None:
        self.starts: set[str] = set()
        self._heights = heights
        self._room = room
        self._used = used % room
        self._since = used
        self._above: Block | None = None

    def place(self, part: _Part) -> None:
        """Go past a part; let it begin a page where it should."""
        blocks = tuple(part.blocks)
        if part.heading is not None and is_bijlage(part.heading):
            self._used = self._since = 0
        if not part.whole:
            self._walk(blocks)
        elif not self._breaks(blocks, MUCH):
            for piece in _pieces(blocks):
                self._breaks(piece, SOME)
                self._walk(piece)
        else:
            self._walk(blocks)
        self._above = blocks[-1]

    def _breaks(self, blocks: Blocks, much: float) -> bool:
        """Let these blocks begin a page where they fit on one, but not on what is left of this."""
        high = self._heights.of(blocks) * SAFE
        left = self._room - self._used
        first = blocks[0]
        if (
            left < high <= self._room
            and self._since * DRIFT < left < self._room * much
            and isinstance(first, Heading)
            and first.attributes.anchor
        ):
            self.starts.add(first.attributes.anchor)
            self._used = -self._heights.before(first)
            self._since = 0
            return True
        return False

    def _walk(self, blocks: Blocks) -> None:
        """Place blocks one by one: headings stay with the first lines of what follows."""
        chain, top = 0.0, 0.0
        under: str | None = None
        for at, block in enumerate(blocks):
            if isinstance(block, Heading):
                under = rol(block)
            high = self._heights.of_one(blocks, at, under)
            if at == 0 and self._used:
                high -= self._heights.shared(self._above, block)
            if not chain:
                top = self._heights.before(block) if self._used else 0.0
            if isinstance(block, Heading):
                chain += high
                continue
            first = min(high, self._heights.first(block, high))
            if chain + first > self._room - self._used:
                self._used = -top  # the gap above what comes first on a page is not there
            self._used = (self._used + chain + high) % self._room
            self._since += chain + high
            chain = 0.0
        self._used = (self._used + chain) % self._room


def _pieces(blocks: Blocks) -> Iterator[Blocks]:
    """Split a domain at the headings of its lists; its own heading stays with the first of them."""
    begin = 0
    heads = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and rol(block)]
    for at in heads[1:]:
        yield blocks[begin:at]
        begin = at
    yield blocks[begin:]


def _parts(blocks: Blocks) -> Iterator[_Part]:
    """Split at the headings of chapters and parts; a chapter's heading stays with its first."""
    part = _Part()
    for block in blocks:
        begins = isinstance(block, Heading) and block.level <= PARTS and rol(block) is None
        alone = len(part.blocks) == 1 and part.heading is not None
        if begins and part.blocks and not alone:
            yield part
            part = _Part()
        part.blocks.append(block)
        if isinstance(block, Grafiek) or (isinstance(block, Heading) and rol(block)):
            part.whole = True
    if part.blocks:
        yield part
