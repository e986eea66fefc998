"""How high the parts of a nota will be in Word: estimates, by which pages are begun and counted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from voortgang.content.blocks import Inlines, plain
from voortgang.nota.docx.piece import SIGNS, Piece, WordParagraph, WordTable
from voortgang.nota.docx.table import stays
from voortgang.nota.docx.template.element import WP, measure, number, w
from voortgang.nota.docx.template.page import GUTTER
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.nota.kolombreedte import scale
from voortgang.nota.structuur import is_group
from voortgang.office.font import font_of
from voortgang.office.measure import FORCED, Measure, Span, Words
from voortgang.office.xml import Element

TWIP, POINT = 20, 12700  # of a point, and EMU in one
CELL = 4.5  # points above and below the text of a row, with its rule
INSETS = 6  # points beside it
EDGES = 2.4  # points: what the heavier rules of a table take more
BROAD = 0.64  # of the size: no text of ordinary letters is wider, so a short one needs no measuring
RUN, WORDS = w("r"), w("t")
BOLD = f"{w('rPr')}/{w('b')}"
FEW = 3  # lines: what is no longer does not end a page halfway


@dataclass(frozen=True, slots=True)
class Strip:
    """What takes the page from side to side; heights in points, those of gaps apart.

    `start` is its first paragraph, `first` how much of it stays with what is `kept` above it. A
    page may end between `rows`, the lines of a text or the rows of a table below its `head`, each
    with those that stay with it. It `lies` where its page is on its side.
    """

    start: WordParagraph | None
    high: float
    first: float
    before: float = 0
    after: float = 0
    kept: bool = False
    head: float = 0
    rows: tuple[float, ...] = ()
    lies: bool = False

    @property
    def style(self) -> str:
        """The style of its first paragraph."""
        return self.start.style if self.start else ""

    @property
    def marks(self) -> list[str]:
        """The bookmarks that begin in its first paragraph."""
        found = self.start.content[:1] if self.start else []
        return [one.get(w("name"), "") for one in found if one.tag == w("bookmarkStart")]


class Heights:
    """Estimates for one nota; they agree with LibreOffice's lines within a point or so."""

    def __init__(self, template: WordTemplate) -> None:
        self._looks = template.looks
        self._upright, self._lying = template.text_width / TWIP, template.lying.width / TWIP
        self._measure = Measure()

    def strips(self, pieces: Iterable[Piece]) -> Iterator[Strip]:
        """Give the strips of pieces one below the other."""
        section: list[Piece] = []
        for piece in pieces:
            section.append(piece)
            if isinstance(piece, WordParagraph) and piece.columns:
                yield from self._section(section, piece.columns, lies=piece.lying)
                section = []
        yield from self._section(section, 1, lies=False)

    def _section(self, section: list[Piece], columns: int, *, lies: bool) -> Iterator[Strip]:
        width = self._lying if lies else self._upright
        width = (width - (columns - 1) * GUTTER / TWIP) / columns
        inside = [
            self._table(one) if isinstance(one, WordTable) else self._text(one, width)
            for one in section
        ]
        if columns == 1:
            yield from (replace(strip, lies=lies) for strip in inside)
        else:
            first = inside[0]
            high = _balanced(inside)
            yield Strip(first.start, high, first.first, first.before, inside[-1].after)

    def _text(self, piece: WordParagraph, width: float) -> Strip:
        look, shaping = self._looks[piece.style], piece.shaping
        left = look.left if shaping.left is None else shaping.left / TWIP
        room = width - left - look.right
        lines = 1  # most are so short that their letters need no look
        if len(piece.text) * look.size * BROAD > room or FORCED in piece.text:
            lines = max(self._lines(piece.style, words, room) for words in _between_tabs(piece))
        exact = shaping.rule == "exact" and shaping.line is not None
        pitch = (shaping.line or 0) / TWIP if exact else look.pitch
        high = max([lines * pitch, *map(_drawn, piece.content)]) + look.rules
        before = look.before if shaping.before is None else shaping.before / TWIP
        after = look.after if shaping.after is None else shaping.after / TWIP
        if look.close:
            before = after = 0
        # Of a text that goes on overleaf, at least two lines stand on each of the pages.
        ends = (2 * pitch,) if lines > FEW else ()
        rows = (high - (lines - 2) * pitch, *[pitch] * (lines - 4), *ends) if ends else (high,)
        kept = shaping.keep_next or look.keeps
        return Strip(piece, high, rows[0], before, after, kept, rows=rows)

    def _table(self, piece: WordTable) -> Strip:
        block = piece.block
        style = "cell" if scale(block) == 1 else "cell_small"
        head, *each = (self._row(style, row, piece.widths) for row in (block.header, *block.rows))
        rows: list[float] = []
        for at, high in enumerate(each, 1):
            if at > 1 and stays(block, at - 1):
                rows[-1] += high
            else:
                rows.append(high)
        head += EDGES
        return Strip(None, head + sum(each), head + sum(rows[:1]), head=head, rows=tuple(rows))

    def _row(self, style: str, row: tuple[Inlines, ...], widths: Sequence[int]) -> float:
        wide = [sum(widths)] if is_group(row) else widths
        cells = zip(row, wide, strict=False)
        lines = (
            self._lines(style, (Span(plain(cell)),), one / TWIP - INSETS) for cell, one in cells
        )
        return CELL + self._looks[style].pitch * max(lines, default=1)

    def _lines(self, style: str, words: Words, width: float) -> int:
        look = self._looks[style]
        letters = "".join(span.text for span in words)
        if len(letters) * look.size * BROAD <= width and FORCED not in letters:
            return 1
        font = font_of(look.face or "Calibri").drawn
        room = max(round(width * POINT), 1)
        return max(len(self._measure.lines(words, font, look.size, room, bold=look.bold)), 1)


def _between_tabs(piece: WordParagraph) -> list[Words]:
    """Give the texts of a paragraph that tabs divide."""
    texts: list[list[Span]] = [[]]
    for run in (run for part in piece.content for run in part.iter(RUN)):
        bold = run.find(BOLD) is not None
        for sign in run.iter(WORDS, *SIGNS):
            text = SIGNS.get(sign.tag, sign.text or "")
            if text == "\t":
                texts.append([])
            else:
                texts[-1].append(Span(text, bold))
    return [tuple(text) for text in texts]


def overhang(template: WordTemplate) -> float:
    """Estimate how much further the header of the first page pushes its text down than others'."""
    return pushed_down(template) - _pushed(template, "default")


def pushed_down(template: WordTemplate) -> float:
    """Estimate how far the header of the first page pushes its text down."""
    return _pushed(template, "first" if template.has_first_page else "default")


def _pushed(template: WordTemplate, place: str) -> float:
    root = template.header(place)
    high = (template.area.header - template.area.top) / TWIP
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
    return max(0.0, high)


def _drawn(element: Element) -> float:
    """Give how high the drawing in an element is."""
    return max((number(one.get("cy"), 0) / POINT for one in element.iter(f"{WP}extent")), default=0)


def height_of(strips: Sequence[Strip]) -> float:
    """Add strips up, from the top of the first to the foot of the last."""
    gaps = sum(max(above.after, below.before) for above, below in pairwise(strips))
    return sum(strip.high for strip in strips) + gaps


def _balanced(strips: Sequence[Strip]) -> float:
    """Give the height of strips over two columns: that of the higher one, where that is lowest."""
    gaps = [max(above.after, below.before) for above, below in pairwise(strips)]
    feet = [*accumulate(strip.high + gap for strip, gap in zip(strips, (0, *gaps), strict=True))]
    splits = (
        max(foot, feet[-1] - foot - gap)
        for strip, foot, gap in zip(strips, feet, gaps, strict=False)
        if not strip.kept
    )
    return min(splits, default=feet[-1])
