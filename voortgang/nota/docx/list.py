"""Numbering definitions: one for each kind of list, one instance for each numbered list."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from voortgang.nota.docx.template.look import number
from voortgang.nota.docx.template.styles import DONE, INK, PLANNED, QUIET
from voortgang.nota.docx.xml import NAMESPACES, w

LEVELS = 9
STEP = 255  # 0.45 cm, in twentieths of a point
# Sign, colour and what more it takes to make the two circles optically equal.
SIGNS = {
    "realisaties": ("●", DONE, '<w:sz w:val="20"/>'),
    "planning": ("○", PLANNED, '<w:b/><w:sz w:val="22"/>'),
    "overig": ("●", QUIET, '<w:sz w:val="20"/>'),
    "lijst": ("●", INK, '<w:sz w:val="18"/>'),
}
SUB_SIGN = ("–", QUIET, '<w:sz w:val="20"/>')


class Numbering:
    """Hands out the ids of lists, and adds to a template's numbering what they need."""

    def __init__(self, root: Any, colours: Mapping[str, str]) -> None:  # noqa: ANN401 -- lxml
        self._root = root
        self._colours = colours
        self._abstract = _highest(root, "abstractNum", "abstractNumId") + 1
        self._num = _highest(root, "num", "numId") + 1
        self._kinds: dict[str, int] = {}
        self._bullets: dict[str, int] = {}

    def bullets(self, kind: str) -> int:
        """Give the list of bullets of a kind: a role, or `lijst`."""
        if kind not in self._bullets:
            self._bullets[kind] = self._instance(kind, "")
        return self._bullets[kind]

    def none(self) -> int:
        """Give a list that shows nothing: it takes away the number that a style brings."""
        return self.bullets("geen")

    def indent(self, num: str) -> int:
        """Tell how far in the text of a list of the template stands, in twentieths of a point."""
        found = self._abstract_of(num)
        path = f"{w('lvl')}/{w('pPr')}/{w('ind')}"
        shape = None if found is None else found.find(path)
        left = None if shape is None else shape.get(w("left")) or shape.get(w("start"))
        return round(number(left, STEP))

    def counting_on(self, num: str, start: int) -> int:
        """Give a list that looks as the template's own `num`, but counts from `start`."""
        found = self._abstract_of(num)
        if found is None:
            return self.numbered(start, 0)
        self._kinds[f"eigen {num}"] = int(found.get(w("abstractNumId")))
        return self._instance(f"eigen {num}", _start(0, start))

    def _abstract_of(self, num: str) -> Any:  # noqa: ANN401 -- lxml's element or None, untyped
        for instance in self._root.findall(w("num")):
            pointer = instance.find(w("abstractNumId"))
            if instance.get(w("numId")) == num and pointer is not None:
                wanted = pointer.get(w("val"))
                for abstract in self._root.findall(w("abstractNum")):
                    if abstract.get(w("abstractNumId")) == wanted:
                        return abstract
        return None

    def numbered(self, start: int, level: int) -> int:
        """Give a list that counts from `start` at its level."""
        return self._instance("nummers", _start(level, start))

    def _instance(self, kind: str, override: str) -> int:
        if kind not in self._kinds:
            self._kinds[kind] = self._abstract
            first = self._root.find(w("num"))
            element = _element(_definition(self._abstract, kind, self._colours))
            if first is None:
                self._root.append(element)
            else:
                first.addprevious(element)
            self._abstract += 1
        own_id = self._num
        self._num += 1
        num = _element(
            f'<w:num w:numId="{own_id}"><w:abstractNumId w:val="{self._kinds[kind]}"/>'
            f"{override}</w:num>"
        )
        last = self._root.findall(w("num"))
        if last:
            last[-1].addnext(num)
        else:
            self._root.findall(w("abstractNum"))[-1].addnext(num)
        return own_id


def _highest(root: Any, name: str, key: str) -> int:  # noqa: ANN401 -- lxml's element, untyped
    return max((int(e.get(w(key), "0")) for e in root.findall(w(name))), default=0)


def _element(xml: str) -> Any:  # noqa: ANN401 -- lxml's element, untyped
    return etree.fromstring(f"<x {NAMESPACES}>{xml}</x>")[0]


def _start(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _definition(abstract: int, kind: str, colours: Mapping[str, str]) -> str:
    levels = "".join(_level(level, kind, colours) for level in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{abstract}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(level: int, kind: str, colours: Mapping[str, str]) -> str:
    if kind == "geen":
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="none"/>'
            '<w:suff w:val="nothing"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/><w:pPr>'
            '<w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        )
    if kind == "nummers":
        form, text, dress = "decimal", f"%{level + 1}.", ""
    else:
        sign, colour, more = SIGNS[kind] if level == 0 else SUB_SIGN
        form, text = "bullet", sign
        bold, size = ("<w:b/>", more.removeprefix("<w:b/>")) if "<w:b/>" in more else ("", more)
        dress = (
            '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
            f'{bold}<w:color w:val="{colours.get(colour, colour)}"/>{size}'
        )
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{(level + 1) * STEP}" w:hanging="{STEP}"/></w:pPr>'
        f"{f'<w:rPr>{dress}</w:rPr>' if dress else ''}</w:lvl>"
    )
