"""Reading one layout: its placeholders as areas that can be filled, and what it draws."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from voortgang.office.font import font_of
from voortgang.office.ink import contrast
from voortgang.presentatie.template.colour import (
    NS,
    Drawn,
    Look,
    Palette,
    background,
    box_of,
    colour_of_fill,
    drawings,
    ground_of,
)
from voortgang.presentatie.template.huisstijl import Area, Layout
from voortgang.presentatie.template.style import LEVELS, frame_of, levels_of

Kind = Literal["title", "subtitle", "body", "footer", "number", "date", "picture", "other"]
KINDS: dict[str, Kind] = {
    "title": "title", "ctrTitle": "title", "subTitle": "subtitle", "body": "body", "obj": "body",
    "ftr": "footer", "sldNum": "number", "dt": "date", "pic": "picture",
}  # fmt: skip
# The placeholder of the master that one of a layout inherits from.
MASTER_TYPE = {"ctrTitle": "title", "ftr": "ftr", "sldNum": "sldNum", "dt": "dt", "title": "title"}
WRITTEN = ("subtitle", "body")  # these hold lists; the others are one line
LEAST_BODY = 0.22  # of the slide's height: a lower text placeholder is a caption, not a body
NOT_A_PLACEHOLDER = 1_000_000  # from here on idx is only a name: text gets a box of its own
HEADING_SHARE = 0.4  # of the body's height at most is that of the heading above it


@dataclass(frozen=True, slots=True)
class Origin:
    """What a layout inherits from: its master, the theme's typefaces, the size of the slide."""

    master: Any
    faces: dict[str, str]
    palette: Palette
    width: int
    height: int
    look: Look  # at the pictures of the layout
    look_above: Look  # at those of its master


def read_layout(element: Any, index: int, origin: Origin) -> tuple[Layout, str | None]:  # noqa: ANN401 -- an lxml element
    """Read a layout (`p:sldLayout`); give it with the colour of its ground, None if unknown."""
    own, above = (element, origin.look), (origin.master, origin.look_above)
    behind = (own,) if element.get("showMasterSp") == "0" else (above, own)
    drawn = tuple(thing for part, look in behind for thing in drawings(part, origin.palette, look))
    ground = background((own, above), origin.palette)
    areas: list[Area] = []
    for shape in element.iterfind("p:cSld/p:spTree//p:sp", NS):
        holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        area = _area(shape, holder, origin) if holder is not None else None
        if area is not None:
            filled = _own_fill(shape, holder, origin)
            under = filled or ground_of(area.box, ground, drawn)
            dark = _needs_light(under, origin.palette)
            areas.append(replace(area, dark=dark, ground=under, filled=filled is not None))
    areas = _told_apart(areas)
    shown = _shown(areas, ground, drawn)
    name = element.find("p:cSld", NS).get("name") or f"indeling {index + 1}"
    layout = _layout(index, name, element.get("type"), areas, origin)
    boxes = tuple(thing.box for thing in drawn)
    return replace(layout, drawn=boxes, dark=_needs_light(shown, origin.palette)), shown


def _own_fill(shape: Any, holder: Any, origin: Origin) -> str | None:  # noqa: ANN401 -- lxml elements
    """Give the colour that a placeholder itself, or its master's, is filled with."""
    above = _master_holder(holder.get("type", "obj"), origin.master)
    for part in (shape, above):
        look = part.find("p:spPr", NS) if part is not None else None
        if look is None:
            continue
        if look.find("a:noFill", NS) is not None:
            return None
        if (colour := colour_of_fill(look, origin.palette)) is not None:
            return colour
    return None


def _shown(areas: Sequence[Area], ground: str | None, drawn: tuple[Drawn, ...]) -> str | None:
    """Give the ground that most of a slide's text stands on: behind its bodies, else its title."""
    for kinds in (("body",), ("title",)):
        found = [area for area in areas if area.kind in kinds]
        if found:
            box = max(found, key=lambda area: area.box.width * area.box.height).box
            return ground_of(box, ground, drawn)
    return ground


def _told_apart(areas: Sequence[Area]) -> list[Area]:
    """Keep the number of a placeholder for one area; what shares it is no placeholder to us.

    Other programs leave the numbers out, so that title and bodies are all number 0.
    """
    taken = {area.idx for area in areas if area.kind == "title"}
    out: list[Area] = []
    for n, area in enumerate(areas):
        if area.kind == "title":
            out.append(area)
        elif area.idx in taken:
            out.append(replace(area, idx=NOT_A_PLACEHOLDER + n))
        else:
            taken.add(area.idx)
            out.append(area)
    return out


def _needs_light(ground: str | None, palette: Palette) -> bool:
    """Tell whether the usual text colour is the worse one here; a picture says nothing."""
    if ground is None:
        return False
    usual, other = palette.colours["dk1"], palette.colours["lt1"]
    return contrast(other, ground) > contrast(usual, ground)


def _area(shape: Any, holder: Any, origin: Origin) -> Area | None:  # noqa: ANN401 -- lxml elements
    kind = holder.get("type", "obj")
    upright = holder.get("orient") == "vert"
    above = _master_holder(kind, origin.master)
    frames = [part.find("p:spPr/a:xfrm", NS) for part in (shape, above) if part is not None]
    box = next((box for frame in frames if (box := box_of(frame)) is not None), None)
    if box is None or box.width <= 0 or box.height <= 0:
        return None
    bodies = [
        body
        for part in (shape, above)
        if part is not None and (body := part.find("p:txBody", NS)) is not None
    ]
    insets, anchor = frame_of(bodies)
    own = [style for body in bodies if (style := body.find("a:lstStyle", NS)) is not None]
    purpose = KINDS.get(kind, "other") if not upright else "other"
    style = {"title": "titleStyle", "subtitle": "bodyStyle", "body": "bodyStyle"}.get(
        purpose, "otherStyle"
    )
    general = origin.master.find(f"p:txStyles/p:{style}", NS)
    styles = [*own, general] if general is not None else own
    standard = "+mj-lt" if purpose == "title" else "+mn-lt"
    levels, face = levels_of(styles, standard, LEVELS if purpose in WRITTEN else 1)
    idx = holder.get("idx", "0")
    return Area(
        idx=int(idx) if idx.isdecimal() else 0,
        kind=purpose,
        box=box,
        insets=insets,
        anchor=anchor,
        font=font_of(origin.faces.get(face, face)),
        levels=levels,
        ink=_ink(styles, origin.palette),
    )


def _ink(styles: list[Any], palette: Palette) -> str | None:
    """Give the hex of the first level's text, the nearest style first."""
    for style in styles:
        fill = style.find("a:lvl1pPr/a:defRPr/a:solidFill", NS)
        if fill is not None:
            return palette.hex_of(fill)
    return palette.colours["dk1"]


def _master_holder(kind: str, master: Any) -> Any:  # noqa: ANN401 -- lxml elements
    wanted = MASTER_TYPE.get(kind, "body")
    for shape in master.iterfind("p:cSld/p:spTree//p:sp", NS):
        holder = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        if holder is not None and holder.get("type", "obj") == wanted:
            return shape
    return None


def _layout(
    index: int, name: str, kind: str | None, areas: Sequence[Area], origin: Origin
) -> Layout:
    def first(wanted: Kind) -> Area | None:
        return next((area for area in areas if area.kind == wanted), None)

    texts = sorted(
        (area for area in areas if area.kind == "body"),
        key=lambda area: (area.box.y * 8 // origin.height, area.box.x),
    )
    subtitle = first("subtitle")
    if kind in ("secHead", "title") and subtitle is None and texts:
        largest = max(texts, key=lambda area: area.box.height * area.box.width)
        subtitle, texts = replace(largest, kind="subtitle"), []
    tall = [area for area in texts if area.box.height >= LEAST_BODY * origin.height]
    headings = [heading for body in tall if (heading := _heading_above(body, texts)) is not None]
    if len({heading.idx for heading in headings}) < len(headings):
        headings = []  # one line over all of the bodies is not the heading of each
    bodies = [area for area in tall if area not in headings]
    return Layout(
        index=index,
        name=name,
        type=kind,
        title=first("title"),
        subtitle=subtitle,
        bodies=tuple(sorted(bodies, key=lambda area: (area.box.x, area.box.y))),
        headings=tuple(sorted(headings, key=lambda area: (area.box.x, area.box.y))),
        footer=first("footer"),
        number=first("number"),
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
