"""Panels beside each other: what was done, what is risky, what is planned, under the criterium."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voortgang.office.ink import MUTED
from voortgang.office.measure import POINT, plain
from voortgang.presentatie.draw.list import draw_heading, draw_list, heading_height
from voortgang.presentatie.draw.pen import line
from voortgang.presentatie.fit.fit import Fitted, Galley, Spaces, Tailor
from voortgang.presentatie.fit.flow import items_of
from voortgang.presentatie.outline import EMPTY, Paneel
from voortgang.presentatie.plan.beside import Split, Stage, beside, stacked, stages
from voortgang.presentatie.plan.frame import shift_of
from voortgang.presentatie.plan.space import taller
from voortgang.presentatie.plan.task import Body, Task
from voortgang.presentatie.slides import CM, Box, Element, Shape, TextBox
from voortgang.presentatie.template.huisstijl import Layout

ELSEWHERE = "zie vorige dia"
MOST = 3  # panels beside each other
ABOVE, UNDER = round(0.3 * CM), round(0.3 * CM)  # free around a criterium
STRIP = round(5 * CM)  # a taller criterium gets a slide of its own
STRIP_SIZES = (18.0, 16.0, 14.0)
LABEL = 14.0
TOP = 20.0  # points, of a list in a panel
SMALL, LARGE = 16, 18  # points: from under the one to the other a slide may look unlike the rest


@dataclass(frozen=True, slots=True)
class Way:
    """Panels as they stand in one split: what is on each slide, in which size, how far apart.

    `size` is in points, `air` (between two entries) in em.
    """

    bodies: tuple[Body, ...]
    size: float
    air: float

    @property
    def asks_for_more(self) -> bool:
        """Tell whether another split might be worth a jump from this one."""
        return len(self.bodies) > 1 or self.size < SMALL

    def is_worth_a_jump(self, usual: "Way") -> bool:
        """Tell whether it takes fewer slides than the usual split, or makes small letters large."""
        if len(self.bodies) != len(usual.bodies):
            return len(self.bodies) < len(usual.bodies)
        return self.size >= LARGE and usual.size < SMALL


def panel_rows(task: Task, boxes: tuple[Paneel, ...]) -> "list[Abreast]":
    """Share panels out over rows in their order, three at most in each, four as two and two.

    A criterium before others stands above the first row.
    """
    first, *rest = boxes
    criterium = first if first.rol == "criterium" and rest else None
    shown = tuple(rest) if criterium else boxes
    each = -(-len(shown) // -(-len(shown) // MOST))
    parts = [shown[n : n + each] for n in range(0, len(shown), each)]
    return [Abreast(task, part, None if n else criterium) for n, part in enumerate(parts)]


def shared_split(rows: "Sequence[Abreast]") -> Split:
    """Choose one split for all slides of a deck: few that need another, large letters, much air."""
    pairs = [row for row in rows if len(row.boxes) > 1]
    chosen, least = Split.FIRST, (len(pairs) + 1, 0.0, 0.0)
    for split in Split:
        cost = (0, 0.0, 0.0)
        for row in pairs:
            made = row.best(split)
            jumps, missed, air = cost
            jumps += made is not row.set(split)
            cost = (jumps, missed + (TOP - made.size) ** 2, air - made.air)
            if cost[:2] > least[:2]:
                break  # the other slides cannot make it better
        if cost < least:
            chosen, least = split, cost
        if least[:2] == (0, 0):
            break
    return chosen


class Abreast:
    """Panels that stand beside each other, under their criterium where they have one.

    They are set in a split when that is asked for; their lists are measured once.
    """

    def __init__(
        self, task: Task, boxes: tuple[Paneel, ...], criterium: Paneel | None = None
    ) -> None:
        self.task, self.boxes, self.criterium = task, boxes, criterium
        self.lists = tuple(items_of(box.entries) for box in boxes)
        self.counts = [len(items) for items in self.lists]
        self.tailor = Tailor(self.lists, task.steps(TOP), task.measure)
        self.stages = {stage.split: stage for stage in stages(task, len(boxes))}
        self._made: dict[Split, Way | None] = {}

    def best(self, usual: Split) -> Way:
        """Set the panels in the usual split, or in another one that is worth a jump."""
        made = self.set(usual)
        if made and not made.asks_for_more:
            return made
        every = filter(None, map(self.set, self.stages))
        fair = (each for each in every if not made or each is made or each.is_worth_a_jump(made))
        return min(fair, key=lambda each: (len(each.bodies), -each.size))

    def set(self, split: Split) -> Way | None:
        """Set the panels in a split; None where the house style has no room for them so."""
        if split not in self._made:
            stage = self.stages.get(split)
            self._made[split] = self._set(stage) if stage else None
        return self._made[split]

    def _set(self, stage: Stage) -> Way:
        """Set the panels under their criterium, or after it where that takes fewer slides."""
        if self.criterium is None:
            return self._plain(stage)
        together = self._under(stage, self.criterium)
        if together and len(together.bodies) <= 2:  # noqa: PLR2004 -- apart is two at least
            return together
        row = self._plain(stage)
        alone = Abreast(self.task, (self.criterium,)).best(Split.EVEN)
        apart = replace(row, bodies=(*alone.bodies, *row.bodies))
        return together if together and len(together.bodies) <= len(apart.bodies) else apart

    def _plain(self, stage: Stage) -> Way:
        ways = self._ways(stage, shift_of(self.task, stage.layout))
        return self._drawn(stage.layout, self.tailor.fit(ways))

    def _under(self, stage: Stage, criterium: Paneel) -> Way | None:
        """Set the panels with the criterium above them; None where it has no room there."""
        shift = shift_of(self.task, stage.layout)
        base = self._ways(stage, 0)[0]
        tries: list[tuple[Fitted, tuple[Element, ...], int]] = []
        for strip, high in self._strips(criterium, stage.layout, base, shift):
            tries.append((self.tailor.fit(self._ways(stage, shift + high)), strip, high))
            if len(tries[-1][0].slides) == 1:
                break
        if not tries:
            return None
        return self._drawn(stage.layout, *min(tries, key=lambda each: len(each[0].slides)))

    def _drawn(
        self, layout: Layout, fitted: Fitted, strip: tuple[Element, ...] = (), high: int = 0
    ) -> Way:
        """Draw the slides; the first has a strip above its panels, the next ones use its room."""
        count = len(fitted.slides)
        bodies = [(layout, strip + self._slide(fitted.galleys(0), 0, count))]
        for n in range(1, count):
            galleys = tuple(_raised(each, high) for each in fitted.galleys(n))
            bodies.append((layout, self._slide(galleys, n, count)))
        return Way(tuple(bodies), fitted.dress.size, fitted.dress.gap)

    def _ways(self, stage: Stage, shift: int) -> tuple[Spaces, ...]:
        """List the ways to set panels: beside each other, or the risks under what stands before."""
        found = self._headed(stage, shift, self.counts, [[box] for box in self.boxes])
        if [box.rol for box in self.boxes[1:-1]] != ["risicos"] or not self.lists[1]:
            return found
        first, _, last = self.counts
        pairs = self._headed(stage, shift, (first, last), [self.boxes[:2], self.boxes[2:]])
        return (*found, *stacked(pairs, self.tailor, len(self.boxes[1].entries)))

    def _headed(
        self, stage: Stage, shift: int, counts: Sequence[int], boxes: Sequence[Sequence[Paneel]]
    ) -> tuple[Spaces, ...]:
        """Set panels beside each other, with the height for the tallest of their headings."""
        found = beside(self.task, stage, counts, shift)
        more = max(
            heading_height(self.task.pen(space), space.heading.width, box.titel, _counted(box))
            - space.heading.height
            for space, own in zip(found[0], boxes, strict=True)
            if space.heading
            for box in own
        )
        if more <= 0:
            return found
        return tuple(tuple(taller(space, more) for space in way) for way in found)

    def _strips(
        self, box: Paneel, layout: Layout, spaces: Spaces, shift: int
    ) -> Iterator[tuple[tuple[Element, ...], int]]:
        """Write the criterium above the panels, largest first, each way with the room it takes."""
        first = spaces[0]
        top = (first.heading.y if first.heading else first.box.y) + shift + ABOVE
        indent = round(0.5 * CM)
        behind = layout.painting.at
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

    def _slide(self, galleys: tuple[Galley, ...], n: int, slides: int) -> tuple[Element, ...]:
        """Draw the panels of the n-th slide."""
        out: list[Element] = []
        for box, galley in zip(self.boxes, galleys, strict=True):
            name, space, pen = plain(box.titel), galley.space, self.task.pen(galley.space)
            if n and space.under and not galley.columns:
                continue  # whole on the first slide, and nothing beside it asks for a heading
            these = _these(box, galley) if slides > 1 else ""
            out += draw_heading(pen, space, box.titel, box.rol, (these, _counted(box)))
            if galley.columns:
                out += draw_list(galley, name, box.rol)
                continue
            text = ELSEWHERE if box.entries or n else EMPTY.get(box.rol or "", "")
            smallest = self.task.settings.minimale_lettergrootte
            words = line(text, max(smallest, min(16, galley.dress.size)), colour=MUTED)
            out.append(TextBox(name, space.column(0), (words,), space.placeholder))
        return tuple(out)


def _raised(galley: Galley, high: int) -> Galley:
    """Let a panel begin higher; what stands at the foot of another stays there."""
    space = galley.space
    if space.under:
        return galley
    box, heading = space.box, space.heading
    raised = replace(
        space,
        box=Box(box.x, box.y - high, box.width, box.height + high),
        heading=heading and replace(heading, y=heading.y - high),
    )
    return replace(galley, space=raised)


def _counted(box: Paneel) -> str:
    return "" if box.aantal is None else str(box.aantal)


def _these(box: Paneel, galley: Galley) -> str:
    """Say which of the entries of a panel stand here, where that is not all of them."""
    mains = [
        p.item.group + 1 for column in galley.columns for p in column if not p.again and not p.rest
    ]
    if not mains or box.aantal != len(box.entries) or (mains[0], mains[-1]) == (1, box.aantal):
        return ""
    ends = dict.fromkeys((mains[0], mains[-1]))
    return f"{'–'.join(map(str, ends))} van "
