"""What a layout paints behind its text, from back to front, and what that gives at a place. Pure.

A colour is asked of points, not of shapes: a band behind the title alone, a panel with a slanting
edge, a gradient or a photograph differ from place to place.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, isqrt, radians, sin
from typing import Literal, NamedTuple, TypeAlias

from voortgang.presentatie.slides import Box

# Red, green and blue of 0 to 255, and how opaque, of 0 to 1.
Tone: TypeAlias = tuple[float, float, float, float]
Rgb: TypeAlias = tuple[float, float, float]
WHITE: Rgb = (255, 255, 255)  # what a slide without a ground is drawn on
STEP = 180000  # EMU between two points that are looked at: half a centimetre
FEWEST, MOST = 3, 30  # of these, over a width or a height
RARE = 0.02  # of the points at most are left out of account: an edge, a hairline
LOOKED_AT = 100_000  # of what is painted, times the points: of more than 111 things fewer points
CORNERS = 10  # of a form that cost as much as a thing does
WAYS = 12  # that a place may look, at most
UNSEEN = 0.0005  # of what lies behind: so little shines through that it changes no colour


class Flat(NamedTuple):
    """A surface that looks the same all over, in each of these tones: a pattern has two.

    None stands for what cannot be told.
    """

    tones: tuple[Tone | None, ...]

    def at(self, _across: float, _down: float) -> tuple[Tone | None, ...]:
        """Give the tones at a place of 0 to 1."""
        return self.tones


class Slope(NamedTuple):
    """A gradient from one tone to another, along a line of which `across` and `down` are parts."""

    first: Tone
    last: Tone
    across: float
    down: float
    start: float = 0
    end: float = 1

    def at(self, across: float, down: float) -> tuple[Tone | None, ...]:
        """Give the tone at a place of 0 to 1."""
        along = 0.5 + (across - 0.5) * self.across + (down - 0.5) * self.down
        share = min(max((along - self.start) / max(self.end - self.start, 1e-6), 0), 1)
        return (mixed(self.first, self.last, share),)


class Shown(NamedTuple):
    """A picture as it is shown: its file, the shares that are cut off, how opaque it is."""

    content: bytes
    cut: tuple[float, float, float, float] = (0, 0, 0, 0)  # left, top, right, bottom
    opacity: float = 1


class Raster(NamedTuple):
    """A picture in few pixels, four bytes each, a row at a time; `shown` is all of it."""

    width: int
    height: int
    pixels: bytes
    shown: Shown | None = None

    def at(self, across: float, down: float) -> tuple[Tone | None, ...]:
        """Give the tone at a place of 0 to 1."""
        x = min(int(across * self.width), self.width - 1)
        y = min(int(down * self.height), self.height - 1)
        red, green, blue, alpha = self.pixels[4 * (y * self.width + x) :][:4]
        return ((red, green, blue, alpha / 255),)


Paint: TypeAlias = Flat | Slope | Raster
NOTHING_KNOWN = Flat((None,))


def mixed(one: Tone, other: Tone, share: float) -> Tone:
    """Give what lies between two tones."""
    red, green, blue, alpha = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue, alpha


class Turn(NamedTuple):
    """Brings a point of one place to another: x' = a·x + b·y + c, y' = d·x + e·y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 0
    e: float = 1
    f: float = 0

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """Bring a point over."""
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def after(self, first: "Turn") -> "Turn":
        """Give the turn that does `first` and then this one."""
        c, f = self(first.c, first.f)
        return Turn(
            self.a * first.a + self.b * first.d, self.a * first.b + self.b * first.e, c,
            self.d * first.a + self.e * first.d, self.d * first.b + self.e * first.e, f,
        )  # fmt: skip

    def back(self) -> "Turn | None":
        """Give the turn that undoes this one; None where all points come to one line."""
        size = self.a * self.e - self.b * self.d
        if abs(size) <= 1e-9 * (abs(self.a * self.e) + abs(self.b * self.d)):
            return None
        a, b, d, e = self.e / size, -self.b / size, -self.d / size, self.a / size
        return Turn(a, b, -a * self.c - b * self.f, d, e, -d * self.c - e * self.f)

    @property
    def width(self) -> float:
        """How wide the unit square becomes, along its own side."""
        return hypot(self.a, self.d)

    @property
    def height(self) -> float:
        """How high it becomes, likewise."""
        return hypot(self.b, self.e)

    def frame(self) -> Box:
        """Give the box around where the unit square comes to stand."""
        xs, ys = zip(*(self(x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))), strict=True)
        x, y = round(min(xs)), round(min(ys))
        return Box(x, y, round(max(xs)) - x, round(max(ys)) - y)


def placed(box: Box, degrees: float = 0, *, wide: int = 1, high: int = 1) -> Turn:
    """Give the turn that brings the unit square to a box; -1 mirrors its width or height."""
    angle = radians(degrees)
    w, h = wide * box.width, high * box.height
    a, b, d, e = w * cos(angle), -h * sin(angle), w * sin(angle), h * cos(angle)
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return Turn(a, b, x - (a + b) / 2, d, e, y - (d + e) / 2)


def slope(
    first: tuple[float, Tone], last: tuple[float, Tone], degrees: float, size: tuple[float, float],
    *, scaled: bool,
) -> Slope:  # fmt: skip
    """Make a gradient on a surface of some width and height; `scaled` turns its line with these."""
    width, height = (1.0, 1.0) if scaled else (max(size[0], 1.0), max(size[1], 1.0))
    across, down = cos(radians(degrees)) * width, sin(radians(degrees)) * height
    long = max(abs(across) + abs(down), 1e-9)
    return Slope(first[1], last[1], across / long, down / long, first[0], last[0])


UNTURNED = Turn()

Contour: TypeAlias = tuple[tuple[float, float], ...]
# What a thing fills of the unit square; a contour within another of its path is a hole in it. One
# that is not known is taken to fill all of it.
Form: TypeAlias = (
    Literal["rectangle", "unknown", "ellipse", "line"] | tuple[tuple[Contour, ...], ...]
)
FULL = ("rectangle", "unknown")


@dataclass(frozen=True, slots=True)
class Patch:
    """One thing that is painted: `box` is around it, `form` what of the unit square it fills.

    `turn` brings a point of the slide to that square, where the thing is not upright; `span` does
    so for its paint, where that covers more than the thing itself. The outline is a hex colour
    and points wide; `words` are written on it.
    """

    box: Box
    paint: Paint | None
    form: Form = "rectangle"
    turn: Turn | None = None
    span: Turn | None = None
    line: str | None = None
    line_width: float = 0
    picture: Shown | None = None
    words: str = ""

    @property
    def colour(self) -> str | None:
        """The mean of what this paints, as hex; None where it paints nothing, or nobody knows."""
        if self.paint is None:
            return None
        places = [(n + 0.5) / FEWEST for n in range(FEWEST)]
        tones = [t for x in places for y in places for t in self.paint.at(x, y) if t and t[3]]
        means = [sum(part) / len(tones) for part in zip(*tones, strict=True)]
        return _hex(means) if means else None

    @property
    def shown(self) -> Shown | None:
        """The picture that this is, or is filled with."""
        return self.picture or (self.paint.shown if isinstance(self.paint, Raster) else None)

    @property
    def cost(self) -> float:
        """What it costs to look at a point of this, beside a plain rectangle."""
        paths = self.form if isinstance(self.form, tuple) else ()
        return 1 + sum(len(contour) for path in paths for contour in path) / CORNERS

    def tones(self, x: float, y: float) -> tuple[Tone | None, ...]:
        """Give what this paints at a point of the slide; nothing outside it."""
        box = self.box
        if self.paint is None or not (box.x <= x <= box.right and box.y <= y <= box.bottom):
            return ()
        if self.turn:
            across, down = self.turn(x, y)
        else:
            across, down = (x - box.x) / max(box.width, 1), (y - box.y) / max(box.height, 1)
        if not self._holds(across, down):
            return ()
        if self.span:
            across, down = self.span(x, y)
        return self.paint.at(min(max(across, 0), 1), min(max(down, 0), 1))

    def _holds(self, across: float, down: float) -> bool:
        if not (0 <= across <= 1 and 0 <= down <= 1):
            return False
        if self.form == "ellipse":
            return hypot(across - 0.5, down - 0.5) <= 0.5  # noqa: PLR2004 -- the middle
        if isinstance(self.form, tuple):
            return any(sum(_inside(c, across, down) for c in path) % 2 for path in self.form)
        return self.form in FULL

    def covers(self, box: Box) -> Tone | None:
        """Give the one tone in which this hides all of a box; None where it does not."""
        paint = self.paint
        if self.turn or self.form not in FULL or not isinstance(paint, Flat):
            return None
        tone = paint.tones[0] if len(paint.tones) == 1 else None
        return tone if tone and tone[3] >= 1 and self.box.holds(box) else None

    def misses(self, box: Box) -> bool:
        """Tell whether this lies wholly beside a box."""
        return self.paint is None or not self.box.meets(box)


def _inside(contour: Contour, x: float, y: float) -> bool:
    """Tell whether a point lies within a contour: a line from it crosses an odd number of sides."""
    within = False
    for (x1, y1), (x2, y2) in zip(contour, (*contour[1:], contour[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


@dataclass(frozen=True, slots=True)
class Painting:
    """Everything that is painted behind a place, from back to front."""

    patches: tuple[Patch, ...] = ()

    def with_more(self, *patches: Patch) -> "Painting":
        """Paint more, over what there is."""
        return Painting((*self.patches, *patches))

    def at(self, box: Box) -> tuple[str | None, ...]:
        """List the colours behind a box as hex, the most common first; None for an unknown one.

        Nothing at all is known of a painting without patches.
        """
        if not self.patches:
            return ()
        above: list[Patch] = []
        ground = WHITE
        for patch in reversed(self.patches):
            tone = patch.covers(box)
            if tone:
                ground = tone[:3]
                break
            if not patch.misses(box):
                above.append(patch)
        if not above:
            return (_hex(ground),)
        found: Counter[str | None] = Counter()
        cost = sum(patch.cost for patch in above)
        most = max(FEWEST, min(MOST, isqrt(int(LOOKED_AT / cost))))
        for y in _spread(box.y, box.height, most):
            level = [patch for patch in above if patch.box.y <= y <= patch.box.bottom]
            for x in _spread(box.x, box.width, most):
                looks = _looks(level, ground, x, y)
                for look in looks:
                    found[look and _hex(look)] += WAYS // len(looks)
        least = RARE * found.total()
        return tuple(colour for colour, count in found.most_common() if count >= least)


def _spread(start: int, length: int, most: int) -> Iterator[float]:
    """Give places spread over a length, `most` of them at most."""
    count = min(max(length // STEP, FEWEST), most)
    return (start + length * (n + 0.5) / count for n in range(count))


def _looks(patches: list[Patch], ground: Rgb, x: float, y: float) -> list[Rgb | None]:
    """Give each way in which a point may look; None stands for what cannot be told.

    `patches` are from front to back: what lies behind too much of them is not seen.
    """
    layers: list[tuple[Tone | None, ...]] = []
    through = 1.0
    for patch in patches:
        tones = patch.tones(x, y)
        if tones:
            layers.append(tones)
            through *= 1 - min(tone[3] if tone else 1 for tone in tones)
            if through < UNSEEN:
                break
    looks: list[Rgb | None] = [ground]
    for tones in reversed(layers):
        looks = list(dict.fromkeys(_over(under, tone) for under in looks for tone in tones))
        looks = looks[:WAYS]
    return looks


def _over(under: Rgb | None, tone: Tone | None) -> Rgb | None:
    if tone is not None and tone[3] >= 1:
        return tone[:3]
    if tone is None or under is None:
        return None
    return mixed((*under, 1), tone, tone[3])[:3]


def _hex(look: Sequence[float]) -> str:
    return bytes(min(max(round(part), 0), 255) for part in look[:3]).hex().upper()
