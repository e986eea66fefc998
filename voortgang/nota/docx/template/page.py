"""The page of a template: which of its sections the nota takes, and how large its text area is."""

from dataclasses import dataclass
from typing import Any

from lxml import etree

from voortgang.nota.docx.template.look import number
from voortgang.nota.docx.xml import NAMESPACES, R, w

A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1361" w:right="1417" w:bottom="1191" '
    'w:left="1417" w:header="680" w:footer="567" w:gutter="0"/>'
)
LEAST = 2000  # twentieths of a point: a text area narrower than 3.5 cm is a slip
QUOTED = 40  # letters of a text, to know which is meant
OWN_MARK = "_Kop1"  # what a heading of a nota of this program is marked with
PICTURES = ("drawing", "pict", "object")
OUTSIDE = ("headerReference", "footerReference")


@dataclass(frozen=True, slots=True)
class Page:
    """Where text stands, in twentieths of a point; `top` and `header` from the paper's edge."""

    width: int
    height: int
    top: int
    header: int


def section_of(body: Any) -> Any:  # noqa: ANN401 -- lxml's element, untyped
    """Take the page of the last upright section, with the headers that hold there.

    A cover before it or a lying annex behind it is not what a nota is written on. A section takes
    over what it does not say itself from the one before.
    """
    sections = list(body.iter(w("sectPr")))
    if not sections:
        return etree.fromstring(f"<w:sectPr {NAMESPACES}>{A4}</w:sectPr>")
    upright = [n for n, section in enumerate(sections) if not _is_lying(section)]
    chosen = upright[-1] if upright else len(sections) - 1
    section = sections[chosen]
    have = {(e.tag, e.get(w("type"))) for e in section if e.get(f"{{{R}}}id")}
    for earlier in reversed(sections[:chosen]):
        for edge in [e for e in earlier if e.tag in map(w, OUTSIDE)]:
            if (edge.tag, edge.get(w("type"))) not in have:
                have.add((edge.tag, edge.get(w("type"))))
                section.insert(0, edge)
    for name in ("type", "cols", "sectPrChange", "printerSettings", "vAlign"):
        for element in section.findall(w(name)):
            section.remove(element)
    if section.find(w("pgSz")) is None or section.find(w("pgMar")) is None:
        _give_a4(section)
    return section


def left_out(body: Any) -> str:  # noqa: ANN401 -- lxml's element, untyped
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


def page_of(section: Any) -> Page:  # noqa: ANN401 -- lxml's element, untyped
    """Measure the text area of a section."""
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    gutter = _read(margins, "gutter", 0)
    wide = _read(size, "w", 11906) - _read(margins, "left", 1417) - _read(margins, "right", 1417)
    top, bottom = abs(_read(margins, "top", 1361)), abs(_read(margins, "bottom", 1191))
    high = _read(size, "h", 16838) - top - bottom
    return Page(max(wide - gutter, LEAST), max(high, LEAST), top, _read(margins, "header", 680))


def _is_lying(section: Any) -> bool:  # noqa: ANN401 -- lxml's element, untyped
    size = section.find(w("pgSz"))
    return size is not None and _read(size, "w", 0) > _read(size, "h", 1)


def _give_a4(section: Any) -> None:  # noqa: ANN401 -- lxml's element, untyped
    for name in ("pgSz", "pgMar"):
        for element in section.findall(w(name)):
            section.remove(element)
    before = map(w, (*OUTSIDE, "footnotePr", "endnotePr", "type"))
    at = sum(1 for element in section if element.tag in set(before))
    for offset, element in enumerate(etree.fromstring(f"<x {NAMESPACES}>{A4}</x>")):
        section.insert(at + offset, element)


def _read(element: Any, key: str, otherwise: int) -> int:  # noqa: ANN401 -- lxml's element
    return round(number(element.get(w(key)), otherwise))
