"""Reading any template into a Huisstijl: layouts by their type, then by what they hold."""

from dataclasses import replace
from functools import lru_cache

from lxml import etree

from voortgang.findings import Finding, FindingsError, Place
from voortgang.office.font import font_of
from voortgang.office.xml import Element
from voortgang.presentatie.regels import ONLEESBAAR
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.huisstijl import Huisstijl, Layout
from voortgang.presentatie.template.lacks import lacks
from voortgang.presentatie.template.layout import Origin, read_layout
from voortgang.presentatie.template.open import damaged, open_template
from voortgang.presentatie.template.paint.colour import NS, palette
from voortgang.presentatie.template.paint.fills import Brush, ThemePart
from voortgang.presentatie.template.paint.painting import Paint
from voortgang.presentatie.template.paint.picture import Pictures
from voortgang.presentatie.template.purposes import assign_purposes
from voortgang.presentatie.template.room import with_clear_bodies, with_legible_edges
from voortgang.presentatie.template.style import theme_faces

LEAST, MOST = 914400, 51206400  # EMU of a slide's side, as PowerPoint has it
# What python-pptx and lxml say of values that others wrote: words for numbers, what is not there.
UNREADABLE = (ValueError, KeyError, AttributeError, TypeError, IndexError, ArithmeticError,
              NotImplementedError, etree.XMLSyntaxError)  # fmt: skip


@lru_cache(maxsize=1)  # the years of one build have the same template
def read_huisstijl(content: bytes, file: str) -> tuple[Huisstijl, tuple[Finding, ...]]:
    """Read a template (.pptx or .potx) and say what it lacks.

    `file` is how findings name it. Raises FindingsError where nothing can be made with it.
    """
    try:
        return _read(content, file)
    except UNREADABLE as error:
        raise damaged(file) from error


def _read(content: bytes, file: str) -> tuple[Huisstijl, tuple[Finding, ...]]:
    deck, cut = open_template(content, file)
    width = 9144000 if deck.slide_width is None else deck.slide_width
    height = 6858000 if deck.slide_height is None else deck.slide_height
    if not (LEAST <= width <= MOST and LEAST <= height <= MOST):
        raise damaged(file)
    layouts: list[Layout] = []
    names: list[str] = []
    seen: dict[bytes, Paint] = {}
    themes = [ThemePart.of(master, seen) for master in deck.slide_masters]
    faces = [theme_faces(theme.root) for theme in themes]
    slide = Box(0, 0, width, height)
    for number, (master, theme) in enumerate(zip(deck.slide_masters, themes, strict=True)):
        mapping = _mapping(master.element, "p:clrMap")
        for source in master.slide_layouts:
            own = _mapping(source.element, "p:clrMapOvr/a:overrideClrMapping") or mapping
            brush = Brush(palette(theme.root, own), theme, Pictures(source.part, seen), slide)
            above = replace(brush, pictures=Pictures(master.part, seen))
            origin = Origin(master.element, faces[number], brush, above)
            nth = len(names)
            name = str(source.element.xpath("string(p:cSld/@name)"))
            names.append(name or f"indeling {nth + 1}")
            layout = read_layout(source.element, names[nth], origin)
            if layout is not None:
                layout = with_clear_bodies(with_legible_edges(layout))
                layouts.append(replace(layout, index=len(layouts), master=number, origin=nth))
    if not layouts:
        message = "geen enkele indeling van dit sjabloon heeft een titel"
        hint = "voeg in het diamodel een tijdelijke aanduiding voor de titel toe"
        raise FindingsError([ONLEESBAAR.at(Place(file, 1, 1), message, hint)])
    purposes, findings = assign_purposes(layouts, file)
    first = layouts[purposes["inhoud"][0]]
    huisstijl = Huisstijl(
        width=width,
        height=height,
        colours=first.colours,
        heading_font=font_of(faces[first.master]["+mj-lt"]),
        body_font=font_of(faces[first.master]["+mn-lt"]),
        layouts=tuple(layouts),
        purposes=purposes,
        names=tuple(names),
    )
    return huisstijl, (*cut, *findings, *lacks(huisstijl, file))


def _mapping(element: Element, path: str) -> dict[str, str]:
    """Read how a master or a layout maps the colours of the theme; empty where it does not."""
    found = element.find(path, NS)
    return {} if found is None else {str(key): str(value) for key, value in found.items()}
