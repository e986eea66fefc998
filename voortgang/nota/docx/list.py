"""Numbering definitions: one for each kind of list, one instance for each numbered list."""

from collections.abc import Mapping

from voortgang.nota.docx.template.element import Lettering, make, measure, w
from voortgang.nota.docx.template.styles import INK, OWN, PLANNED, QUIET
from voortgang.office.rol import LOOKS
from voortgang.office.xml import Element

LEVELS = 9
STEP = 255  # 0.45 cm, in twentieths of a point
# Sign, colour, and the size and weight that make the two circles optically equal.
SIGNS = {
    **{rol: (look.teken, OWN[look.accent], 20, None) for rol, look in LOOKS.items()},
    "planning": (LOOKS["planning"].teken, PLANNED, 22, True),
    "overig": ("•", QUIET, 20, None),
    "lijst": ("●", INK, 18, None),
}
SUB_SIGN = ("–", QUIET, 20, None)
NONE, NUMBERS = "geen", "nummers"


class Numbering:
    """Hands out the ids of lists, and adds to a template's numbering what they need."""

    def __init__(self, root: Element, colours: Mapping[str, str]) -> None:
        self._root = root
        self._colours = colours
        self._abstract = _highest(root, "abstractNum", "abstractNumId") + 1
        self._num = _highest(root, "num", "numId") + 1
        self._kinds: dict[str, int] = {}
        self._bullets: dict[str, int] = {}

    def bullets(self, kind: str) -> int:
        """Give the list of bullets of a kind: a role, or `lijst`."""
        if kind not in self._bullets:
            self._bullets[kind] = self._instance(kind)
        return self._bullets[kind]

    def none(self) -> int:
        """Give a list that shows nothing: it takes away the number that a style brings."""
        return self.bullets(NONE)

    def numbered(self, start: int, level: int) -> int:
        """Give a list that counts from `start` at its level."""
        return self._instance(NUMBERS, _start(level, start))

    def counting_on(self, num: str, start: int) -> int:
        """Give a list that looks as the template's own `num`, but counts from `start`."""
        found = self._abstract_of(num)
        if found is None:
            return self.numbered(start, 0)
        self._kinds[f"eigen {num}"] = round(measure(found, "abstractNumId", 0))
        return self._instance(f"eigen {num}", _start(0, start))

    def indent(self, num: str) -> int:
        """Tell how far in the text of a list of the template stands, in twentieths of a point."""
        found = self._abstract_of(num)
        shape = None if found is None else found.find(f"{w('lvl')}/{w('pPr')}/{w('ind')}")
        return round(measure(shape, "left", measure(shape, "start", STEP)))

    def _abstract_of(self, num: str) -> Element | None:
        kinds = {kind.get(w("abstractNumId")): kind for kind in self._root.iter(w("abstractNum"))}
        for instance in self._root.findall(w("num")):
            pointer = instance.find(w("abstractNumId"))
            if instance.get(w("numId")) == num and pointer is not None:
                return kinds.get(pointer.get(w("val")))
        return None

    def _instance(self, kind: str, *overrides: Element) -> int:
        if kind not in self._kinds:
            self._kinds[kind] = self._abstract
            levels = (_level(level, kind, self._colours) for level in range(LEVELS))
            multi = make("multiLevelType", val="hybridMultilevel")
            self._insert(make("abstractNum", multi, *levels, abstractNumId=self._abstract), "num")
            self._abstract += 1
        own_id = self._num
        self._num += 1
        pointer = make("abstractNumId", val=self._kinds[kind])
        self._insert(make("num", pointer, *overrides, numId=own_id), "numIdMacAtCleanup")
        return own_id

    def _insert(self, element: Element, before: str) -> None:
        """Put an element where the schema wants it: behind its like."""
        first = self._root.find(w(before))
        if first is None:
            self._root.append(element)
        else:
            first.addprevious(element)


def _highest(root: Element, name: str, key: str) -> int:
    return max((round(measure(e, key, 0)) for e in root.findall(w(name))), default=0)


def _start(level: int, start: int) -> Element:
    return make("lvlOverride", make("startOverride", val=start), ilvl=level)


def _level(level: int, kind: str, colours: Mapping[str, str]) -> Element:
    form, text, letters, left, hanging = "none", "", Lettering(), 0, 0
    if kind != NONE:
        left, hanging = (level + 1) * STEP, STEP
        form, text = "decimal", f"%{level + 1}."
    if kind not in {NONE, NUMBERS}:
        form = "bullet"
        text, colour, size, bold = SIGNS[kind] if level == 0 else SUB_SIGN
        letters = Lettering(face="Arial", bold=bold, colour=colour, size=size)
    parts = [make("start", val=1), make("numFmt", val=form)]
    if kind == NONE:
        parts.append(make("suff", val="nothing"))
    parts += [
        make("lvlText", val=text), make("lvlJc", val="left"),
        make("pPr", make("ind", left=left, hanging=hanging)),
    ]  # fmt: skip
    if kind not in {NONE, NUMBERS}:
        parts.append(make("rPr", *letters.elements(colours)))
    return make("lvl", *parts, ilvl=level)
