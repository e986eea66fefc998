"""Turn fitted text into boxes: titles, headings of panels, columns of a list."""

from dataclasses import dataclass

from voortgang.office.font import Font
from voortgang.office.ink import READABLE, contrast
from voortgang.office.measure import PITCH, POINT, Measure, Span, Words
from voortgang.office.rol import OTHER, look_of
from voortgang.presentatie.fit.fit import CM, Space
from voortgang.presentatie.fit.flow import Column, Dress, Piece
from voortgang.presentatie.slides import (
    Align,
    Anchor,
    Box,
    Bullet,
    Element,
    Run,
    Shape,
    TextBox,
    TextLine,
)
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout, LevelStyle

TITLE_STEPS = (1, 26 / 30, 24 / 30, 20 / 30)
SMALLEST_TITLE = 20
LEAST = 12
COUNTED = 16  # points of "1–27 van", before the count itself
RISE = round(0.55 * CM)
DEFAULT_LEVEL = LevelStyle(30, bold=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What drawing needs to know: the house style, the measure, the smallest size."""

    huisstijl: Huisstijl
    measure: Measure
    smallest: float

    def text(self, *, dark: bool) -> str:
        """Name the colour of text on a ground."""
        return self.huisstijl.dark_text if dark else "dk1"

    def muted(self, *, dark: bool) -> str:
        """Name the colour of secondary text on a ground."""
        return self.huisstijl.dark_muted if dark else self.legible("accent3")

    def legible(self, role: str) -> str:
        """Name a role that can be read on the light ground: this one, or that of the text."""
        colours = self.huisstijl.colours
        ground, own = colours.get("lt1"), colours.get(role)
        if not ground or not own or contrast(own, ground) >= READABLE:
            return role
        return "dk1"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Elements, and how far what stands under them must move down (EMU)."""

    elements: tuple[Element, ...]
    shift: int = 0


def runs(
    words: Words,
    size: float,
    *,
    bold: bool = False,
    colour: str | None = None,
    slide: int | None = None,
) -> tuple[Run, ...]:
    """Dress words."""
    return tuple(
        Run(s.text, size, bold or s.bold, s.italic, colour, _web(s.href), slide) for s in words
    )


def free_text(  # noqa: PLR0913 -- a box has this many sides
    name: str,
    box: Box,
    text: str,
    size: float,
    *,
    bold: bool = False,
    colour: str | None = None,
    align: Align = "left",
    anchor: Anchor = "top",
) -> TextBox:
    """Make a box of its own with one paragraph."""
    line = TextLine((Run(text, size, bold, colour=colour),), align=align)
    return TextBox(name, box, (line,), anchor=anchor)


def height_of(  # noqa: PLR0913 -- drawing has this many sides
    sheet: Sheet, words: Words, font: Font, size: float, width: int, *, bold: bool
) -> int:
    """Measure a paragraph's height in EMU."""
    return round(
        len(sheet.measure.lines(words, font, size, width, bold=bold)) * size * PITCH * POINT
    )


def draw_title(  # noqa: PLR0913 -- drawing has this many sides
    sheet: Sheet, area: Area, words: Words, name: str, *, width: int = 0, tail: str = ""
) -> Drawn:
    """Set a title as large as it goes; one that is too long takes the room it needs.

    `tail` says which slide of how many this is, in a quieter dress.
    """
    level = area.levels[0] if area.levels else DEFAULT_LEVEL
    insets = area.insets
    shown = (*words, Span(tail)) if tail else words
    if level.upper:
        shown = tuple(Span(s.text.upper(), s.bold, s.italic) for s in shown)
    room = (width or area.box.width) - insets.left - insets.right
    pitch = max(1.0, level.line_spacing)
    have = area.box.height - insets.top - insets.bottom
    sizes = [round(level.size * step) for step in TITLE_STEPS if level.size * step >= LEAST]
    sizes = [size for size in sizes if size >= min(SMALLEST_TITLE, level.size)] or [
        round(level.size)
    ]
    while sizes[-1] > SMALLEST_TITLE and _breaks_a_word(sheet, shown, level, area, sizes[-1], room):
        sizes.append(max(SMALLEST_TITLE, round(0.85 * sizes[-1])))
    size, need = sizes[-1], 0
    for size in sizes:
        need = round(height_of(sheet, shown, area.font, size, room, bold=level.bold) * pitch)
        if size > sizes[-1] and _breaks_a_word(sheet, shown, level, area, size, room):
            continue
        if need <= have or (need <= have + RISE and size < sizes[0] * 0.85):
            break
    over = max(0, need - have)
    rise = min(over, RISE, max(0, area.box.y - round(0.3 * CM))) if area.anchor == "bottom" else 0
    shift = over - rise
    box = Box(area.box.x, area.box.y - rise, width or area.box.width, area.box.height + over)
    quiet = (Run(tail, size, colour=sheet.muted(dark=area.dark)),) if tail else ()
    line = TextLine((*runs(words, size, bold=level.bold), *quiet), align=level.align)
    return Drawn((TextBox(name, box, (line,), area.idx, insets, area.anchor),), shift)


def _breaks_a_word(  # noqa: PLR0913, PLR0917 -- drawing has this many sides
    sheet: Sheet, shown: Words, level: LevelStyle, area: Area, size: float, room: int
) -> bool:
    """Tell whether a word of a title is wider than its line."""
    words = " ".join(span.text for span in shown).split()
    return any(
        sheet.measure.width((Span(word),), area.font, size, bold=level.bold) > room
        for word in words
    )


def draw_eyebrow(sheet: Sheet, layout: Layout, text: str) -> tuple[tuple[Element, ...], int]:
    """Write small words right of the title; gives them and the width that is left for the title."""
    title = layout.title
    if not title:
        return (), 0
    right = sheet.huisstijl.width - min(title.box.x, round(1.7 * CM))
    font = sheet.huisstijl.body_font
    width = sheet.measure.width((Span(text),), font, 14, bold=True) + round(0.1 * CM)
    gap = round(0.6 * CM)
    beside = right - title.box.right
    left = 0 if beside >= width + gap else right - width - gap - title.box.x
    size = 14
    line = round(PITCH * size * POINT)
    y = title.box.bottom - title.insets.bottom - line - round(0.1 * CM)
    if title.anchor != "bottom":
        y = title.box.y + title.insets.top
    box = Box(right - width, y, width, line)
    colour = sheet.muted(dark=layout.dark if title.filled else title.dark)
    return (
        free_text("Bovenschrift", box, text, size, bold=True, colour=colour, align="right"),
    ), left


def draw_heading(
    sheet: Sheet, space: Space, words: Words, rol: str | None, count: str | None
) -> tuple[Element, ...]:
    """Write the heading of a panel with its sign and count, and rule it off."""
    box = space.heading
    if not box:
        return ()
    look = look_of(rol)
    colour = sheet.huisstijl.dark_sign if space.dark else sheet.legible(look.accent)
    elements: list[Element] = []
    x = box.x
    size, big = 22.0, 30.0
    if rol in {"realisaties", "planning"}:
        d = round(0.30 * CM)
        at = Box(x, box.bottom - round(0.37 * CM) - d // 2 - round(0.05 * CM), d, d)
        fill, line = (None, colour) if look.open else (colour, None)
        elements.append(Shape("Teken", "ellipse", at, fill, line, 2 if look.open else 0))
        x += round(0.55 * CM)
    wanted = sheet.measure.width(words, space.font, LEAST + 2, bold=True)
    if count and _count_width(sheet, space.font, count, big) + wanted > box.right - x:
        count, big = count.rpartition(" van ")[2], 22.0  # no room to say which ones
    taken = _count_width(sheet, space.font, count, big) if count else 0
    room = max(box.right - x - taken, CM)
    while size > LEAST + 2 and height_of(sheet, words, space.font, size, room, bold=True) > round(
        size * PITCH * POINT
    ):
        size -= 2
    need = height_of(sheet, words, space.font, size, room, bold=True)
    high = max(box.height, need)
    place = Box(x, box.bottom - high, room, high)
    line_ = TextLine(runs(words, size, bold=True, colour=colour))
    elements.append(
        TextBox("Opschrift", place, (line_,), space.heading_placeholder, anchor="bottom")
    )
    if count:
        tall = round(big * PITCH * POINT)
        at = Box(box.right - taken, max(0, box.bottom - tall), taken, tall)
        digits = TextLine(_count_runs(count, big, colour), align="right")
        elements.append(TextBox("Aantal", at, (digits,), anchor="bottom"))
    rule = Box(box.x, box.bottom + round(0.13 * CM), box.width, 0)
    elements.append(Shape("Lijn", "line", rule, line=colour, line_width=1.5))
    return tuple(elements)


def _count_width(sheet: Sheet, font: Font, count: str, size: float) -> int:
    head, van, tail = count.rpartition(" van ")
    width = sheet.measure.width((Span(head + van),), font, COUNTED, bold=True)
    width += sheet.measure.width((Span(tail),), font, size, bold=True)
    return width + round(0.3 * CM)


def _count_runs(count: str, size: float, colour: str) -> tuple[Run, ...]:
    head, van, tail = count.rpartition(" van ")
    if not van:
        return (Run(count, size, bold=True, colour=colour),)
    return (Run(head + van, COUNTED, colour=colour), Run(tail, size, bold=True, colour=colour))


def draw_columns(  # noqa: PLR0913, PLR0917 -- drawing has this many sides
    sheet: Sheet,
    space: Space,
    columns: tuple[Column, ...],
    dress: Dress,
    rol: str | None,
    name: str,
) -> tuple[Element, ...]:
    """Write a list into the columns of its space."""
    out: list[Element] = []
    for n, column in enumerate(columns):
        if not column:
            continue
        lines = tuple(_line(sheet, p, k, dress, rol, space) for k, p in enumerate(column))
        title = name if n == 0 else f"{name}, kolom {n + 1}"
        holder = space.placeholder if n == 0 else None
        out.append(TextBox(title, space.column(n), lines, holder))
    return tuple(out)


def _line(  # noqa: PLR0913, PLR0917 -- drawing has this many sides
    sheet: Sheet, piece: Piece, place: int, dress: Dress, rol: str | None, space: Space
) -> TextLine:
    item = piece.item
    size = dress.size_of(item.level)
    gap = dress.gap * dress.size if place and not item.level and not piece.rest else 0
    bullet = None if piece.rest else _bullet(sheet, piece, rol, dark=space.dark)
    margin = dress.margin(item)
    hanging = 0
    if bullet:
        hanging = dress.hanging if item.level == 0 else dress.sub_hanging
    colour = sheet.text(dark=space.dark)
    text = runs(piece.words, size, colour=colour)
    return TextLine(text, bullet, item.level, margin, hanging, gap)


def _bullet(sheet: Sheet, piece: Piece, rol: str | None, *, dark: bool) -> Bullet | None:
    item = piece.item
    if item.teken == "none":
        return None
    colour = sheet.huisstijl.dark_sign if dark else None
    if item.teken == "number":
        return Bullet("1.", colour or "accent1", 100, None, item.number or 1)
    look = OTHER if item.level else look_of(rol)
    return Bullet(look.teken, colour or look.accent, look.size, "Arial")


def _web(href: str | None) -> str | None:
    return href if href and not href.startswith("#") else None
