"""Place charts: with their key, beside key figures, or under a row of them."""

from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from voortgang.content.blocks import Grafiek
from voortgang.content.cijfers.cijfer import Cijfer, Vorm
from voortgang.office.font import Font
from voortgang.office.measure import PITCH, POINT, Span, plain
from voortgang.office.rol import look_of
from voortgang.presentatie.draw.key import MANY, draw_key, draw_tiles
from voortgang.presentatie.draw.text import draw_columns, height_of, runs
from voortgang.presentatie.fit.fit import CM, Arrangement, Space, fit, ladder
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import Dia, Entry, Kengetal
from voortgang.presentatie.plan.halves import freely, halves
from voortgang.presentatie.plan.sheet import Body, Job
from voortgang.presentatie.plan.space import layouts
from voortgang.presentatie.slides import Box, Chart, Element, Shape, TextBox, TextLine
from voortgang.presentatie.template.huisstijl import Layout

SMALLEST_FIGURE = 24  # points of key figures
FACT = 18.0  # points, of what stands under them
VORMEN: dict[str, Vorm] = {"balken": "balken", "gestapeld": "gestapeld", "lijnen": "lijnen"}
NAMES: dict[Vorm, str] = {
    "balken": "Staafdiagram",
    "gestapeld": "Gestapelde staven",
    "lijnen": "Lijndiagram",
}
INDENT = round(0.5 * CM)  # of the words behind a sign
LABEL_GAP = round(0.35 * CM)


class Manner(NamedTuple):
    """One way to set bars: letters, room for names, and how high bars are, in lines of text."""

    size: float
    labels: float  # of a chart's width, at most, for the names beside its bars
    bar: float  # one of the bars beside each other
    between: float  # what lies between two categories of these
    stacked: float  # a category of one stacked bar
    gap: int  # between categories, in percents of a bar; 0 is what charts have of themselves
    names: float = 0.4  # lines between two names
    even: bool = True  # a long name takes no room from a short one beside it


# The first is taken that takes the fewest slides and, among these, breaks no word.
MANNERS = (
    Manner(16.0, 0.42, 1.0, 0.55, 1.6, 0),
    Manner(14.0, 0.42, 1.0, 0.55, 1.6, 0),
    Manner(14.0, 0.42, 0.8, 0.24, 1.2, 30, 0.0),
    Manner(14.0, 0.52, 0.8, 0.24, 1.2, 30, 0.0),
    Manner(14.0, 0.52, 0.7, 0.2, 1.1, 28, 0.0, even=False),
)


class Rows(NamedTuple):
    """How the categories of a chart are set, and how many of them a slide holds."""

    manner: Manner
    labels: int
    per: int


def chart_slides(
    job: Job, dia: Dia, block: Grafiek, numbers: tuple[Kengetal, ...], texts: tuple[Entry, ...]
) -> list[Body]:
    """Place a chart, alone or with key figures; too many categories go on on a next slide."""
    figure = job.figures.get(block.cijfers)
    if figure is None:  # said already: content knows which figures there are
        return [(layouts(job.sheet.huisstijl, "alleen_titel", "inhoud")[0], ())]
    figure = _shaped(figure, VORMEN.get(block.vorm or "", figure.vorm))
    tiled = _tiled(job, dia, figure, numbers, texts) if len(numbers) >= MANY else None
    if tiled:
        return tiled
    beside_it = bool(numbers or texts)
    ways = [halves(job, dia, beside=beside_it), *([freely(job, dia)] if beside_it else [])]
    drawn = [(way, _charts(job, way[0], figure, way[1])) for way in ways]
    (layout, _, side), shown = min(drawn, key=lambda way: len(way[1]))
    beside, *others = _side(job, side, numbers, texts) if side else ((),)
    # A chart that goes on keeps its width, and so its scale; what explains it is said again.
    out = [(layout, (*elements, *beside)) for elements in shown]
    return [*out, *((layout, other) for other in others)]


def _shaped(figure: Cijfer, vorm: Vorm) -> Cijfer:
    """Draw a figure in another form, and say so in its alternative text."""
    alt = figure.alt
    for old in NAMES.values():
        if alt.startswith(old):
            alt = NAMES[vorm] + alt.removeprefix(old)
            break
    return replace(figure, vorm=vorm, alt=alt)


def _tiled(
    job: Job, dia: Dia, figure: Cijfer, numbers: tuple[Kengetal, ...], texts: tuple[Entry, ...]
) -> list[Body] | None:
    """Set three key figures or more in a row above their chart, which they are the key of."""
    facts = (*(entry for number in numbers for entry in number.entries[1:]), *texts)
    layout, main, _ = halves(job, dia, beside=False)
    row = draw_tiles(job, layout, numbers, main)
    if row is None or facts:
        return None
    elements, taken = row
    rest = Box(main.x, main.y + taken, main.width, main.height - taken)
    known = {number.rol for number in numbers} >= {series.rol for series in figure.reeksen}
    first, *more = _charts(job, layout, figure, rest, keyed=not known)
    return [(layout, (*elements, *first)), *((layout, other) for other in more)]


def _charts(
    job: Job, layout: Layout, figure: Cijfer, box: Box, *, keyed: bool = True
) -> list[tuple[Element, ...]]:
    """Draw a chart with its key; one for each slide that its categories take."""
    if figure.vorm == "lijnen":
        return [(Chart("Grafiek", box, figure, 16.0),)]
    key, taken = draw_key(job, layout, figure, box) if keyed else ((), 0)
    place = Box(box.x, box.y + taken, box.width, box.height - taken)
    manner, labels, per = _rows(job, figure, place)
    parts = _parts(figure, per)
    most = _most(figure) if len(parts) > 1 else 0
    look = (manner.size, labels, most, manner.gap)
    return [(*key, Chart("Grafiek", place, part, *look)) for part in parts]


def _most(figure: Cijfer) -> int:
    """Give the longest bar of a figure."""
    if figure.vorm == "gestapeld":
        bars = [sum(v) for v in zip(*(r.waarden for r in figure.reeksen), strict=True)]
    else:
        bars = [value for series in figure.reeksen for value in series.waarden]
    return max(bars, default=0)


def _rows(job: Job, figure: Cijfer, box: Box) -> Rows:
    """Choose the size of a chart's letters, the room for its names, and how many a slide holds."""
    ways = [_set(job, figure, box, manner) for manner in MANNERS]
    font, measure = job.sheet.huisstijl.body_font, job.sheet.measure
    parts = [Span(part) for name in figure.categorieen for part in name.split()]

    def cost(way: Rows) -> tuple[int, bool]:
        size, room = way.manner.size, way.labels - LABEL_GAP
        torn = any(measure.width((part,), font, size) > room for part in parts)
        return -(-len(figure.categorieen) // way.per), torn

    return min(ways, key=cost)


def _set(job: Job, figure: Cijfer, box: Box, manner: Manner) -> Rows:
    font, measure, size = job.sheet.huisstijl.body_font, job.sheet.measure, manner.size
    wants = [measure.width((Span(name),), font, size) for name in figure.categorieen]
    labels = min(round(manner.labels * box.width), max(wants, default=0) + LABEL_GAP)
    taken: list[float] = [_lines(job, name, font, size, labels) for name in figure.categorieen]
    bars = len(figure.reeksen) * manner.bar + manner.between
    bars = bars if figure.vorm == "balken" else manner.stacked
    if not manner.even:
        taken = [sum(pair) / 2 for pair in pairwise(taken)] or taken
    high = size * PITCH * max(bars, max(taken, default=1) + manner.names)
    return Rows(manner, labels, max(1, int(box.height / POINT // high)))


def _lines(job: Job, name: str, font: Font, size: float, width: int) -> int:
    return len(job.sheet.measure.lines((Span(name),), font, size, width - LABEL_GAP))


def _parts(figure: Cijfer, per: int) -> list[Cijfer]:
    """Share the categories out over as many charts as they need, about equally."""
    count = len(figure.categorieen)
    slides = max(1, -(-count // per))
    if slides == 1:
        return [figure]
    each = -(-count // slides)
    return [_taken(figure, n, n + each) for n in range(0, count, each)]


def _taken(figure: Cijfer, start: int, end: int) -> Cijfer:
    """Take some categories of a figure."""
    return replace(
        figure,
        categorieen=figure.categorieen[start:end],
        reeksen=tuple(replace(r, waarden=r.waarden[start:end]) for r in figure.reeksen),
        alt=_alt(figure, start, end),
    )


def _alt(figure: Cijfer, start: int, end: int) -> str:
    """Word the alternative text of a part: the numbers that it draws, and no others."""
    rows = zip(figure.categorieen, *(r.waarden for r in figure.reeksen), strict=True)
    words = [
        f"{name}: "
        + ", ".join(f"{v} {r.naam.lower()}" for v, r in zip(values, figure.reeksen, strict=True))
        for name, *values in rows
    ]
    return f"{figure.titel}. {'; '.join(words[start:end])}."


def _side(
    job: Job, space: Space, numbers: tuple[Kengetal, ...], texts: tuple[Entry, ...]
) -> list[tuple[Element, ...]]:
    """Stack key figures, then words, in the side panel; words may go on on slides of their own."""
    texts = (*(entry for number in numbers for entry in number.entries[1:]), *texts)
    numbers = tuple(replace(number, entries=number.entries[:1]) for number in numbers)
    out: list[Element] = []
    more: list[tuple[Element, ...]] = []
    box = space.box
    count = len(numbers)
    big = {0: 80, 1: 80, 2: 80, 3: 54}.get(count, 40)
    y = box.y
    spare = 0.45 * CM
    sheet = job.sheet
    while big > SMALLEST_FIGURE and _stack_height(job, space, numbers, texts, big) > box.height:
        big -= 4
    for number in numbers:
        colour = sheet.legible(look_of(number.rol).accent)
        colour = sheet.huisstijl.dark_sign if space.dark else colour
        out.append(Shape("Lijn", "line", Box(box.x, y, box.width, 0), line=colour, line_width=2.25))
        y += round(0.1 * CM)
        size = _fit_number(job, number, space, big)
        line = TextLine(runs(number.getal, size, bold=True, colour=colour))
        sign = _sign(number, Box(box.x, y, box.width, 0), size, colour)
        label = [
            TextLine(runs(e.words, FACT, bold=True, colour=colour), margin=INDENT if sign else 0)
            for e in number.entries
        ]
        out += sign
        high = _number_height(job, space, number, big)
        out.append(
            TextBox(
                f"Kengetal {plain(number.getal)}", Box(box.x, y, box.width, high), (line, *label)
            )
        )
        y += high + round(spare)
    if texts:
        if numbers:
            rule = Box(box.x, y, box.width, 0)
            out.append(Shape("Lijn", "line", rule, line="accent3", line_width=0.75))
            y += round(0.35 * CM)
        rest = Box(box.x, y, box.width, max(box.bottom - y, CM))
        place = replace(space, box=rest, placeholder=None if numbers else space.placeholder)
        fitted = fit(
            (items_of(texts),),
            (Arrangement(layouts(sheet.huisstijl, "twee", "inhoud")[0], (place,)),),
            ladder(min(job.settings.minimale_lettergrootte, 18), 18),
            sheet.measure,
        )
        drawn = [
            draw_columns(sheet, place, columns, fitted.dress, None, "Toelichting")
            for (columns,) in fitted.slides
        ]
        out += drawn[0]
        more = drawn[1:]
    return [tuple(out), *more]


def _fit_number(job: Job, number: Kengetal, space: Space, big: float) -> float:
    size = big
    width = job.sheet.measure.width(number.getal, space.font, size, bold=True)
    return size if width <= space.box.width else max(24.0, size * space.box.width // width)


def _number_height(job: Job, space: Space, number: Kengetal, big: float) -> int:
    sheet = job.sheet
    high = height_of(sheet, number.getal, space.font, big, space.box.width, bold=True)
    for entry in number.entries:
        high += height_of(sheet, entry.words, space.font, FACT, space.box.width - INDENT, bold=True)
    return high


def _sign(number: Kengetal, at: Box, size: float, colour: str) -> tuple[Element, ...]:
    """Draw what is done filled and what is planned open, before the words under a figure."""
    look = look_of(number.rol)
    if number.rol not in {"realisaties", "planning"} or not number.entries:
        return ()
    d = round(0.3 * CM)
    y = at.y + round((size + FACT / 2) * PITCH * POINT) - d // 2
    dress = (None, colour, 2.0) if look.open else (colour, None, 0.0)
    return (Shape("Teken", "ellipse", Box(at.x, y, d, d), *dress),)


def _stack_height(
    job: Job, space: Space, numbers: tuple[Kengetal, ...], texts: tuple[Entry, ...], big: float
) -> float:
    high = sum(_number_height(job, space, n, big) + 0.55 * CM for n in numbers)
    for text in texts:
        high += height_of(job.sheet, text.words, space.font, 16, space.box.width, bold=False)
        high += 10 * POINT
    return high
