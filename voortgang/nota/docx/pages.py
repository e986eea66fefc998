"""Where a page begins: a domain, or a chart with its numbers, is not broken where that is easy.

What stands in one column Word keeps together by itself. But a domain has lists over two columns,
and over a change of columns nothing keeps together: not in LibreOffice, where the heading of a list
then ends a page. Nor can Word weigh: to keep all of a domain it would leave any part of a page
empty, and an empty half page is worse than a broken list. So heights are estimated, and a part
begins a page when it would fit on one but not on what is left of this, unless much is left.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from voortgang.nota.docx.heights import FEW, TWIP, Heights, Strip, height_of, overhang
from voortgang.nota.docx.piece import Piece, WordParagraph, WordTable
from voortgang.nota.docx.template.read import WordTemplate

MUCH = 0.35  # of a page: what may be left for a break to be set
SOME = 0.25  # and before a part without lists, or a list of a domain that does not stay whole
# An estimate grows wrong with what it went past since the last break of ours. Where what is left
# may as well be nothing, a break could leave a page empty but for a line or two: none is set then.
DRIFT = 0.03
SAFE = 1.03  # an estimate that is too small breaks a part after all
LINE = 88  # letters of a line from side to side
CHAPTER = "kop1"
PARTS, LISTS = (CHAPTER, "kop2"), "rol_"  # the styles of headings: of a part, of a list in it
WHOLE = (LISTS, "caption")  # what stands in a part that is a whole: lists, a chart by its numbers


def begin_pages(pieces: Sequence[Piece], template: WordTemplate) -> dict[str, int]:
    """Let a part begin a page where it would else be broken; tell on which page each mark is."""
    flow = _Flow(template)
    for part in _parts(Heights(template).strips(pieces)):
        flow.place(part)
    return flow.marked


def keep_ends(pieces: Sequence[Piece]) -> None:
    """Let no page begin with the last three lines of a chapter, or fewer."""
    starts = [
        at
        for at, piece in enumerate(pieces)
        if isinstance(piece, WordParagraph) and piece.style == CHAPTER
    ]
    for end in (*starts[1:], len(pieces)) if starts else ():
        _keep_end(pieces, end)


def _keep_end(pieces: Sequence[Piece], end: int) -> None:
    lines = 0
    for at in range(end - 1, 0, -1):
        last, above = pieces[at], pieces[at - 1]
        if isinstance(last, WordTable) or last.columns or last.style == CHAPTER:
            return
        lines += 1 + len(last.text) // LINE
        if lines > FEW or isinstance(above, WordTable) or above.columns:
            return
        above.keep_with_next()


class _Flow:
    """Goes down the pages as Word does; `marked` gives the page of each mark that it went past.

    `used` is how much of the page at hand is full, `since` what came since a page was begun by
    force, `above` the gap that what came last asks for; None at the top of a page.
    """

    def __init__(self, template: WordTemplate) -> None:
        self._rooms = {False: template.area.height / TWIP, True: template.lying.height / TWIP}
        self._lies = False
        self._used = self._since = overhang(template)
        self._above: float | None = 0.0
        self._page = 1
        self.marked: dict[str, int] = {}

    @property
    def _room(self) -> float:
        return self._rooms[self._lies]

    def place(self, part: list[Strip]) -> None:
        """Go past a part; let it, or lists in it, begin a page where they should."""
        much = MUCH if any(strip.style.startswith(LISTS) for strip in part) else SOME
        whole = any(strip.style.startswith(WHOLE) for strip in part)
        if whole and not self._breaks(part, much):
            for piece in _lists(part):
                self._breaks(piece, SOME)
                self._walk(piece)
        else:
            self._walk(part)

    def _breaks(self, strips: list[Strip], much: float) -> bool:
        """Let these begin a page where they fit on one, but not on what is left of this."""
        high = (height_of(strips) + self._gap(strips[0])) * SAFE
        left = self._room - self._used
        start = strips[0].start
        fits = left < high <= self._room and self._since * DRIFT < left < self._room * much
        if not fits or start is None:
            return False
        start.begin_page()
        return True

    def _begin(self) -> None:
        self._page += self._above is not None
        self._used = self._since = 0
        self._above = None

    def _gap(self, strip: Strip) -> float:
        return 0.0 if self._above is None else max(strip.before, self._above)

    def _walk(self, strips: Iterable[Strip]) -> None:
        """Go past strips one by one: what is kept stays with the first lines of what follows."""
        chain, top = 0.0, 0.0
        marks: list[str] = []
        for strip in strips:
            if strip.lies != self._lies:
                self._begin()
                self._lies = strip.lies
            elif strip.start is not None and strip.start.shaping.begins_page:
                self._begin()
            gap = self._gap(strip)
            if not chain:
                top = gap
            chain += gap
            self._above = strip.after
            marks += strip.marks
            if strip.kept:
                chain += strip.high
                continue
            if chain + strip.first > self._room - self._used:
                self._used = -top  # the gap above what comes first on a page is not there
                self._page += 1
            self.marked.update(dict.fromkeys(marks, self._page))
            marks = []
            self._used += chain
            self._fill(strip)
            self._since += chain + strip.high
            chain = 0.0
        self.marked.update(dict.fromkeys(marks, self._page))
        self._used += chain

    def _fill(self, strip: Strip) -> None:
        """Go down what has begun: a text by its lines, a table by its rows."""
        if not strip.rows:
            pages, self._used = divmod(self._used + strip.high, self._room)
            self._page += int(pages)
            return
        self._used += strip.head
        for row in strip.rows:
            if self._used + row > self._room:
                self._used = strip.head
                self._page += 1
            self._used += row


def _parts(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Split at the headings of chapters and parts; a chapter's heading stays with its first."""
    part: list[Strip] = []
    for strip in strips:
        if strip.style in PARTS and part and not (len(part) == 1 and part[0].style in PARTS):
            yield part
            part = []
        part.append(strip)
    if part:
        yield part


def _lists(part: list[Strip]) -> list[list[Strip]]:
    """Split a domain at the headings of its lists; its own heading stays with the first of them."""
    heads = [at for at, strip in enumerate(part) if strip.style.startswith(LISTS)]
    return [part[at:end] for at, end in pairwise((0, *heads[1:], len(part)))]
