"""Choose how lists are set: the arrangement, the size, the gaps and the number of slides.

The measure of quality, in this order: as few slides as the smallest size allows, for the deck and
then for each panel, so that a short one is whole on its first slide; no word torn that need not
be; the largest size, then the most air, one for all panels and slides of a domain; the
arrangement that comes first; the columns level with each other. See docs/pasvorm.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeAlias

from voortgang.office.font import Font
from voortgang.office.measure import POINT, Measure
from voortgang.presentatie.fit.flow import Column, Dress, Flow, FlowItem, height_of
from voortgang.presentatie.slides import CM, Box

# Sizes that may be tried, each with its gaps between entries in em, the best first.
Steps: TypeAlias = list[tuple[float, tuple[float, ...]]]

LADDER = (
    (26, (0.7, 0.6)),
    (24, (0.7, 0.6)),
    (22, (0.6, 0.5)),
    (20, (0.6, 0.5)),
    (18, (0.6, 0.5, 0.4)),
    (16, (0.6, 0.5, 0.4, 0.3)),
    (15, (0.5, 0.4, 0.3)),
    (14, (0.4, 0.3, 0.2)),
    (13, (0.4, 0.3, 0.2)),
    (12, (0.4, 0.3, 0.2)),
)
SMALLEST_SUB = 14
AIRY = 0.3  # em: gaps above it are air, and must leave room at the bottom
AIR = 11  # points
GUTTER = round(0.9 * CM)
NARROWEST = 6 * CM  # of a column, where there is more than one
FEW = 6  # entries that stand in one column when they fit at the largest size


@dataclass(frozen=True, slots=True)
class Space:
    """A place for a list: its box, in how many columns, what stands there in the layout."""

    box: Box
    columns: int
    font: Font
    placeholder: int | None = None
    heading: Box | None = None
    heading_placeholder: int | None = None
    spacing: float = 1.0
    under: bool = False  # stands under another list, not beside it

    @property
    def width(self) -> int:
        """Give the width of a column."""
        return (self.box.width - GUTTER * (self.columns - 1)) // self.columns

    def column(self, n: int) -> Box:
        """Give the place of a column."""
        x = self.box.x + n * (self.width + GUTTER)
        return Box(x, self.box.y, self.width, self.box.height)


Spaces: TypeAlias = tuple[Space, ...]  # one for each list


@dataclass(frozen=True, slots=True)
class Galley:
    """A list, or a part of one, as it stands on one slide."""

    space: Space
    columns: tuple[Column, ...]
    dress: Dress

    @property
    def height(self) -> int:
        """Give the height of the tallest column, in EMU."""
        gap = self.dress.gap * self.dress.size
        return round(max((height_of(column, gap) for column in self.columns), default=0) * POINT)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The choice: for each slide, for each list, its columns."""

    spaces: Spaces
    dress: Dress
    slides: tuple[tuple[tuple[Column, ...], ...], ...]

    def galleys(self, n: int) -> tuple[Galley, ...]:
        """Give the lists of a slide, each in its space."""
        return tuple(
            Galley(space, columns, self.dress)
            for space, columns in zip(self.spaces, self.slides[n], strict=True)
        )

    def of(self, list_: int) -> list[Galley]:
        """Give what of one list stands on each slide."""
        return [self.galleys(n)[list_] for n in range(len(self.slides))]


def ladder(smallest: float, largest: float) -> Steps:
    """List the sizes that may be tried with their gaps in em, the best first."""
    steps: Steps = [(size, gaps) for size, gaps in LADDER if smallest <= size <= largest]
    if not steps or steps[-1][0] != smallest:
        steps.append((smallest, (0.4, 0.3, 0.2)))
    return steps


def variants(space: Space, count: int) -> tuple[int, ...]:
    """List how many columns may be tried in a space for `count` entries, the best first."""
    most = max(1, min(3, (space.box.width + GUTTER) // (NARROWEST + GUTTER)))
    more = range(2, min(most, count) + 1)
    return (1, *more) if count <= FEW else (*more, 1)


def room(box: Box, gap: float) -> float:
    """Give the height in points that a list may take, with the air that wide gaps ask for."""
    return box.height / POINT - (AIR if gap > AIRY else 0)


class Tailor:
    """Measures lists in a size and a width, each once: the ways to set them share most."""

    def __init__(
        self, lists: tuple[tuple[FlowItem, ...], ...], steps: Steps, measure: Measure
    ) -> None:
        """Take the lists, and the sizes that may be tried with their gaps, the best first."""
        self.steps = steps
        self._lists, self._measure = lists, measure
        self._known: dict[tuple[int, int, float, Font, float], Flow] = {}

    def fit(self, ways: Sequence[Spaces]) -> Fitted:
        """Fit the lists into the best of some spaces; there is always an answer."""
        smallest, gaps = self.steps[-1]
        counts = [_slides(self.flows(way, smallest), way, gaps[-1]) for way in ways]
        costs = [(max(each), sum(each)) for each in counts]
        least, short = best = min(costs)
        fair = [way for way, cost in zip(ways, costs, strict=True) if cost == best]
        whole = min(_torn(self.flows(way, smallest)) for way in fair)
        for size, air in self.steps:
            for gap in air:
                for way in ways:
                    flows = self.flows(way, size)
                    if not _may_fit(flows, way, gap, least) or _torn(flows) > whole:
                        continue
                    each = _slides(flows, way, gap)
                    if max(each) <= least and sum(each) <= short:
                        return _fitted(flows, way, gap)
        # Only where a column is lower than a line: what stands there is higher than it.
        return _fitted(self.flows(fair[0], smallest), fair[0], gaps[-1])

    def flows(self, spaces: Spaces, size: float) -> list[Flow]:
        """Measure all lists in a size, each in its space, without gaps yet."""
        return [self.flow(n, space, size) for n, space in enumerate(spaces)]

    def flow(self, n: int, space: Space, size: float) -> Flow:
        """Measure one list in a size, in the width of a space."""
        key = (n, space.width, size, space.font, space.spacing)
        known = self._known.get(key)
        if known is None:
            dress = _dress(size, self.steps, space)
            known = Flow(self._lists[n], dress, space.width, self._measure)
            self._known[key] = known
        return known


def _dress(size: float, steps: Steps, space: Space) -> Dress:
    below = [step for step, _ in [*LADDER, *steps] if step < size] or [size]
    sub, quiet = (
        min(size, max(step, SMALLEST_SUB, steps[-1][0])) for step in (below[0], below[:2][-1])
    )
    large = size >= 22  # noqa: PLR2004 -- where the sign stands further out
    hanging, under = (0.8, 0.7) if large else (0.6, 0.5)
    own, further = round(hanging * CM), round(under * CM)
    return Dress(size, sub, quiet, 0, own, further, space.font, max(1.0, space.spacing))


def _torn(flows: list[Flow]) -> int:
    return sum(flow.torn for flow in flows)


def _may_fit(flows: list[Flow], spaces: Spaces, gap: float, least: int) -> bool:
    """Tell quickly whether there is room at all, before anything is packed."""
    return all(
        flow.line <= high and flow.bare <= least * space.columns * high
        for flow, space in zip(flows, spaces, strict=True)
        for high in (room(space.box, gap),)
    )


def _slides(flows: list[Flow], spaces: Spaces, gap: float) -> list[int]:
    """Count the slides that each list takes."""
    return [
        ceil(len(flow.with_gap(gap).pack(room(space.box, gap))) / space.columns)
        for flow, space in zip(flows, spaces, strict=True)
    ]


def _fitted(flows: list[Flow], spaces: Spaces, gap: float) -> Fitted:
    panels: list[list[tuple[Column, ...]]] = []
    for bare, space in zip(flows, spaces, strict=True):
        flow, high = bare.with_gap(gap), room(space.box, gap)
        own = ceil(len(flow.pack(high)) / space.columns)
        columns = flow.balanced(max(own, 1) * space.columns, high)
        step = space.columns
        panels.append([tuple(columns[n : n + step]) for n in range(0, len(columns), step)])
    slides = tuple(
        tuple(panel[n] if n < len(panel) else () for panel in panels)
        for n in range(max(1, *(len(panel) for panel in panels)))
    )
    return Fitted(spaces, replace(flows[0].dress, gap=gap), slides)
