"""Writing a deck into a template: native PowerPoint, the same bytes on every machine."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from voortgang.office.charts import Letters, chart_part, chart_workbook
from voortgang.office.xml import attribute, words
from voortgang.presentatie.pptx.document import complete, describe, list_slides, speak
from voortgang.presentatie.pptx.notes import EMPTY_GROUP, Notes
from voortgang.presentatie.pptx.package import HEAD, NS, XMLNS, DeckPackage
from voortgang.presentatie.pptx.shapes import (
    chart_xml,
    edge_xml,
    picture_xml,
    shape_xml,
    table_xml,
    text_xml,
)
from voortgang.presentatie.pptx.text import Setting
from voortgang.presentatie.slides import Chart, Deck, Element, PictureBox, Shape, Slide, TextBox
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout

SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # the field's id, the same everywhere
BODY_FACE = "+mn-lt"  # what a box of its own is measured with; a template may prefer another
PICTURES = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpeg"), (b"GIF8", "gif"))


def write_deck(deck: Deck, huisstijl: Huisstijl, template: bytes, date: datetime | None) -> bytes:
    """Write every slide of `deck` into `template`, whose example slides are left out.

    `huisstijl` is what was read from that same template. `date` is what the file carries.
    """
    package = DeckPackage(template)
    slides = [
        package.add(f"/ppt/slides/slide{number}.xml", CT.PML_SLIDE)
        for number in range(1, len(deck.slides) + 1)
    ]
    relations = [package.relate(package.main, RT.SLIDE, part) for part in slides]
    notes = Notes(package, deck.language)
    media: dict[str, Any] = {}
    for number, (slide, part) in enumerate(zip(deck.slides, slides, strict=True), 1):
        writer = SlideWriter(package, huisstijl, part, slides, media, deck.language)
        part.blob = writer.write(slide, number).encode()
        if slide.notes:
            notes.add(part, number, slide.notes)
    list_slides(package, relations, deck.slides)
    describe(package, deck, date)
    complete(package)
    speak(package, deck.language)
    return package.save()


class SlideWriter:
    """Writes one slide: its elements in order, with the relationships that they need."""

    def __init__(  # noqa: PLR0913, PLR0917 -- a slide lives among all of these
        self, package: DeckPackage, huisstijl: Huisstijl, part: Any, slides: Sequence[Any],  # noqa: ANN401 -- parts, untyped
        media: dict[str, Any], language: str,
    ) -> None:  # fmt: skip
        self._package = package
        self._huisstijl = huisstijl
        self._part = part
        self._slides = slides
        self._media = media
        self._language = language
        self._links: dict[str | int, str] = {}

    def write(self, slide: Slide, number: int) -> str:
        """Give the slide's XML; shapes are numbered from 2 in reading order."""
        layout = self._huisstijl.layouts[slide.layout]
        origin = layout.index if layout.source is None else layout.source
        source = self._package.layouts[origin]
        self._package.relate(self._part, RT.SLIDE_LAYOUT, source)
        holders = _holders(source)
        areas = {area.idx: area for area in _areas(layout) if area.idx in holders}
        shapes = [
            self._element(n, element, layout, areas, holders)
            for n, element in enumerate(slide.elements, 2)
        ]
        shapes += self._edges(len(shapes) + 2, slide, layout, holders, number)
        return (
            f"{HEAD}<p:sld {XMLNS}><p:cSld><p:spTree>{EMPTY_GROUP}{''.join(shapes)}</p:spTree>"
            f"</p:cSld>{_colour_map(source)}</p:sld>"
        )

    def _element(
        self, n: int, element: Element, layout: Layout, areas: dict[int, Area],
        holders: dict[int, str],
    ) -> str:  # fmt: skip
        if isinstance(element, TextBox):
            area = None if element.placeholder is None else areas.get(element.placeholder)
            holder = holders[area.idx] if area else ""
            spacing = area.levels[0].line_spacing if area else 1.0
            face = None if area else BODY_FACE
            setting = Setting(self._language, self._link, spacing, face)
            return text_xml(n, element, area, holder, setting)
        if isinstance(element, Shape):
            return shape_xml(n, element)
        if isinstance(element, Chart):
            return chart_xml(n, element, self._chart(element, layout))
        if isinstance(element, PictureBox):
            return picture_xml(n, element, self._picture(element))
        return table_xml(n, element, Setting(self._language, self._link, face=BODY_FACE))

    def _link(self, target: str | int) -> str:
        if target not in self._links:
            relate = self._package.relate
            self._links[target] = (
                relate(self._part, RT.SLIDE, self._slides[target])
                if isinstance(target, int)
                else relate(self._part, RT.HYPERLINK, target, external=True)
            )
        return self._links[target]

    def _chart(self, chart: Chart, layout: Layout) -> str:
        package = self._package
        book = package.add(
            "/ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx",
            CT.SML_SHEET,
            chart_workbook(chart.cijfer),
        )
        part = package.add("/ppt/charts/chart{}.xml", CT.DML_CHART)
        rid = package.relate(part, RT.PACKAGE, book)
        letters = Letters(chart.size, self._language, chart.ink, layout.colours, chart.grounds)
        look = (chart.labels, chart.most, chart.gap)
        xml = chart_part(chart.cijfer, letters, chart.box.width, rid, *look)
        part.blob = xml.encode()
        return package.relate(self._part, RT.CHART, part)

    def _picture(self, picture: PictureBox) -> str:
        key = sha256(picture.content).hexdigest()
        if key not in self._media:
            ending = next((e for head, e in PICTURES if picture.content.startswith(head)), "png")
            name = f"/ppt/media/beeld{{}}.{ending}"
            self._media[key] = self._package.add(name, f"image/{ending}", picture.content)
        return self._package.relate(self._part, RT.IMAGE, self._media[key])

    def _edges(
        self, first: int, slide: Slide, layout: Layout, holders: dict[int, str], number: int
    ) -> list[str]:
        """Take over footer and slide number, which a slide does not get from its layout.

        First and last slide have none.
        """
        if layout.type == "title":
            return []
        shown = []
        if slide.footer and layout.footer and layout.footer.idx in holders:
            shown.append(
                (
                    "Voettekst",
                    layout.footer,
                    slide.footer_ink,
                    f"<a:r>{{}}<a:t>{words(slide.footer)}</a:t></a:r>",
                )
            )
        if layout.number and layout.number.idx in holders:
            field = f'<a:fld id="{SLIDE_NUMBER}" type="slidenum">{{}}<a:t>{number}</a:t></a:fld>'
            shown.append(("Dianummer", layout.number, slide.number_ink, field))
        return [
            edge_xml(n, name, area, holders[area.idx], text, self._language, ink)
            for n, (name, area, ink, text) in enumerate(shown, first)
        ]


def _colour_map(source: Any) -> str:  # noqa: ANN401 -- a layout's part, untyped
    """Map colours as the layout does: a slide that follows the master there would vanish in it."""
    own = source._element.find("p:clrMapOvr/a:overrideClrMapping", NS)  # noqa: SLF001 -- as above
    inner = "<a:masterClrMapping/>"
    if own is not None:
        inner = f"<a:overrideClrMapping {' '.join(f'{k}={attribute(v)}' for k, v in own.items())}/>"
    return f"<p:clrMapOvr>{inner}</p:clrMapOvr>"


def _areas(layout: Layout) -> list[Area]:
    named = (layout.title, layout.subtitle, *layout.bodies, *layout.headings)
    return [area for area in named if area is not None]


def _holders(source: Any) -> dict[int, str]:  # noqa: ANN401 -- a layout's part, untyped
    """Give, for each placeholder of a layout, the p:ph with which a slide refers to it."""
    kept = ("type", "orient", "sz", "idx")
    found: dict[int, str] = {}
    holders = list(source._element.iterfind("p:cSld/p:spTree//p:nvPr/p:ph", NS))  # noqa: SLF001 -- python-pptx has no public name for it
    holders.sort(key=lambda ph: ph.get("type") not in {"title", "ctrTitle"})  # as the reader does
    for ph in holders:
        look = "".join(f' {name}="{ph.get(name)}"' for name in kept if ph.get(name) is not None)
        found.setdefault(int(ph.get("idx", "0")), f"<p:ph{look}/>")
    return found
