"""The last look at a planned deck: whatever is written can be read on what it stands on. Pure.

Drawing names colours as they are on the theme's own light ground. Here each meets what is really
painted behind it, and keeps its colour where that reads, or gets another role of the theme. Where
none reads (a busy photograph, a gradient from dark to light) a plain panel is laid behind it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from voortgang.findings import Finding
from voortgang.office.ink import LARGE, READABLE_LARGE, Colour, Inks, contrast, least, needed, reads
from voortgang.office.measure import Measure
from voortgang.presentatie.draw.lines import edge_text, set_lines
from voortgang.presentatie.slides import (
    CM,
    Box,
    Chart,
    Deck,
    Element,
    Run,
    Shape,
    Slide,
    TableBox,
    TextBox,
    TextLine,
    union,
)
from voortgang.presentatie.template.faint import (
    BEHIND,
    Faint,
    behind,
    inks_of,
    is_faint,
    say_faint,
)
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout
from voortgang.presentatie.template.paint.painting import Flat, Patch

AIR = round(0.2 * CM)  # around words, within the panel behind them
PANELS: tuple[Colour, ...] = ("lt1", "dk1", "lt2", "dk2")
ROUNDS = 3  # in which panels may turn out to be needed: each changes what others stand on

Lines = tuple[TextLine, ...]


def legible(
    deck: Deck, style: Huisstijl, measure: Measure, file: str
) -> tuple[Deck, list[Finding]]:
    """Give every text of a deck a colour that can be read, and say where the template's was not.

    `file` is how findings name the template.
    """
    sights: dict[int, Sight] = {}
    faint: list[Faint] = []
    slides = []
    for number, slide in enumerate(deck.slides, 1):
        if slide.layout not in sights:
            layout = style.layouts[slide.layout]
            sights[slide.layout] = Sight(style, layout, inks_of(style, layout), measure)
        slides.append(_slide(slide, number, sights[slide.layout], faint))
    return replace(deck, slides=tuple(slides)), say_faint(faint, file)


@dataclass(frozen=True, slots=True)
class Sight:
    """A layout as text meets it; remembers what lies behind a place."""

    style: Huisstijl
    layout: Layout
    inks: Inks
    measure: Measure
    known: dict[tuple[Box, str | None], tuple[str, ...]] = field(default_factory=dict)

    @property
    def own(self) -> str | None:
        """The colour that the template writes with here."""
        areas = (*self.layout.bodies, self.layout.title)
        return next((area.ink for area in areas if area.ink), None)


def _slide(slide: Slide, number: int, sight: Sight, faint: list[Faint]) -> Slide:
    """Look at a slide until nothing is lost, and lay panels behind what is."""
    panels: list[Shape] = []
    for turn in range(ROUNDS):
        scene = Scene(sight, [_patch(panel, sight) for panel in panels])
        seen = scene.slide(slide, number)
        if not scene.lost:
            break
        panels += _panels(scene.lost, sight, together=not turn)
    faint += scene.faint
    faint += [Faint(BEHIND, sight.layout)] if panels else []
    return replace(seen, elements=(*panels, *seen.elements)) if panels else seen


def _panels(lost: Sequence[tuple[bool, Box]], sight: Sight, *, together: bool) -> list[Shape]:
    """Make panels behind what no colour can be read on: one behind all that is not the title."""
    titles = [box for is_title, box in lost if is_title]
    others = [box for is_title, box in lost if not is_title]
    if together and len(others) > 1:
        others = [union(others)]
    width, height = sight.style.width, sight.style.height
    found = []
    for box in (*titles, *others):
        x, y = max(box.x - AIR, 0), max(box.y - AIR, 0)
        place = Box(x, y, min(box.right + AIR, width) - x, min(box.bottom + AIR, height) - y)
        grounds = behind(sight.layout.painting, place, sight.own)
        values = {role: value for role in PANELS if (value := sight.inks.hex_of(role))}
        fits = [role for role, value in values.items() if sight.inks.choose("dk1", (value,))]
        if fits:
            far = {role: sum(contrast(values[role], each) for each in grounds) for role in fits}
            found.append(Shape("Vlak", "rectangle", place, fill=min(far, key=far.__getitem__)))
    return found


def _patch(shape: Shape, sight: Sight) -> Patch:
    value = sight.inks.hex_of(shape.fill or "") or "FFFFFF"
    red, green, blue = map(float, bytes.fromhex(value))
    tone = Flat(((red, green, blue, 1.0),))
    return Patch(shape.box, tone, "ellipse" if shape.kind == "ellipse" else "rectangle")


@dataclass(slots=True)
class Scene:
    """One slide as it is being looked at: what it paints itself, and what cannot be read."""

    sight: Sight
    painted: list[Patch]
    lost: list[tuple[bool, Box]] = field(default_factory=list)  # is it the title, and where
    faint: list[Faint] = field(default_factory=list)

    def slide(self, slide: Slide, number: int) -> Slide:
        """Give a slide with colours that can be read."""
        elements = tuple(self._element(element) for element in slide.elements)
        layout = self.sight.layout
        footer = number_ink = None
        if layout.edged:
            footer = self._edge(layout.footer, slide.footer)
            number_ink = self._edge(layout.number, str(number))
        return replace(slide, elements=elements, footer_ink=footer, number_ink=number_ink)

    def _element(self, element: Element) -> Element:
        if isinstance(element, TextBox):
            return self._text(element, self.sight.layout.area(element.placeholder))
        if isinstance(element, Shape):
            return self._shape(element)
        if isinstance(element, TableBox):
            return self._table(element)
        return self._chart(element) if isinstance(element, Chart) else element

    def _text(self, text: TextBox, area: Area | None) -> TextBox:
        sight, own = self.sight, area.ink if area else None
        if area and area.fill:
            self.painted.append(replace(area.fill, box=text.box))
        places = partial(_places, text, area, sight)
        grounds = self._grounds(text.box, own, places)
        lines, readable = self._lines(text.paragraphs, grounds, own)
        if area and is_faint(area, grounds):
            found = Faint(area.kind, sight.layout, least(area.ink or "", grounds))
            self.faint.append(found)
        if not readable:
            box = union([box for box in places() if box.width] or [text.box])
            self.lost.append((area is sight.layout.title, box))
        return replace(text, paragraphs=lines)

    def _shape(self, shape: Shape) -> Shape:
        grounds = self._grounds(shape.box)
        fill, line = shape.fill, shape.line
        if fill == "lt1":  # open: what lies behind it shows
            light = self.sight.inks.hex_of(fill)
            fill = None if light and grounds and least(light, grounds) >= READABLE_LARGE else fill
        elif fill and not line:
            fill = self._ink(fill, grounds, READABLE_LARGE)[0]
        if line and "~" not in line:  # a tint is a hairline, which says nothing
            line = self._ink(line, grounds, READABLE_LARGE)[0]
        seen = replace(shape, fill=fill, line=line)
        if fill and shape.kind in {"rectangle", "ellipse"}:
            self.painted.append(_patch(seen, self.sight))
        return seen

    def _chart(self, chart: Chart) -> Chart:
        grounds = self._grounds(chart.box)
        ink, readable = self._ink("dk1", grounds, needed(chart.size, bold=False))
        if not readable:
            self.lost.append((False, chart.box))
        return replace(chart, ink=ink, grounds=grounds)

    def _table(self, table: TableBox) -> TableBox:
        whole = self._grounds(table.box)
        rows = []
        for n, row in enumerate(table.rows):
            cells = []
            for at, lines in enumerate(row):
                cell, grounds = table.cell(n, at), whole
                own = self.sight.inks.hex_of(table.fill(n, at) or "")
                if own:
                    grounds = (own,)
                elif len(whole) > 1:
                    grounds = self._grounds(
                        cell.box, None, partial(_places, cell, None, self.sight)
                    )
                new, readable = self._lines(lines, grounds, None)
                if not readable:
                    self.lost.append((False, table.box))
                cells.append(new)
            rows.append(tuple(cells))
        rule = self._ink(table.rule, whole, READABLE_LARGE)[0]
        return replace(table, rows=tuple(rows), rule=rule)

    def _edge(self, area: Area | None, words: str | None) -> Colour | None:
        """Choose the colour of a footer or a number; None leaves it to the layout."""
        if area is None or not words:
            return None
        return self._text(edge_text(area, words), area).paragraphs[0].runs[0].colour

    def _grounds(
        self, box: Box, own: str | None = None, places: Callable[[], list[Box]] | None = None
    ) -> tuple[str, ...]:
        """List the colours behind a box; where these differ, behind the words in it alone."""
        found = self._behind(box, own)
        if len(found) > 1 and places is not None:
            found = tuple(dict.fromkeys(c for place in places() for c in self._behind(place, own)))
        return found

    def _behind(self, box: Box, own: str | None) -> tuple[str, ...]:
        sight = self.sight
        ink = own or sight.own
        near = [patch for patch in self.painted if not patch.misses(box)]
        if near:
            return behind(sight.layout.painting.with_more(*near), box, ink)
        if (box, ink) not in sight.known:
            sight.known[box, ink] = behind(sight.layout.painting, box, ink)
        return sight.known[box, ink]

    def _lines(self, lines: Lines, grounds: tuple[str, ...], own: str | None) -> tuple[Lines, bool]:
        """Give paragraphs with colours that can be read, and tell whether there were any."""
        readable = True
        out = []
        for line in lines:
            runs = []
            for run in line.runs:
                need = needed(run.size, bold=run.bold)
                drawn = None if run.colour else self._drawn(run, own)
                colour, well = run.colour, True
                if not drawn or not reads(drawn, grounds, need):
                    colour, well = self._ink(colour or "dk1", grounds, need)
                readable = readable and well
                runs.append(replace(run, colour=colour))
            bullet = line.bullet
            if bullet and bullet.colour:
                # A sign is judged as what is drawn, a number as the words behind it.
                numbered = bullet.number is not None and line.runs
                size = line.runs[0].size if numbered else LARGE
                colour = self._ink(bullet.colour, grounds, needed(size, bold=False))[0]
                bullet = replace(bullet, colour=colour)
            out.append(replace(line, runs=tuple(runs), bullet=bullet))
        return tuple(out), readable

    def _drawn(self, run: Run, own: str | None) -> str | None:
        """Give the colour of words that name none: of a link the theme's own."""
        return self.sight.inks.hex_of("hlink") if run.href else own or self.sight.inks.hex_of("dk1")

    def _ink(self, wanted: Colour, grounds: tuple[str, ...], need: float) -> tuple[Colour, bool]:
        """Choose a colour, and tell whether it reads: where none does it is the best there is."""
        inks = self.sight.inks
        wanted = inks.text if wanted == "dk1" else wanted
        if not grounds:
            return wanted, True
        found = inks.choose(wanted, grounds, need)
        if found:
            return found, True
        known = [role for role in (wanted, *PANELS) if inks.hex_of(role)]
        return max(known, key=lambda role: least(inks.hex_of(role) or "", grounds)), False


def _places(text: TextBox, area: Area | None, sight: Sight) -> list[Box]:
    """List where the words of a box stand, with their signs: a box around each line."""
    found = []
    for line in set_lines(text, area, sight.style, sight.measure):
        out = line.paragraph.hanging if line.paragraph.bullet else 0
        found.append(replace(line.box, x=line.box.x - out, width=line.box.width + out))
    return found or [text.box]
