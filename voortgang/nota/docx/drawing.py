"""Drawings in the text, with their words for who does not see them."""

from docx.oxml.shape import CT_Inline
from docx.shared import Length
from lxml import etree

from voortgang.content.beeld import Beeld
from voortgang.nota.docx.template import package
from voortgang.nota.docx.template.element import WP, A, R, flat, make
from voortgang.nota.docx.template.read import WordTemplate
from voortgang.office.xml import Element

PIXEL = 9525  # EMU, at 96 to the inch
TWIP = 635  # EMU in a twentieth of a point
HIGHEST = 0.6  # of the page: the words around it want some room too
NAMES = {"a": A[1:-1], "wp": WP[1:-1], "r": R[1:-1]}


def drawing(shown: Element, named: dict[str, str], size: dict[str, str]) -> Element:
    """Write the run that shows something that is no picture; `size` is its cx and cy in EMU."""
    inline = etree.Element(
        f"{WP}inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"), NAMES
    )
    etree.SubElement(inline, f"{WP}extent", size)
    etree.SubElement(inline, f"{WP}docPr", named)
    etree.SubElement(inline, f"{WP}cNvGraphicFramePr")
    graphic = etree.SubElement(inline, f"{A}graphic")
    kind = etree.QName(shown).namespace or ""
    etree.SubElement(graphic, f"{A}graphicData", uri=kind).append(shown)
    return make("r", make("drawing", inline))


def named(kind: str, number: int, alt: str) -> dict[str, str]:
    """Give a drawing its number, name and words."""
    return {"id": str(number), "name": f"{kind} {number}", "descr": flat(alt)}


def picture(template: WordTemplate, beeld: Beeld, number: int, alt: str) -> Element:
    """Add a picture to the package and write the run that shows it.

    As large as it is at 96 pixels to the inch, but no wider than the text nor higher than most of
    the page.
    """
    wide, high = beeld.width * PIXEL, beeld.height * PIXEL
    room = template.area.width * TWIP / wide, template.area.height * TWIP * HIGHEST / high
    share = min(1.0, *room)
    size = (Length(max(round(side * share), 1)) for side in (wide, high))
    rid = package.add_picture(template.document, beeld.content, beeld.kind)
    about = named("Beeld", number, alt)
    inline = CT_Inline.new_pic_inline(number, rid, about["name"], *size)
    for key, value in about.items():
        inline.docPr.set(key, value)
    return make("r", make("drawing", inline))
