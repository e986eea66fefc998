"""Numbering definitions: one for each kind of list, one instance for each numbered list."""

from typing import Any

from lxml import etree

from voortgang.nota.docx_xml import NAMESPACES, w
from voortgang.nota.word_styles import DONE, INK, PLANNED, QUIET

LEVELS = 9
STEP = 340  # 0.6 cm, in twentieths of a point
SIGNS = {
    "realisaties": ("●", DONE, 16),
    "planning": ("○", PLANNED, 20),
    "overig": ("●", QUIET, 16),
    "lijst": ("●", INK, 14),
}


class Numbering:
    """Hands out the ids of lists, and adds to a template's numbering what they need."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401 -- lxml's element, untyped
        self._root = root
        self._abstract = _highest(root, "abstractNum", "abstractNumId") + 1
        self._num = _highest(root, "num", "numId") + 1
        self._kinds: dict[str, int] = {}
        self._bullets: dict[str, int] = {}

    def bullets(self, kind: str) -> int:
        """Give the list of bullets of a kind: a role, or `lijst`."""
        if kind not in self._bullets:
            self._bullets[kind] = self._instance(kind, "")
        return self._bullets[kind]

    def numbered(self, start: int, level: int) -> int:
        """Give a list that counts from `start` at its level."""
        override = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        return self._instance("nummers", override)

    def _instance(self, kind: str, override: str) -> int:
        if kind not in self._kinds:
            self._kinds[kind] = self._abstract
            first = self._root.find(w("num"))
            element = _element(_definition(self._abstract, kind))
            if first is None:
                self._root.append(element)
            else:
                first.addprevious(element)
            self._abstract += 1
        number = self._num
        self._num += 1
        num = _element(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self._kinds[kind]}"/>'
            f"{override}</w:num>"
        )
        last = self._root.findall(w("num"))
        if last:
            last[-1].addnext(num)
        else:
            self._root.findall(w("abstractNum"))[-1].addnext(num)
        return number


def _highest(root: Any, name: str, key: str) -> int:  # noqa: ANN401 -- lxml's element, untyped
    return max((int(e.get(w(key), "0")) for e in root.findall(w(name))), default=0)


def _element(xml: str) -> Any:  # noqa: ANN401 -- lxml's element, untyped
    return etree.fromstring(f"<x {NAMESPACES}>{xml}</x>")[0]


def _definition(number: int, kind: str) -> str:
    levels = "".join(_level(level, kind) for level in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _level(level: int, kind: str) -> str:
    if kind == "nummers":
        form, text, dress = "decimal", f"%{level + 1}.", f'<w:color w:val="{INK}"/>'
    else:
        sign, colour, size = SIGNS[kind] if level == 0 else ("–", QUIET, 20)
        form, text = "bullet", sign
        dress = (
            '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
            f'<w:color w:val="{colour}"/><w:sz w:val="{size}"/>'
        )
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{(level + 1) * STEP}" w:hanging="{STEP}"/></w:pPr>'
        f"<w:rPr>{dress}</w:rPr></w:lvl>"
    )
