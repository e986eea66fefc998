"""WordprocessingML as elements: how each is made, and the order in which the schema wants them.

Lengths are in twentieths of a point and letters in half points, as Word counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from voortgang.nota.structuur import SHORT_COMPOUND
from voortgang.office.xml import Element, legal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NAMES = {"w": W[1:-1]}
KEEP_SPACES = "{http://www.w3.org/XML/1998/namespace}space"
LINES = re.compile(r"[\r\n\t]+")
UNBROKEN = "\ufffe"  # in the place of a hyphen at which no line may end: no text has it
NO_SWAPS: Mapping[str, str] = MappingProxyType({})


def w(name: str) -> str:
    """Give a name in Word's namespace, as lxml writes it."""
    return W + name


def make(name: str, /, *parts: Element, **values: str | float) -> Element:
    """Make an element of Word, with its parts; `values` are its attributes."""
    made = etree.Element(W + name, {W + key: str(value) for key, value in values.items()}, NAMES)
    made.extend(parts)
    return made


def flat(text: str) -> str:
    """Give a text as the value of an attribute: on one line."""
    return legal(LINES.sub(" ", text))


class Border(NamedTuple):
    """A rule at a side; `size` in eighths of a point, `space` to the text in points."""

    side: str
    size: int
    colour: str
    space: int = 1

    def element(self, colours: Mapping[str, str]) -> Element:
        """Write it, in the colours of a house."""
        colour = colours.get(self.colour, self.colour)
        return make(self.side, val="single", sz=self.size, space=self.space, color=colour)


class Tab(NamedTuple):
    """A place that a tab leads to."""

    side: str
    at: int
    leader: str | None = None

    def element(self) -> Element:
        """Write it."""
        led = {"leader": self.leader} if self.leader else {}
        return make("tab", val=self.side, **led, pos=self.at)


@dataclass(frozen=True, slots=True)
class Shaping:
    """How a paragraph stands; what is None is as its style has it.

    `number` is the level and the id of a list, `rule` tells how `line` counts.
    """

    keep_next: bool = False
    keep_lines: bool = False
    begins_page: bool = False
    widows: bool = False
    number: tuple[int, int] | None = None
    borders: tuple[Border, ...] = ()
    ground: str | None = None
    tabs: tuple[Tab, ...] = ()
    before: int | None = None
    after: int | None = None
    line: int | None = None
    rule: str = "auto"
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    side: str = "left"
    outline: int | None = None

    def elements(self, colours: Mapping[str, str] = NO_SWAPS) -> Iterator[Element]:
        """Write what stands in a w:pPr; `colours` gives what stands in for a colour."""
        for name, said in (("keepNext", self.keep_next), ("keepLines", self.keep_lines),
                           ("pageBreakBefore", self.begins_page),
                           ("widowControl", self.widows)):  # fmt: skip
            if said:
                yield make(name)
        if self.number is not None:
            level, number = self.number
            yield make("numPr", make("ilvl", val=level), make("numId", val=number))
        if self.borders:
            yield make("pBdr", *(border.element(colours) for border in self.borders))
        if self.ground:
            fill = colours.get(self.ground, self.ground)
            yield make("shd", val="clear", color="auto", fill=fill)
        if self.tabs:
            yield make("tabs", *(tab.element() for tab in self.tabs))
        rule = None if self.line is None else self.rule
        yield from _said("spacing", before=self.before, after=self.after, line=self.line,
                         lineRule=rule)  # fmt: skip
        yield from _said("ind", left=self.left, right=self.right, hanging=self.hanging)
        if self.side != "left":
            yield make("jc", val=self.side)
        yield from _said("outlineLvl", val=self.outline)


PLAIN = Shaping()


class Lettering(NamedTuple):
    """How letters look; what is None is as it was. `size` is in half points."""

    style: str | None = None
    face: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    size: int | None = None
    underlined: bool = False

    def elements(self, colours: Mapping[str, str] = NO_SWAPS) -> Iterator[Element]:
        """Write what stands in a w:rPr; `colours` gives what stands in for a colour."""
        yield from _said("rStyle", val=self.style)
        yield from _said("rFonts", ascii=self.face, hAnsi=self.face, cs=self.face)
        for name, said in (("b", self.bold), ("i", self.italic)):
            if said is not None:
                yield make(name) if said else make(name, val=0)
        if self.colour:
            yield make("color", val=colours.get(self.colour, self.colour))
        for name in ("sz", "szCs"):
            yield from _said(name, val=self.size)
        if self.underlined:
            yield make("u", val="single")


USUAL = Lettering()


def _said(name: str, **values: str | int | None) -> Iterator[Element]:
    """Make an element of the values that there are; none where there are none."""
    known = {key: value for key, value in values.items() if value is not None}
    if known:
        yield make(name, **known)


def run(text: str, letters: Lettering = USUAL) -> Element:
    """Write a run; a short compound does not break."""
    made = make("r", make("rPr", *letters.elements())) if letters != USUAL else make("r")
    shown = legal(text)
    if "-" in shown:
        shown = SHORT_COMPOUND.sub(lambda hit: hit[0].replace("-", UNBROKEN), shown)
    for at, piece in enumerate(shown.split(UNBROKEN)):
        if at:
            etree.SubElement(made, W + "noBreakHyphen")
        words = etree.SubElement(made, W + "t")
        words.set(KEEP_SPACES, "preserve")
        words.text = piece
    return made


def paragraph(
    style: str,
    content: Iterable[Element],
    shaping: Shaping = PLAIN,
    *,
    section: Element | None = None,
) -> Element:
    """Write a paragraph in the style of an id; `section` is that which ends with it."""
    shape = make("pPr", make("pStyle", val=style))
    if shaping != PLAIN:
        shape.extend(shaping.elements())
    if section is not None:
        shape.append(section)
    return make("p", shape, *content)


def tab() -> Element:
    """Write a run that is a tab."""
    return make("r", make("tab"))


def opening(code: str) -> list[Element]:
    """Begin a field: what follows it shows until Word works it out again."""
    said = make("instrText")
    said.set(KEEP_SPACES, "preserve")
    said.text = f" {code} "
    begin, separate = (make("fldChar", fldCharType=kind) for kind in ("begin", "separate"))
    return [make("r", part) for part in (begin, said, separate)]


def ending() -> Element:
    """End a field."""
    return make("r", make("fldChar", fldCharType="end"))


def insert(parent: Element, child: Element, before: Iterable[str]) -> None:
    """Put a child where the schema wants it; `before` names all that may only stand ahead of it."""
    ahead = set(map(w, before))
    parent.insert(sum(1 for element in parent if element.tag in ahead), child)


def parent_of(element: Element) -> Element:
    """Give what an element stands in, of one that stands in another."""
    parent = element.getparent()
    assert parent is not None  # noqa: S101 -- so says who asks
    return parent


def number(text: str | None, otherwise: float) -> float:
    """Read a measure; templates of other programs write `12.5` or nonsense."""
    try:
        value = float(text or "")
    except ValueError:
        return otherwise
    return value if isfinite(value) else otherwise


def measure(element: Element | None, key: str, otherwise: float) -> float:
    """Read a measure of an element of Word, which may lack it or not be there itself."""
    return otherwise if element is None else number(element.get(W + key), otherwise)
