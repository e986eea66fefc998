"""Panels beside each other: what was done, what is risky, what is planned, under the criterium."""

from collections.abc import Iterator
from dataclasses import replace

from voortgang.office.ink import MUTED
from voortgang.office.measure import POINT, plain
from voortgang.presentatie.draw.list import draw_heading, draw_list
from voortgang.presentatie.draw.pen import line
from voortgang.presentatie.fit.fit import Arrangement, Fitted, Galley, Space, Tailor, ladder
from voortgang.presentatie.fit.flow import FlowItem, items_of
from voortgang.presentatie.outline import Paneel
from voortgang.presentatie.plan.beside import beside, is_mirrored, stacked
from voortgang.presentatie.plan.frame import shift_of
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.slides import CM, Box, Element, Shape, TextBox

EMPTY = {"realisaties": "Geen realisaties opgenomen", "planning": "Geen planning opgenomen"}
ELSEWHERE = "zie vorige dia"
MOST = 3  # panels beside each other
ABOVE, UNDER = round(0.3 * CM), round(0.3 * CM)  # free around a criterium
STRIP = round(5 * CM)  # a taller criterium gets a slide of its own
STRIP_SIZES = (18.0, 16.0, 14.0)
LABEL = 14.0


def panel_slides(task: Task, boxes: tuple[Paneel, ...]) -> list[Body]:
    """Set panels on slides in their order; a criterium of a few lines stands above the others."""
    first, *rest = boxes
    if first.rol != "criterium" or not rest:
        return [body for some in _shared_out(boxes) for body in Abreast(task, some).bodies()]
    some, *more = _shared_out(tuple(rest))
    bodies = _under(Abreast(task, some), first)
    return bodies + [body for others in more for body in Abreast(task, others).bodies()]


def _shared_out(boxes: tuple[Paneel, ...]) -> list[tuple[Paneel, ...]]:
    """Share panels out over slides, three at most on each, four as two and two."""
    slides = -(-len(boxes) // MOST)
    each = -(-len(boxes) // slides)
    return [boxes[n : n + each] for n in range(0, len(boxes), each)]


def _under(row: "Abreast", criterium: Paneel) -> list[Body]:
    """Set panels under their criterium, or after it where it is tall or takes fewer slides so."""
    together = row.bodies(criterium)
    if len(together) in {1, 2}:  # a slide of its own and one for the others take as many
        return together
    apart = [*Abreast(row.task, (criterium,)).bodies(), *row.bodies()]
    return together if together and len(together) <= len(apart) else apart


class Abreast:
    """Panels that stand beside each other; their lists are measured once."""

    def __init__(self, task: Task, boxes: tuple[Paneel, ...]) -> None:
        self.task, self.boxes = task, boxes
        self.lists = tuple(items_of(box.entries) for box in boxes)
        self.counts = [len(items) for items in self.lists]
        self.weights = [_weight(items) for items in self.lists]
        steps = ladder(task.settings.minimale_lettergrootte)
        self.tailor = Tailor(self.lists, steps, task.measure)

    def bodies(self, criterium: Paneel | None = None) -> list[Body]:
        """Set the panels; nothing where the criterium has no room above them.

        The criterium stands on the first slide only; on the next ones the panels begin where they
        begin without it.
        """
        base = beside(self.task, self.weights, self.counts, 0)[0]
        shift = shift_of(self.task, base.layout)
        tries: list[tuple[Fitted, tuple[Element, ...], int]] = []
        for strip, high in self._strips(criterium, base, shift) if criterium else [((), 0)]:
            tries.append((self._fewest(shift + high), strip, high))
            if len(tries[-1][0].slides) == 1:
                break
        if not tries:
            return []
        fitted, strip, high = min(tries, key=lambda each: len(each[0].slides))
        out: list[Body] = []
        for n in range(len(fitted.slides)):
            galleys = [_raised(each, high) if n else each for each in fitted.galleys(n)]
            elements = self._slide(galleys, n, len(fitted.slides))
            out.append((fitted.arrangement.layout, (() if n else strip) + elements))
        return out

    def _strips(
        self, box: Paneel, base: Arrangement, shift: int
    ) -> Iterator[tuple[tuple[Element, ...], int]]:
        """Write the criterium above the panels, largest first, each way with the room it takes."""
        first, spaces = base.spaces[0], base.spaces
        top = (first.heading.y if first.heading else first.box.y) + shift + ABOVE
        indent = round(0.5 * CM)
        behind = base.layout.painting.at
        right = max(s.box.right for s in spaces if behind(s.box) == behind(first.box))
        if first.heading_placeholder is not None and len(spaces) > 1:
            right = spaces[-2].box.right  # the last one has its own ground
        width = right - first.box.x - indent
        if any(entry.children or entry.teken != "none" for entry in box.entries):
            return
        pen = self.task.pen(first)
        for size in STRIP_SIZES:
            if size < self.task.settings.minimale_lettergrootte:
                continue
            lines = [line(box.titel, LABEL, bold=True, colour=MUTED)]
            high = pen.height(box.titel, LABEL, width, bold=True)
            for n, entry in enumerate(box.entries):
                gap = 6 if n else 2
                lines.append(replace(line(entry.words, size, colour="dk1"), space_before=gap))
                high += pen.height(entry.words, size, width) + gap * POINT
            if high <= min(STRIP, first.box.height // 2):
                bar = Box(first.box.x, top, round(0.14 * CM), high)
                place = Box(first.box.x + indent, top, width, high)
                drawn = (
                    Shape("Streep", "rectangle", bar, fill=MUTED),
                    TextBox(plain(box.titel), place, tuple(lines)),
                )
                yield drawn, ABOVE + high + UNDER

    def _fewest(self, shift: int) -> Fitted:
        """Fit panels the usual way; with the other of two the widest, where that saves a slide."""
        usual = self.tailor.fit(self._ways(shift))
        if len(usual.slides) == 1 or len(self.boxes) != 2:  # noqa: PLR2004 -- one beside the other
            return usual
        weights = [1, 1] if is_mirrored(self.weights) else [1, 2]
        other = self.tailor.fit(beside(self.task, weights, self.counts, shift))
        return other if len(other.slides) < len(usual.slides) else usual

    def _ways(self, shift: int) -> tuple[Arrangement, ...]:
        """List the ways to set panels: beside each other, or the risks under what stands before."""
        found = beside(self.task, self.weights, self.counts, shift)
        if [box.rol for box in self.boxes[1:-1]] != ["risicos"] or not self.lists[1]:
            return found
        first, risks, last = self.lists
        weights = [_weight(first + risks), _weight(last)]
        pairs = beside(self.task, weights, [len(first), len(last)], shift)
        return (*found, *stacked(pairs, self.tailor, len(self.boxes[1].entries)))

    def _slide(self, galleys: list[Galley], n: int, slides: int) -> tuple[Element, ...]:
        """Draw the panels of the n-th slide."""
        out: list[Element] = []
        for box, galley in zip(self.boxes, galleys, strict=True):
            name, space, pen = plain(box.titel), galley.space, self.task.pen(galley.space)
            if n and space.under and not galley.columns:
                continue  # whole on the first slide, and nothing beside it asks for a heading
            out += draw_heading(pen, space, box.titel, box.rol, _count(box, galley, slides))
            if galley.columns:
                out += draw_list(galley, name, box.rol)
                continue
            text = ELSEWHERE if box.entries or n else EMPTY.get(box.rol or "", "")
            smallest = self.task.settings.minimale_lettergrootte
            words = line(text, max(smallest, min(16, galley.dress.size)), colour=MUTED)
            out.append(TextBox(name, space.column(0), (words,), space.placeholder))
        return tuple(out)


def _weight(items: tuple[FlowItem, ...]) -> int:
    return max(1, sum(len(plain(item.words)) + 20 for item in items))


def _raised(galley: Galley, high: int) -> Galley:
    """Let a panel begin higher; what stands at the foot of another stays there."""
    space: Space = galley.space
    if space.under:
        return galley
    box, heading = space.box, space.heading
    raised = replace(
        space,
        box=Box(box.x, box.y - high, box.width, box.height + high),
        heading=heading and replace(heading, y=heading.y - high),
    )
    return replace(galley, space=raised)


def _count(box: Paneel, galley: Galley, slides: int) -> str | None:
    """Say how many entries there are, and which of them stand here."""
    if box.aantal is None:
        return None
    mains = [
        p.item.group for column in galley.columns for p in column if not p.again and not p.rest
    ]
    if slides == 1 or not mains or box.aantal != len(box.entries):
        return str(box.aantal)
    first, last = min(mains) + 1, max(mains) + 1
    if (first, last) == (1, box.aantal):
        return str(box.aantal)
    span = f"{first}–{last}" if first != last else str(first)
    return f"{span} van {box.aantal}"
