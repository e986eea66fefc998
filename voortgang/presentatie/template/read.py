"""Reading any template into a Huisstijl: layouts by their type, then by what they hold."""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from voortgang.findings import Finding, FindingsError, Place
from voortgang.office.font import font_of
from voortgang.office.ink import READABLE, contrast
from voortgang.presentatie.regels import ONLEESBAAR
from voortgang.presentatie.template.colour import (
    NS,
    Palette,
    palette,
    saturation,
)
from voortgang.presentatie.template.huisstijl import Huisstijl, Layout, Rol
from voortgang.presentatie.template.lacks import lacks
from voortgang.presentatie.template.layout import Origin, read_layout
from voortgang.presentatie.template.open import open_template
from voortgang.presentatie.template.picture import look_of
from voortgang.presentatie.template.roles import assign_roles
from voortgang.presentatie.template.room import with_clear_bodies, with_legible_edges
from voortgang.presentatie.template.style import theme_faces

COLOURFUL = 0.35  # saturation from which a light accent makes a sign rather than secondary text


@lru_cache(maxsize=1)  # the years of one build have the same template
def read_huisstijl(content: bytes, file: str) -> tuple[Huisstijl, tuple[Finding, ...]]:
    """Read a template (.pptx or .potx) and say what it lacks.

    `file` is how findings name it. Raises FindingsError where nothing can be made with it.
    """
    deck = open_template(content, file)
    width, height = deck.slide_width or 9144000, deck.slide_height or 6858000
    layouts: list[Layout] = []
    grounds: dict[int, str | None] = {}
    seen: dict[str, str | None] = {}
    origins = [_origin(master, width, height, seen) for master in deck.slide_masters]
    size = (width, height)
    for number, (master, origin) in enumerate(zip(deck.slide_masters, origins, strict=True)):
        for source in master.slide_layouts:
            own = replace(_mapped(source, origin), look=look_of(source.part, seen))
            layout, ground = read_layout(source._element, len(layouts), own)  # noqa: SLF001 -- python-pptx has no public name for it
            grounds[layout.index] = ground
            layout = with_clear_bodies(with_legible_edges(layout, size), size)
            layouts.append(replace(layout, master=number))
    if not any(layout.title for layout in layouts):
        message = "geen enkele indeling van dit sjabloon heeft een titel"
        hint = "voeg in het diamodel een tijdelijke aanduiding voor de titel toe"
        raise FindingsError([ONLEESBAAR.at(Place(file, 1, 1), message, hint)])
    roles, findings = assign_roles(layouts, file, size)
    first = origins[layouts[roles["inhoud"][0]].master]
    dark = _on_dark(first.palette, roles, layouts, grounds)
    huisstijl = Huisstijl(
        width=width,
        height=height,
        colours=dict(first.palette.colours),
        heading_font=font_of(first.faces["+mj-lt"]),
        body_font=font_of(first.faces["+mn-lt"]),
        layouts=tuple(layouts),
        roles=roles,
        dark_text=dark[0],
        dark_muted=dark[1],
        dark_sign=dark[2],
    )
    return huisstijl, (*findings, *lacks(huisstijl, file))


def _origin(
    master: Any, width: int, height: int, seen: dict[str, str | None]  # noqa: ANN401 -- python-pptx's, untyped
) -> Origin:  # fmt: skip
    theme = next(
        (rel.target_part for rel in master.part.rels.values() if rel.reltype == RT.THEME), None
    )
    blob = theme.blob if theme is not None else b"<none/>"
    element = master._element  # noqa: SLF001 -- python-pptx has no public name for it
    mapping = element.find("p:clrMap", NS)
    colours = palette(blob, dict(mapping.attrib) if mapping is not None else {})
    look = look_of(master.part, seen)
    return Origin(element, theme_faces(blob), colours, width, height, look, look)


def _mapped(layout: Any, origin: Origin) -> Origin:  # noqa: ANN401 -- python-pptx's, untyped
    """Let a layout map the theme's colours in its own way, where it does."""
    own = layout._element.find("p:clrMapOvr/a:overrideClrMapping", NS)  # noqa: SLF001 -- as above
    if own is None:
        return origin
    rels = layout.slide_master.part.rels.values()
    theme = next(rel.target_part for rel in rels if rel.reltype == RT.THEME)
    colours = palette(theme.blob, dict(own.attrib))
    return replace(origin, palette=colours)


def _source(layout: Layout) -> int:
    return layout.index if layout.source is None else layout.source


def _on_dark(
    colours: Palette, roles: dict[Rol, tuple[int, ...]], layouts: list[Layout],
    grounds: dict[int, str | None],
) -> tuple[str, str, str]:  # fmt: skip
    """Choose the roles for text, secondary text and signs on the dark layouts."""
    shown = [index for indexes in roles.values() for index in indexes]
    ground = next(
        (g for n in shown if layouts[n].dark and (g := grounds[_source(layouts[n])])), None
    )
    if ground is None:
        return "lt1", "lt1", "lt1"
    usual = max(("lt1", "dk1"), key=lambda role: contrast(colours.colours[role], ground))
    others = ("lt2", "dk2") if contrast(colours.colours[usual], ground) < READABLE else ()
    text = max((usual, *others), key=lambda role: contrast(colours.colours[role], ground))
    accents = [
        (role, colours.colours[role])
        for role in (f"accent{n}" for n in range(1, 7))
        if contrast(colours.colours[role], ground) >= READABLE
    ]
    muted = next((role for role, value in accents if saturation(value) < COLOURFUL), text)
    sign = next((role for role, value in accents if saturation(value) >= COLOURFUL), text)
    return text, muted, sign
