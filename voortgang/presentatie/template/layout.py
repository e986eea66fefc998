"""Reading one layout: its placeholders as areas that can be filled, and what it draws."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from voortgang.office.font import font_of
from voortgang.office.xml import Element
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.huisstijl import Area, Kind, Layout
from voortgang.presentatie.template.paint.colour import NS, Palette
from voortgang.presentatie.template.paint.drawings import (
    YES,
    box_of,
    boxes,
    fill_of,
    ground_of,
    patches,
)
from voortgang.presentatie.template.paint.fills import Brush, fill_in
from voortgang.presentatie.template.paint.painting import Flat, Paint, Painting, Patch, placed
from voortgang.presentatie.template.style import frame_of, text_style

KINDS: dict[str, Kind] = {
    "title": "title", "ctrTitle": "title", "subTitle": "subtitle", "body": "body", "obj": "body",
    "ftr": "footer", "sldNum": "number",
}  # fmt: skip
# The placeholder of the master that one of a layout inherits from.
MASTER_TYPE = {"ctrTitle": "title", "ftr": "ftr", "sldNum": "sldNum", "dt": "dt", "title": "title"}
LEAST_BODY = 0.22  # of the slide's height: a lower text placeholder is a caption, not a body
NOT_A_PLACEHOLDER = 1_000_000  # from here on idx is only a name: text gets a box of its own
HEADING_SHARE = 0.4  # of the body's height at most is that of the heading above it


@dataclass(frozen=True, slots=True)
class Origin:
    """What a layout inherits from: its master, the theme's typefaces; how both are painted."""

    master: Element
    faces: dict[str, str]
    own: Brush
    above: Brush


def read_layout(element: Element, name: str, origin: Origin) -> Layout | None:
    """Read a layout (`p:sldLayout`); None for one without a title."""
    ground = _ground(element, origin)
    behind = [(element, replace(origin.own, ground=ground))]
    if element.get("showMasterSp") not in {"0", "false"}:
        behind.insert(0, (origin.master, replace(origin.above, ground=ground)))
    shapes = element.findall("p:cSld/p:spTree//p:sp", NS)
    areas = [area for shape in shapes if (area := _area(shape, origin, ground)) is not None]
    layout = _layout(name, element.get("type"), _told_apart(areas), origin)
    if layout is None:
        return None
    drawn = [patch for part, brush in behind for patch in patches(part, brush)]
    return replace(
        layout,
        drawn=tuple(box for part, _ in behind for box in boxes(part, origin.own.slide)),
        painting=Painting((Patch(origin.own.slide, ground), *drawn)),
        colours=origin.own.palette.colours,
    )


def _ground(element: Element, origin: Origin) -> Paint:
    """Give the paint of a slide's ground: the layout's own, else its master's, else the theme's."""
    light = Flat((origin.own.palette.tone("lt1"),))
    for part, brush in ((element, origin.own), (origin.master, origin.above)):
        ground = part.find("p:cSld/p:bg", NS)
        if ground is not None:
            return ground_of(ground, brush) or light
    return light


def _told_apart(areas: Sequence[Area]) -> list[Area]:
    """Keep the number of a placeholder for one area; what shares it is no placeholder to us.

    Other programs leave the numbers out, so that title and bodies are all number 0.
    """
    taken = {area.idx for area in areas if area.kind == "title"}
    out: list[Area] = []
    for n, area in enumerate(areas):
        shared = area.kind != "title" and area.idx in taken
        out.append(replace(area, idx=NOT_A_PLACEHOLDER + n) if shared else area)
        taken.add(area.idx)
    return out


def _area(shape: Element, origin: Origin, ground: Paint) -> Area | None:
    holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
    if holder is None:
        return None
    kind = holder.get("type", "obj")
    upright = holder.get("orient") == "vert"
    above = _master_holder(kind, origin.master)
    parts = [part for part in (shape, above) if part is not None]
    places = (box_of(part.find("p:spPr/a:xfrm", NS)) for part in parts)
    box = next((place for place in places if place is not None), None)
    if box is None or box.width <= 0 or box.height <= 0:
        return None
    bodies = [body for part in parts if (body := part.find("p:txBody", NS)) is not None]
    insets, anchor = frame_of(bodies)
    own = [style for body in bodies if (style := body.find("a:lstStyle", NS)) is not None]
    purpose = KINDS.get(kind, "other") if not upright else "other"
    named = {"title": "titleStyle", "subtitle": "bodyStyle", "body": "bodyStyle"}.get(
        purpose, "otherStyle"
    )
    general = origin.master.find(f"p:txStyles/p:{named}", NS)
    styles = [*own, general] if general is not None else own
    standard = "+mj-lt" if purpose == "title" else "+mn-lt"
    text, face = text_style(styles, standard)
    idx = holder.get("idx", "0")
    return Area(
        idx=int(idx) if idx.isdecimal() else 0,
        kind=purpose,
        box=box,
        insets=insets,
        anchor=anchor,
        font=font_of(origin.faces.get(face, face)),
        text=text,
        ink=_ink(styles, origin.own.palette),
        fill=_fill(parts, box, origin, ground),
    )


def _fill(parts: Sequence[Element], box: Box, origin: Origin, ground: Paint) -> Patch | None:
    """Give what a placeholder paints itself: what its own shape says, else that of its master."""
    for part, brush in zip(parts, (origin.own, origin.above), strict=False):
        if part.get("useBgFill") in YES:
            return Patch(box, ground, span=placed(origin.own.slide).back())
        says = fill_in(part.find("p:spPr", NS)) is not None
        paint, _ = fill_of(part, brush, box)
        if says or paint is not None:
            return None if paint is None else Patch(box, paint)
    return None


def _ink(styles: Sequence[Element], palette: Palette) -> str | None:
    """Give the hex of the text, the nearest style first."""
    for style in styles:
        fill = style.find("a:lvl1pPr/a:defRPr/a:solidFill", NS)
        if fill is not None:
            return palette.hex_of(fill)
    return palette.colours["dk1"]


def _master_holder(kind: str, master: Element) -> Element | None:
    wanted = MASTER_TYPE.get(kind, "body")
    for shape in master.iterfind("p:cSld/p:spTree//p:sp", NS):
        holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        if holder is not None and holder.get("type", "obj") == wanted:
            return shape
    return None


def _layout(name: str, kind: str | None, areas: Sequence[Area], origin: Origin) -> Layout | None:
    def first(wanted: Kind) -> Area | None:
        return next((area for area in areas if area.kind == wanted), None)

    title = first("title")
    if title is None:
        return None
    texts = sorted(
        (area for area in areas if area.kind == "body"),
        key=lambda area: (area.box.y * 8 // origin.own.slide.height, area.box.x),
    )
    subtitle = first("subtitle")
    if kind in ("secHead", "title") and subtitle is None and texts:
        largest = max(texts, key=lambda area: area.box.height * area.box.width)
        subtitle, texts = replace(largest, kind="subtitle"), []
    tall = [area for area in texts if area.box.height >= LEAST_BODY * origin.own.slide.height]
    headings = [heading for body in tall if (heading := _heading_above(body, texts)) is not None]
    if len({heading.idx for heading in headings}) < len(headings):
        headings = []  # one line over all of the bodies is not the heading of each
    bodies = [area for area in tall if area not in headings]
    return Layout(
        index=0,  # until it stands among the others
        name=name,
        type=kind,
        title=title,
        subtitle=subtitle,
        bodies=tuple(sorted(bodies, key=lambda area: (area.box.x, area.box.y))),
        headings=tuple(sorted(headings, key=lambda area: (area.box.x, area.box.y))),
        footer=first("footer"),
        number=first("number"),
        slide=origin.own.slide,
    )


def _heading_above(body: Area, texts: Sequence[Area]) -> Area | None:
    """Find the small text placeholder that stands right above a body."""
    above = [
        area
        for area in texts
        if area.box.y < body.box.y
        and area.box.height <= HEADING_SHARE * body.box.height
        and min(area.box.right, body.box.right) - max(area.box.x, body.box.x) > body.box.width // 2
    ]
    return max(above, key=lambda area: area.box.bottom, default=None)
