"""How a paragraph style of somebody's template looks, with what it builds on laid under it."""

from collections.abc import Mapping
from typing import NamedTuple

from voortgang.nota.docx.template.element import measure, w
from voortgang.office.xml import Element

DEEPEST = 12  # styles that build on each other: a circle ends here
OFF = {"0", "false", "off"}
NATURAL = {"calibri": 1.22, "carlito": 1.22, "arial": 1.15, "liberation sans": 1.15}
SMALLEST = 1  # points: letters of none are a slip
USUAL = 1.22  # of the letters' size is the height of a line, where the face is not known


class Look(NamedTuple):
    """What can be seen of a style; lengths and `size` in points, `colour` a hex or None (auto).

    `close`: between paragraphs of this same style there is no gap (Word's contextual spacing).
    `keeps`: no page ends below it. `rules` is what those above and below it take.
    `line` is a factor on the natural height of a line, or, where it is not `auto`, points.
    """

    size: float = 10
    bold: bool = False
    colour: str | None = None
    face: str = ""
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    line: float = 1
    auto: bool = True
    numbered: str | None = None
    close: bool = False
    keeps: bool = False
    rules: float = 0

    @property
    def pitch(self) -> float:
        """The height of a line, in points."""
        natural = self.size * NATURAL.get(self.face.lower(), USUAL)
        return natural * self.line if self.auto else max(self.line, natural)


class Looks:
    """Looks styles up by id; `faces` are the theme's typefaces, `colours` its colours by slot."""

    def __init__(
        self, styles: Element, colours: Mapping[str, str], faces: Mapping[str, str]
    ) -> None:
        self._colours = colours
        self._faces = faces
        self._styles = {style.get(w("styleId")): style for style in styles.iter(w("style"))}
        self._default = Look(face=faces.get("minor", ""))
        for name in ("rPrDefault", "pPrDefault"):
            holder = styles.find(f"{w('docDefaults')}/{w(name)}")
            if holder is not None:
                self._default = self._with(self._default, holder)
        self._known: dict[str, Look] = {}

    def __getitem__(self, style_id: str) -> Look:
        """Give the look of a style."""
        if style_id not in self._known:
            self._known[style_id] = self._look(style_id)
        return self._known[style_id]

    def _look(self, style_id: str) -> Look:
        chain: list[Element] = []
        style = self._styles.get(style_id)
        while style is not None and len(chain) < DEEPEST:
            chain.append(style)
            based = style.find(w("basedOn"))
            style = None if based is None else self._styles.get(based.get(w("val")))
        look = self._default
        for style in reversed(chain):
            look = self._with(look, style)
        return look

    def _with(self, look: Look, holder: Element) -> Look:
        for letters in holder.findall(w("rPr")):
            look = self._lettered(look, letters)
        for shape in holder.findall(w("pPr")):
            look = _shaped(look, shape)
        return look

    def _lettered(self, look: Look, letters: Element) -> Look:
        size = max(measure(letters.find(w("sz")), "val", 2 * look.size) / 2, SMALLEST)
        look = look._replace(size=size, bold=is_on(letters, "b", usual=look.bold))
        colour, fonts = letters.find(w("color")), letters.find(w("rFonts"))
        if colour is not None:
            look = look._replace(colour=self._colour(colour))
        if fonts is not None:
            theme = fonts.get(w("asciiTheme"), "")
            face = self._faces.get(theme[:5]) if theme else fonts.get(w("ascii"))
            look = look._replace(face=face or look.face)
        return look

    def _colour(self, colour: Element) -> str | None:
        # Word writes what a theme colour comes to beside its name, tints and all.
        value = colour.get(w("val"), "auto")
        if len(value) == len("rrggbb"):
            return value.upper()
        return self._colours.get(colour.get(w("themeColor"), ""))


def _shaped(look: Look, shape: Element) -> Look:
    spacing, indent = shape.find(w("spacing")), shape.find(w("ind"))
    look = look._replace(
        before=measure(spacing, "before", 20 * look.before) / 20,
        after=measure(spacing, "after", 20 * look.after) / 20,
        left=measure(indent, "left", measure(indent, "start", 20 * look.left)) / 20,
        right=measure(indent, "right", measure(indent, "end", 20 * look.right)) / 20,
        close=is_on(shape, "contextualSpacing", usual=look.close),
        keeps=is_on(shape, "keepNext", usual=look.keeps),
    )
    if spacing is not None and spacing.get(w("line")) is not None:
        auto = spacing.get(w("lineRule"), "auto") == "auto"
        line = measure(spacing, "line", 240) / (240 if auto else 20)
        look = look._replace(auto=auto, line=line)
    rules = shape.find(w("pBdr"))
    if rules is not None:
        lying = [rules.find(w(side)) for side in ("top", "bottom")]
        high = (measure(rule, "sz", 0) / 8 + measure(rule, "space", 0) for rule in lying)
        look = look._replace(rules=sum(high))
    number = shape.find(f"{w('numPr')}/{w('numId')}")
    if number is not None:
        chosen = number.get(w("val"))
        look = look._replace(numbered=None if chosen == "0" else chosen)
    return look


def is_on(holder: Element, name: str, *, usual: bool) -> bool:
    """Tell whether a property that is on or off is on."""
    found = holder.find(w(name))
    return usual if found is None else found.get(w("val"), "1") not in OFF
