"""The page of a template: which of its sections the nota takes, and how large its text area is."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from math import inf

from voortgang.nota.docx.template.element import R, insert, make, measure, number, w
from voortgang.office.xml import Element

A4 = {"w": 11906, "h": 16838}
MARGINS = {"top": 1361, "right": 1417, "bottom": 1191, "left": 1417, "header": 680, "footer": 567,
           "gutter": 0}  # fmt: skip
MOST = 31680  # twentieths of a point: Word knows no side of a page above 22 inches
LEAST = 2000  # twentieths of a point: a text area narrower than 3.5 cm is a slip
GUTTER = 318  # 0.56 cm, likewise: between columns
BESIDE = 624  # 1.1 cm: between a text and what stands beside it
QUOTED = 40  # letters of a text, to know which is meant
OWN_MARK = "_Kop1"  # what a heading of a nota of this program is marked with
PICTURES = ("drawing", "pict", "object")
OUTSIDE = ("headerReference", "footerReference")
OWN = ("type", "cols", "sectPrChange", "printerSettings", "vAlign")  # of that text alone
BEFORE_TYPE = (*OUTSIDE, "footnotePr", "endnotePr")
BEFORE_SIZE = (*BEFORE_TYPE, "type")
BEFORE_COLUMNS = (*BEFORE_SIZE, "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType")


@dataclass(frozen=True, slots=True)
class TextArea:
    """Where text stands, in twentieths of a point; `top` and `header` from the paper's edge."""

    width: int
    height: int
    top: int
    header: int

    @classmethod
    def of(cls, section: Element) -> "TextArea":
        """Measure the text area of a section."""
        size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
        wide, high = (measure(size, key, usual) for key, usual in A4.items())
        room = {key: measure(margins, key, usual) for key, usual in MARGINS.items()}
        width = wide - room["left"] - room["right"] - room["gutter"]
        height = high - abs(room["top"]) - abs(room["bottom"])
        return cls(
            max(round(width), LEAST), max(round(height), LEAST),
            abs(round(room["top"])), round(room["header"]),
        )  # fmt: skip


def section_of(body: Element) -> Element:
    """Take the page of the last upright section, with the headers that hold there.

    A cover before it or a lying annex behind it is not what a nota is written on. A section takes
    over what it does not say itself from the one before.
    """
    sections = list(body.iter(w("sectPr")))
    upright = [n for n, section in enumerate(sections) if not _is_lying(section)]
    chosen = upright[-1] if upright else len(sections) - 1
    section = deepcopy(sections[chosen]) if sections else make("sectPr")
    have = {(edge.tag, edge.get(w("type"))) for edge in section}
    for earlier in reversed(sections[: max(chosen, 0)]):
        for edge in earlier.iterchildren(*map(w, OUTSIDE)):
            if (edge.tag, edge.get(w("type"))) not in have:
                have.add((edge.tag, edge.get(w("type"))))
                section.insert(0, deepcopy(edge))
    for element in section.findall("*"):
        if element.tag in map(w, OWN):
            section.remove(element)
    if not _is_sound(section):
        for element in [*section.iterchildren(w("pgSz"), w("pgMar"))]:
            section.remove(element)
        insert(section, make("pgMar", **MARGINS), BEFORE_SIZE)
        insert(section, make("pgSz", **A4), BEFORE_SIZE)
    return section


def turned(page: Element) -> Element:
    """Lay a page on its side; its margins stay where a reader sees them."""
    section = deepcopy(page)
    size = section.find(w("pgSz"))
    if size is not None and not _is_lying(section):
        sides = {name: size.get(w(name), str(usual)) for name, usual in A4.items()}
        size.attrib.update({w("w"): sides["h"], w("h"): sides["w"], w("orient"): "landscape"})
    return section


def section_with(
    page: Element, columns: int, widths: Sequence[int], *, first: bool, new_page: bool
) -> Element:
    """Give a section on the page of a template; only the first has its headers and footers.

    Columns are equal, unless `widths` gives that of each, and the room to the next. It begins
    where the one before it ends, or on a new page.
    """
    section = deepcopy(page)
    for element in section.findall("*") if not first else ():
        if element.get(f"{R}id") or element.tag in {w("titlePg"), w("pgNumType")}:
            section.remove(element)
    insert(
        section, make("type", val="nextPage" if first or new_page else "continuous"), BEFORE_TYPE
    )
    shape = {"num": columns, "space": GUTTER} if columns > 1 else {}
    insert(section, make("cols", **shape) if not widths else _unequal(widths), BEFORE_COLUMNS)
    return section


def _unequal(widths: Sequence[int]) -> Element:
    """Write columns of these widths, with the wide gutter between them."""
    apart = [BESIDE] * (len(widths) - 1) + [0]
    each = [make("col", w=wide, space=room) for wide, room in zip(widths, apart, strict=True)]
    return make("cols", *each, num=len(widths), equalWidth=0)


def left_out(body: Element) -> str:
    """Name what stands on the pages of a template and stays out of a nota; empty for nothing.

    A nota that this program made may serve as template: everybody expects its text to go.
    """
    if any(mark.get(w("name")) == OWN_MARK for mark in body.iter(w("bookmarkStart"))):
        return ""
    for paragraph in body.iter(w("p")):
        text = " ".join("".join(t.text or "" for t in paragraph.iter(w("t"))).split())
        if text:
            return f"tekst ('{text if len(text) <= QUOTED else text[: QUOTED - 1] + '…'}')"
    return "een beeld" if next(body.iter(*map(w, PICTURES)), None) is not None else ""


def _is_lying(section: Element) -> bool:
    size = section.find(w("pgSz"))
    return measure(size, "w", 0) > measure(size, "h", 1)


def _is_sound(section: Element) -> bool:
    """Tell whether page and margins are there, in numbers that a page can have."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return False
    sides = (measure(size, key, 0) for key in A4)
    edges = (number(margins.get(w(key), "0"), inf) for key in MARGINS)
    return all(LEAST <= side <= MOST for side in sides) and all(abs(e) <= MOST for e in edges)
