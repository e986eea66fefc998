"""Place tables: columns as wide as their words ask, rows over as many slides as needed."""

from voortgang.office.font import Font
from voortgang.office.measure import POINT, Words, cut, plain
from voortgang.presentatie.draw.text import draw_columns, height_of, runs
from voortgang.presentatie.fit.fit import CM, Arrangement, Space, fit, ladder
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Dia, Entry, Tabel
from voortgang.presentatie.plan.sheet import Job, longest_title
from voortgang.presentatie.plan.space import canvas, layouts, lower, text_font
from voortgang.presentatie.slides import Align, Box, Element, Insets, TableBox, TextLine
from voortgang.presentatie.template.huisstijl import Layout

PAD_X, PAD_Y = round(0.2 * CM), round(0.12 * CM)
CALM = 16.0  # points from which rows of one line are worth more than larger letters
MOST_AIR = round(0.24 * CM)  # above and below each row, where the slide has room for it
SIZES = (20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0)
Cells = tuple[Words, ...]


def table_slides(
    job: Job, dia: Dia, table: Tabel, texts: tuple[Entry, ...]
) -> list[tuple[Layout, tuple[Element, ...]]]:
    """Place a table under the words that lead it in; its header is repeated on every slide."""
    style = job.sheet.huisstijl
    layout = layouts(style, "alleen_titel", "inhoud")[0]
    box = lower(canvas(layout, style), longest_title(job, dia, layout))
    font = text_font(layout, style)
    lead: tuple[Element, ...] = ()
    before: list[tuple[Layout, tuple[Element, ...]]] = []
    if texts:
        space = Space(box, 1, font, dark=layout.dark)
        fitted = fit(
            (items_of(texts),),
            (Arrangement(layout, (space,)),),
            ladder(job.settings.minimale_lettergrootte, 18),
            job.sheet.measure,
        )
        drawn = [
            draw_columns(job.sheet, space, s[0], fitted.dress, None, "Tekst") for s in fitted.slides
        ]
        used = sum(
            len(p.lines) * fitted.dress.pitch(p.item.level) + fitted.dress.gap * fitted.dress.size
            for p in fitted.slides[-1][0][0]
        )
        taken = round(used * POINT) + round(0.4 * CM)
        if len(drawn) == 1 and taken < box.height // 2:
            lead, box = drawn[0], lower(box, taken)
        else:
            before = [(layout, elements) for elements in drawn]
    size, widths, pages = _paged(job, table, box, font)
    out: list[tuple[Layout, tuple[Element, ...]]] = []
    for n, rows in enumerate(pages):
        element = _table(
            job, table, rows, widths, box, size, font, plain(dia.titel), dark=layout.dark
        )
        out.append((layout, (*lead, element) if n == 0 else (element,)))
    return [*before, *out]


def _paged(
    job: Job, table: Tabel, box: Box, font: Font
) -> tuple[float, tuple[int, ...], list[list[Cells]]]:
    """Choose the largest size that takes the fewest slides."""
    sizes = [s for s in SIZES if s >= min(job.settings.minimale_lettergrootte, SIZES[0])]
    tried = []
    for size in sizes:
        widths = _widths(job, table, box.width, font, size)
        pages = _pages(job, table, widths, box, font, size)
        tried.append((len(pages), -size, widths, pages))
    least = min(count for count, *_ in tried)
    fair = [one for one in tried if one[0] == least]
    whole = [
        one for one in fair if -one[1] >= CALM and _unbroken(job, table, one[2], font, -one[1])
    ]
    _, size, widths, pages = (whole or fair)[0]
    return -size, widths, pages


def _unbroken(job: Job, table: Tabel, widths: tuple[int, ...], font: Font, size: float) -> bool:
    """Tell whether every row is one line: calmer than letters of two points more."""
    line = 2 * PAD_Y + round(size * 1.2 * POINT)
    rows = enumerate(table.rows)
    return all(_row_height(job, r, widths, font, size, bold=not n) <= line + 1 for n, r in rows)


def _widths(job: Job, table: Tabel, room: int, font: Font, size: float) -> tuple[int, ...]:
    """Give each column what it wants, or its share when that is too much."""
    measure = job.sheet.measure
    count = len(table.rows[0])
    wants = [
        max(
            measure.width(row[n] if n < len(row) else (), font, size, bold=row is table.rows[0])
            for row in table.rows
        )
        + 2 * PAD_X
        + POINT
        for n in range(count)
    ]
    total = sum(wants)
    if total <= room:
        widths = [want + (room - total) * want // max(total, 1) for want in wants]
    else:
        widths = _shared(wants, room)
    widths[-1] += room - sum(widths)
    return tuple(widths)


def _shared(wants: list[int], room: int) -> list[int]:
    """Share a width out: who wants less than an equal share gets it, the others share the rest."""
    widths = [0] * len(wants)
    left, open_ = room, len(wants)
    for n in sorted(range(len(wants)), key=wants.__getitem__):
        widths[n] = min(wants[n], left // open_)
        left -= widths[n]
        open_ -= 1
    return widths


def _row_height(  # noqa: PLR0913 -- drawing has this many sides
    job: Job, row: Cells, widths: tuple[int, ...], font: Font, size: float, *, bold: bool
) -> int:
    return 2 * PAD_Y + max(
        height_of(job.sheet, cell, font, size, width - 2 * PAD_X, bold=bold)
        for cell, width in zip(row, widths, strict=False)
    )


def _pages(  # noqa: PLR0913, PLR0917 -- drawing has this many sides
    job: Job, table: Tabel, widths: tuple[int, ...], box: Box, font: Font, size: float
) -> list[list[Cells]]:
    head = _row_height(job, table.rows[0], widths, font, size, bold=True)
    room = max(box.height - head, round(2 * size * 1.2 * POINT) + 2 * PAD_Y)
    pages: list[list[Cells]] = [[]]
    used = 0
    for row in table.rows[1:]:
        for part in _broken(job, row, widths, room, font, size):
            high = _row_height(job, part, widths, font, size, bold=False)
            if pages[-1] and used + high > room:
                pages.append([])
                used = 0
            pages[-1].append(part)
            used += high
    return pages


def _broken(  # noqa: PLR0913, PLR0917 -- drawing has this many sides
    job: Job, row: Cells, widths: tuple[int, ...], room: int, font: Font, size: float
) -> list[Cells]:
    """Break a row that is taller than a slide between its lines."""
    if _row_height(job, row, widths, font, size, bold=False) <= room:
        return [row]
    most = max(1, int((room - 2 * PAD_Y) / POINT // (size * 1.2)))
    cells = [
        job.sheet.measure.lines(cell, font, size, width - 2 * PAD_X)
        for cell, width in zip(row, widths, strict=False)
    ]
    count = max(-(-len(lines) // most) for lines in cells)
    return [
        tuple(
            cut(cell, lines[n * most][0], lines[min(len(lines), (n + 1) * most) - 1][1])
            if n * most < len(lines)
            else ()
            for cell, lines in zip(row, cells, strict=True)
        )
        for n in range(count)
    ]


def _table(  # noqa: PLR0913, PLR0917 -- a table has this many sides
    job: Job,
    table: Tabel,
    rows: list[Cells],
    widths: tuple[int, ...],
    box: Box,
    size: float,
    font: Font,
    title: str,
    *,
    dark: bool,
) -> TableBox:
    every = [table.rows[0], *rows]
    heights = tuple(
        _row_height(job, row, widths, font, size, bold=n == 0) for n, row in enumerate(every)
    )
    cells = tuple(
        tuple(
            (_cell(job, cell, size, _align(table, k), bold=n == 0, dark=dark),)
            for k, cell in enumerate(row)
        )
        for n, row in enumerate(every)
    )
    air = max(0, min(MOST_AIR, (box.height - sum(heights)) // (2 * len(heights))))
    heights = tuple(high + 2 * air for high in heights)
    place = Box(box.x, box.y, sum(widths), sum(heights))
    alt = f"Tabel: {title}"
    insets = Insets(PAD_X, PAD_Y + air, PAD_X, PAD_Y + air)
    return TableBox("Tabel", place, alt, widths, heights, cells, insets)


def _align(table: Tabel, column: int) -> Align:
    wanted = table.align[column] if column < len(table.align) else "left"
    return "right" if wanted == "right" else "center" if wanted == "center" else "left"


def _cell(job: Job, cell: Words, size: float, align: Align, *, bold: bool, dark: bool) -> TextLine:  # noqa: PLR0913 -- drawing has this many sides
    colour = "dk2" if bold and not dark else job.sheet.text(dark=dark)
    return TextLine(runs(cell, size, bold=bold, colour=colour), align=align)
