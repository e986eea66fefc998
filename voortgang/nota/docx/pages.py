"""Where a page begins: a domain, or a chart with its numbers, is not broken where that is easy.

What stands in one column Word keeps together by itself. But a domain has lists over two columns,
and over a change of columns nothing keeps together: not in LibreOffice, where the heading of a list
then ends a page. Nor can Word weigh: to keep all of a domain it would leave any part of a page
empty, and an empty half page is worse than a broken list. So heights are estimated, and a part
begins a page when it would fit on one but not on what is left of this, unless much is left.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from voortgang.content.blocks import plain
from voortgang.nota.docx.piece import Piece, WordParagraph, WordTable
from voortgang.nota.docx.table import SHORT
from voortgang.nota.docx.template.element import WP, measure, number, w
from voortgang.nota.docx.template.page import GUTTER
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.kolombreedte import scale
from voortgang.office.font import font_of
from voortgang.office.measure import Measure, Span
from voortgang.office.xml import Element

TWIP, POINT = 20, 12700  # of a point, and EMU in one
MUCH = 0.45  # of a page: what may be left for a break to be set
SOME = 0.25  # and before a list of a domain that does not stay whole
# An estimate grows wrong with what it went past since the last break of ours. Where what is left
# may as well be nothing, a break could leave a page empty but for a line or two: none is set then.
DRIFT = 0.03
SAFE = 1.03  # an estimate that is too small breaks a part after all
CELL = 4.5  # points above and below the text of a row, with its rule
INSETS = 6  # points beside it
BROAD = 0.64  # of the size: no text of ordinary letters is wider, so a short one needs no measuring
FEW = 3  # lines: what is no longer does not end a page halfway
LINE = 88  # letters of a line from side to side
CHAPTER = "kop1"
PARTS, LISTS = (CHAPTER, "kop2"), "rol_"  # the styles of headings: of a part, of a list in it
WHOLE = (
    LISTS,
    "caption",
)  # what stands in a part that is a whole: lists, or a chart by its numbers


@dataclass(frozen=True, slots=True)
class Strip:
    """What takes the page from side to side; heights in points, those of gaps apart.

    `start` is its first paragraph, `first` how much of it stays with what is `kept` above it.
    """

    start: WordParagraph | None
    high: float
    first: float
    before: float = 0
    after: float = 0
    kept: bool = False

    @property
    def style(self) -> str:
        """The style of its first paragraph."""
        return self.start.style if self.start else ""


def begin_pages(pieces: Sequence[Piece], template: WordTemplate) -> None:
    """Let a part begin a page where it would else be broken."""
    heads = [piece.style for piece in pieces if isinstance(piece, WordParagraph)]
    coming = sum(style.startswith(WHOLE) for style in heads)
    flow = _Flow(template.area.height / TWIP, _overhang(template))
    for part in _parts(Heights(template).strips(pieces)):
        if not coming:  # what is left is long tables, as a rule
            break
        coming -= sum(strip.style.startswith(WHOLE) for strip in part)
        flow.place(part)


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
    """Goes down the pages as Word does.

    `used` is how much of the page at hand is full, `since` what came since a page was begun by
    force, `above` the gap that what came last asks for; None at the top of a page.
    """

    def __init__(self, room: float, used: float) -> None:
        self._room = room
        self._used = used % room
        self._since = used
        self._above: float | None = 0.0

    def place(self, part: list[Strip]) -> None:
        """Go past a part; let it, or lists in it, begin a page where they should."""
        if _is_whole(part) and not self._breaks(part, MUCH):
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
        self._begin()
        return True

    def _begin(self) -> None:
        self._used = self._since = 0
        self._above = None

    def _gap(self, strip: Strip) -> float:
        return 0.0 if self._above is None else max(strip.before, self._above)

    def _walk(self, strips: Iterable[Strip]) -> None:
        """Place strips one by one: what is kept stays with the first lines of what follows."""
        chain, top = 0.0, 0.0
        for strip in strips:
            if strip.start is not None and strip.start.shaping.begins_page:
                self._begin()
            gap = self._gap(strip)
            if not chain:
                top = gap
            chain += gap
            self._above = strip.after
            if strip.kept:
                chain += strip.high
                continue
            if chain + strip.first > self._room - self._used:
                self._used = -top  # the gap above what comes first on a page is not there
            self._used = (self._used + chain + strip.high) % self._room
            self._since += chain + strip.high
            chain = 0.0
        self._used = (self._used + chain) % self._room


class Heights:
    """Estimates for one nota: what is bold inside a text is measured as if it were not."""

    def __init__(self, template: WordTemplate) -> None:
        self._looks = template.looks
        self._width = template.text_width / TWIP
        self._measure = Measure()

    def strips(self, pieces: Iterable[Piece]) -> Iterator[Strip]:
        """Give the strips of pieces one below the other."""
        section: list[Piece] = []
        for piece in pieces:
            section.append(piece)
            columns = piece.columns if isinstance(piece, WordParagraph) else 0
            if columns > 1:
                width = (self._width - (columns - 1) * GUTTER / TWIP) / columns
                inside = [self._strip(one, width) for one in section]
                high, first = _balanced(inside), inside[0]
                yield Strip(first.start, high, first.first, first.before, inside[-1].after)
            elif columns:
                yield from (self._strip(one, self._width) for one in section)
            if columns:
                section = []
        yield from (self._strip(one, self._width) for one in section)

    def _strip(self, piece: Piece, width: float) -> Strip:
        return self._table(piece) if isinstance(piece, WordTable) else self._text(piece, width)

    def _text(self, piece: WordParagraph, width: float) -> Strip:
        look, shaping = self._looks[piece.style], piece.shaping
        left = look.left if shaping.left is None else shaping.left / TWIP
        lines = max(self._lines(piece.style, t, width - left) for t in piece.text.split("\t"))
        exact = shaping.rule == "exact" and shaping.line is not None
        pitch = (shaping.line or 0) / TWIP if exact else look.pitch
        high = max([lines * pitch, *map(_drawn, piece.content)]) + look.rules
        before = look.before if shaping.before is None else shaping.before / TWIP
        after = look.after if shaping.after is None else shaping.after / TWIP
        if look.close:
            before = after = 0
        first = high if lines <= FEW else 2 * pitch
        return Strip(piece, high, first, before, after, shaping.keep_next or look.keeps)

    def _table(self, piece: WordTable) -> Strip:
        style = "cell" if scale(piece.block) == 1 else "cell_small"
        pitch = self._looks[style].pitch
        rows = []
        for row in (piece.block.header, *piece.block.rows):
            cells = zip(row, piece.widths, strict=False)
            lines = [self._lines(style, plain(cell), wide / TWIP - INSETS) for cell, wide in cells]
            rows.append(CELL + pitch * max(lines, default=1))
        first = sum(rows) if len(piece.block.rows) <= SHORT else sum(rows[:2])
        return Strip(None, sum(rows), first)

    def _lines(self, style: str, text: str, width: float) -> int:
        look = self._looks[style]
        if len(text) * look.size * BROAD <= width:
            return 1
        font = font_of(look.face or "Calibri")
        broken = self._measure.lines(
            (Span(text),), font, look.size, max(round(width * POINT), 1), bold=look.bold
        )
        return max(len(broken), 1)


def _overhang(template: WordTemplate) -> float:
    """Estimate how much further the header of the first page pushes its text down than others'."""
    return pushed_down(template) - _pushed(template, "default")


def pushed_down(template: WordTemplate) -> float:
    """Estimate how far the header of the first page pushes its text down."""
    return _pushed(template, "first" if template.has_first_page else "default")


def _pushed(template: WordTemplate, place: str) -> float:
    high = _header(template, place) + (template.area.header - template.area.top) / TWIP
    return max(0.0, high)


def _header(template: WordTemplate, place: str) -> float:
    root = template.header(place)
    high = 0.0
    for paragraph in root.iter(w("p")) if root is not None else ():
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        own_id = template.ids["normal"] if style is None else style.get(w("val"), "")
        look = template.all_looks[own_id]
        spacing = paragraph.find(f"{w('pPr')}/{w('spacing')}")
        sizes = [measure(size, "val", 0) / 2 for size in paragraph.iter(w("sz"))]
        drawn = map(_drawn, paragraph.iter(f"{WP}inline"))
        high += max([look.pitch, *(look.pitch * size / look.size for size in sizes), *drawn])
        high += measure(spacing, "before", look.before * TWIP) / TWIP
        high += measure(spacing, "after", look.after * TWIP) / TWIP
    return high


def _drawn(element: Element) -> float:
    """Give how high the drawing in an element is."""
    return max((number(one.get("cy"), 0) / POINT for one in element.iter(f"{WP}extent")), default=0)


def height_of(strips: Sequence[Strip]) -> float:
    """Add strips up, from the top of the first to the foot of the last."""
    gaps = sum(max(above.after, below.before) for above, below in pairwise(strips))
    return sum(strip.high for strip in strips) + gaps


def _balanced(strips: Sequence[Strip]) -> float:
    """Give the height of strips over two columns: that of the higher one, where that is lowest."""
    splits = [at for at in range(1, len(strips)) if not strips[at - 1].kept]
    return min(
        (max(height_of(strips[:at]), height_of(strips[at:])) for at in splits),
        default=height_of(strips),
    )


def _is_whole(strips: Iterable[Strip]) -> bool:
    return any(strip.style.startswith(WHOLE) for strip in strips)


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


def _lists(part: list[Strip]) -> Iterator[list[Strip]]:
    """Split a domain at the headings of its lists; its own heading stays with the first of them."""
    begin = 0
    heads = [at for at, strip in enumerate(part) if strip.style.startswith(LISTS)]
    for at in heads[1:]:
        yield part[begin:at]
        begin = at
    yield part[begin:]
