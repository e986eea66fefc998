"""What a deck needs and python-pptx has no word for; each with its reason, and nothing else."""

import io
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from itertools import chain, count, groupby
from xml.sax.saxutils import escape

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package
from pptx.parts.image import ImagePart
from pptx.parts.slide import SlidePart
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import Slide, SlideLayout
from pptx.util import Emu

from voortgang.office.drawingml import XmlElement, solid, speak
from voortgang.office.ink import Colour
from voortgang.office.made import LANGUAGE
from voortgang.office.xml import A, P, R, legal
from voortgang.office.zip import timeless
from voortgang.presentatie.slides import Box, Deck
from voortgang.presentatie.slides import Slide as Planned

HEAD = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
NO_GRID = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own table style without lines
SPACE = uuid.UUID("7d3f6f0e-5a0c-5b1a-9d53-0a8f0a1f6f2a")  # of the sections' ids
NO_DATE = datetime(2020, 1, 1, tzinfo=UTC)  # where the report has no date: never the clock's
FIRST_SLIDE = 255  # and one is the least id that a slide may have
LONGEST = 255  # characters of a property, for python-pptx and PowerPoint alike
TITLES = ("title", "ctrTitle")
PICTURED = PP_PLACEHOLDER.SLIDE_IMAGE
# What a placeholder may say: python-pptx copies no other.
SAID = {
    "type": {None, *(kind.xml_value for kind in PP_PLACEHOLDER)},
    "orient": {None, "horz", "vert"},
    "sz": {None, "full", "half", "quarter"},
}
MOST_NUMBER = 2**32 - 1


def count_parts(deck: Presentation) -> None:
    """Let new parts be numbered by counting: python-pptx walks all there are for each of them."""
    package = deck.part.package
    taken = {part.partname for part in package.iter_parts()}
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(1))

    def next_partname(pattern: str) -> PackURI:
        names = (PackURI(pattern % number) for number in numbers[pattern])
        return next(name for name in names if name not in taken)

    vars(package)["next_partname"] = next_partname


def add_slides(deck: Presentation, layouts: Iterable[SlideLayout]) -> list[Slide]:
    """Add a slide of each layout, without its placeholders: most would be taken off again.

    For each, python-pptx goes through all that there are: 2,000 would take four times as long.
    """
    listing, package, slides = deck.slides.element, deck.part.package, []
    for number, layout in enumerate(layouts, 1):
        name = package.next_partname("/ppt/slides/slide%d.xml")
        part = SlidePart.new(name, package, layout.part)
        rid = deck.part.rels._add_relationship(RT.SLIDE, part)  # noqa: SLF001 -- see above
        etree.SubElement(listing, f"{P}sldId", {"id": str(FIRST_SLIDE + number), f"{R}id": rid})
        slides.append(part.slide)
    return slides


def complete(deck: Presentation) -> None:
    """Give all text styles the language, and PowerPoint the part that it else wants to repair."""
    layouts = (layout for master in deck.slide_masters for layout in master.slide_layouts)
    for one in (deck, *deck.slide_masters, *layouts):
        speak(one.element)
    if not any(rel.reltype == RT.VIEW_PROPS for rel in deck.part.rels.values()):
        view = HEAD + f'<p:viewPr xmlns:p="{P[1:-1]}"/>'.encode()
        part = _part(deck, "/ppt/viewProps.xml", CT.PML_VIEW_PROPS, view)
        deck.part.relate_to(part, RT.VIEW_PROPS)


def settle_notes(deck: Presentation) -> None:
    """Let the notes' master speak the language, and be listed: python-pptx only adds its part.

    One that python-pptx brings along gets the theme of the deck, where that is all of it, and a
    picture of the slide in the slide's own proportion.
    """
    brought = not any(rel.reltype == RT.NOTES_MASTER for rel in deck.part.rels.values())
    master = deck.notes_master
    speak(master.element)
    if deck.element.find(f"{P}notesMasterIdLst") is None:
        listing = deck.element.makeelement(f"{P}notesMasterIdLst")
        deck.element.find(f"{P}sldMasterIdLst").addnext(listing)
        rid = deck.part.relate_to(master.part, RT.NOTES_MASTER)
        etree.SubElement(listing, f"{P}notesMasterId", {f"{R}id": rid})
    if not brought:
        return
    places = (shape for shape in master.shapes if shape.is_placeholder)
    shown = next(shape for shape in places if shape.placeholder_format.type == PICTURED)
    width = shown.height * (deck.slide_width or 1) // (deck.slide_height or 1)
    shown.left, shown.width = Emu(shown.left + (shown.width - width) // 2), Emu(width)
    themes = deck.slide_masters[0].part.rels.values()
    theme = next(rel.target_part for rel in themes if rel.reltype == RT.THEME)
    if not theme.rels:
        own = master.part.part_related_by(RT.THEME)
        master.part.rels.pop(master.part.relate_to(own, RT.THEME))
        master.part.relate_to(_part(deck, own.partname, CT.OFC_THEME, theme.blob), RT.THEME)


def _part(deck: Presentation, name: str, content_type: str, content: bytes) -> Part:
    return Part(PackURI(name), content_type, deck.part.package, content)


def list_sections(deck: Presentation, planned: Sequence[Planned]) -> None:
    """Put the slides in sections, where any of them names one."""
    if not any(slide.section for slide in planned):
        return
    root = deck.element
    extensions = root.find(f"{P}extLst")
    if extensions is None:
        extensions = etree.SubElement(root, f"{P}extLst")
    extension = etree.Element(f"{P}ext", uri=SECTIONS)
    extensions.insert(0, extension)
    listing = etree.SubElement(extension, f"{{{P14}}}sectionLst", nsmap={"p14": P14})
    pairs = zip(planned, root.iter(f"{P}sldId"), strict=True)
    for number, (name, group) in enumerate(groupby(pairs, key=lambda pair: pair[0].section)):
        members = list(group)
        title = legal(name or members[0][0].title)
        key = str(uuid.uuid5(SPACE, f"{number} {title}")).upper()
        section = etree.SubElement(listing, f"{{{P14}}}section", name=title, id=f"{{{key}}}")
        slides = etree.SubElement(section, f"{{{P14}}}sldIdLst")
        for _, listed in members:
            etree.SubElement(slides, f"{{{P14}}}sldId", id=listed.get("id"))


def count_shapes(tree: XmlElement) -> None:
    """Count what stands on a slide, in reading order: copies have the number of their mould."""
    for number, properties in enumerate(tree.iter(f"{P}cNvPr"), 1):
        properties.set("id", str(number))


def move(shape: BaseShape, box: Box) -> None:
    """Place a copy."""
    element: XmlElement = shape.element
    start, size = element.find(f"{P}spPr/{A}xfrm")
    start.attrib.update({"x": str(box.x), "y": str(box.y)})
    size.attrib.update({"cx": str(box.width), "cy": str(box.height)})


def holders_of(layout: SlideLayout) -> dict[int, LayoutPlaceholder]:
    """Give the placeholders of a layout by their number, the title first where it is shared."""
    holders: dict[int, LayoutPlaceholder] = {}
    root: XmlElement = layout.element
    for place in sorted(root.iter(f"{P}ph"), key=lambda place: place.get("type") not in TITLES):
        number, shape = place.get("idx", "0"), next(place.iterancestors(f"{P}sp"), None)
        sound = all(place.get(attribute) in values for attribute, values in SAID.items())
        if shape is not None and sound and number.isdecimal() and int(number) <= MOST_NUMBER:
            holders.setdefault(int(number), LayoutPlaceholder(shape, layout))
    return holders


def follow_colours(slide: Slide) -> None:
    """Map colours as the layout does: a slide that follows the master there would vanish in it."""
    own = slide.slide_layout.element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    if own is not None:
        slide.element.find(f"{P}clrMapOvr")[:] = [deepcopy(own)]


def name(shape: BaseShape, text: str, alt: str | None = None) -> None:
    """Name a shape, with its alternative text: python-pptx writes the name of a file there."""
    properties = _properties(shape)
    properties.set("name", legal(text))
    if alt is not None:
        properties.set("descr", legal(alt))


def decorate(shape: BaseShape) -> None:
    """Make a drawn thing decorative: without the text, look and shadow that python-pptx adds."""
    for tag in ("style", "txBody"):
        for extra in shape.element.findall(P + tag):
            shape.element.remove(extra)
    extensions = etree.SubElement(_properties(shape), f"{A}extLst")
    extension = etree.SubElement(extensions, f"{A}ext", uri=DECORATIVE)
    etree.SubElement(extension, f"{{{ADEC}}}decorative", val="1", nsmap={"adec": ADEC})


def _properties(shape: BaseShape) -> XmlElement:
    element: XmlElement = shape.element
    return element[0].find(f"{P}cNvPr")


def draw_dots(shape: BaseShape, box: Box, dots: Iterable[Box]) -> None:
    """Make a shape a field of dots, one thing to move or to remove: freeforms know no arcs."""
    element: XmlElement = shape.element
    look = element.find(f"{P}spPr")
    form = look.makeelement(f"{A}custGeom")
    look.replace(look.find(f"{A}prstGeom"), form)
    for tag in ("avLst", "gdLst", "ahLst", "cxnLst"):
        etree.SubElement(form, A + tag)
    etree.SubElement(form, f"{A}rect", l="0", t="0", r="r", b="b")
    paths = etree.SubElement(form, f"{A}pathLst")
    path = etree.SubElement(paths, f"{A}path", w=str(box.width), h=str(box.height))
    for dot in dots:
        start, middle = dot.x - box.x, dot.y - box.y + dot.height // 2
        move = etree.SubElement(path, f"{A}moveTo")
        etree.SubElement(move, f"{A}pt", x=str(start), y=str(middle))
        round_ = {"wR": str(dot.width // 2), "hR": str(dot.height // 2)}
        etree.SubElement(path, f"{A}arcTo", round_, stAng="10800000", swAng="21600000")
        etree.SubElement(path, f"{A}close")


def border(cell: XmlElement, sides: Collection[str], width: int, ink: Colour) -> None:
    """Draw lines of `width` EMU at some sides (L, R, T, B) of a cell: python-pptx has none."""
    look = cell.find(f"{A}tcPr")
    for place, side in enumerate("LRTB"):
        line = look.makeelement(f"{A}ln{side}")
        look.insert(place, line)
        if side in sides:
            line.set("w", str(width))
            solid(line, ink)
        else:
            etree.SubElement(line, f"{A}noFill")


def without_grid(table: BaseShape) -> None:
    """Give a table the style that draws no lines: python-pptx gives all the same one."""
    element: XmlElement = table.element
    element.find(f".//{A}tableStyleId").text = NO_GRID


def add_picture(slide: Slide, content: bytes, *place: Emu) -> BaseShape:
    """Add a picture; python-pptx refuses the JPEGs of many phones, which hold more than one."""
    try:
        return slide.shapes.add_picture(io.BytesIO(content), *place)
    except ValueError:
        name = slide.part.package.next_image_partname("jpg")
        part = ImagePart(name, CT.JPEG, slide.part.package, content)
        slide.part.relate_to(part, RT.IMAGE)
        return slide.shapes.add_picture(io.BytesIO(content), *place)


def save(deck: Presentation, planned: Deck, date: datetime | None) -> bytes:
    """Write the file, with nothing in it of the moment or of who made the template.

    python-pptx keeps the template's properties, dates those of its own by the clock, stamps each
    part of the zip, and knows no extended properties.
    """
    made = io.BytesIO()
    package = Package(made)
    package.relate_to(deck.part, RT.OFFICE_DOCUMENT)
    core, moment = package.core_properties, (date or NO_DATE).astimezone(UTC).replace(tzinfo=None)
    core.title, core.subject, core.author, core.last_modified_by = (
        legal(text)[:LONGEST]
        for text in (planned.title, planned.subject, planned.author, planned.author)
    )
    core.language = LANGUAGE
    core.created = core.modified = moment
    notes = sum(bool(slide.notes) for slide in planned.slides)
    app = (
        f'<Properties xmlns="{APP}"><Slides>{len(planned.slides)}</Slides><Notes>{notes}</Notes>'
        f"<Company>{escape(legal(planned.author))}</Company></Properties>"
    )
    part = _part(deck, "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, HEAD + app.encode())
    package.relate_to(part, RT.EXTENDED_PROPERTIES)
    _tell_apart(package)
    package.save(made)
    return timeless(made.getvalue())


def _tell_apart(package: Package) -> None:
    """Give each part a name of its own: a template may have called any of its parts as ours are."""
    taken: set[str] = set()
    for part in package.iter_parts():
        more = (PackURI(f"/ppt/extra/deel{n}.{part.partname.ext}") for n in count(1))
        part.partname = next(n for n in chain((part.partname,), more) if n.casefold() not in taken)
        taken.add(part.partname.casefold())
