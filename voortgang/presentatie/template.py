"""Reading any template into a Huisstijl: layouts by their type, then by what they hold."""

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from voortgang.findings import Finding, FindingsError, Place
from voortgang.presentatie.huisstijl import Font, Huisstijl, Layout, Rol
from voortgang.presentatie.regels import CONTRAST, LETTERTYPE, ONLEESBAAR, RANDEN
from voortgang.presentatie.template_colour import (
    NS,
    READABLE,
    Palette,
    contrast,
    palette,
    saturation,
)
from voortgang.presentatie.template_layout import Origin, read_layout
from voortgang.presentatie.template_open import open_template
from voortgang.presentatie.template_roles import assign_roles
from voortgang.presentatie.template_style import EXACT, font_of, theme_faces

COLOURFUL = 0.35  # saturation from which a light accent makes a sign rather than secondary text


def read_huisstijl(content: bytes, file: str) -> tuple[Huisstijl, tuple[Finding, ...]]:
    """Read a template (.pptx or .potx) and say what it lacks.

    `file` is how findings name it. Raises FindingsError where nothing can be made with it.
    """
    deck = open_template(content, file)
    width, height = deck.slide_width or 9144000, deck.slide_height or 6858000
    layouts: list[Layout] = []
    grounds: dict[int, str | None] = {}
    origins = [_origin(master, width, height) for master in deck.slide_masters]
    for master, origin in zip(deck.slide_masters, origins, strict=True):
        for source in master.slide_layouts:
            own = _mapped(source, origin)
            layout, ground = read_layout(source._element, len(layouts), own)  # noqa: SLF001 -- python-pptx has no public name for it
            grounds[layout.index] = ground
            layouts.append(layout)
    if not any(layout.title for layout in layouts):
        message = "geen enkele indeling van dit sjabloon heeft een titel"
        hint = "voeg in het diamodel een tijdelijke aanduiding voor de titel toe"
        raise FindingsError([ONLEESBAAR.at(Place(file, 1, 1), message, hint)])
    roles, findings = assign_roles(layouts, file)
    first = origins[0]
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
    findings += _fonts(huisstijl, file) + _edges(huisstijl, file)
    findings += _contrasts(huisstijl, grounds, file)
    return huisstijl, tuple(findings)


def _origin(master: Any, width: int, height: int) -> Origin:  # noqa: ANN401 -- python-pptx's, untyped
    theme = next(
        (rel.target_part for rel in master.part.rels.values() if rel.reltype == RT.THEME), None
    )
    blob = theme.blob if theme is not None else b"<none/>"
    element = master._element  # noqa: SLF001 -- python-pptx has no public name for it
    mapping = element.find("p:clrMap", NS)
    colours = palette(blob, dict(mapping.attrib) if mapping is not None else {})
    return Origin(element, theme_faces(blob), colours, width, height)


def _mapped(layout: Any, origin: Origin) -> Origin:  # noqa: ANN401 -- python-pptx's, untyped
    """Let a layout map the theme's colours in its own way, where it does."""
    own = layout._element.find("p:clrMapOvr/a:overrideClrMapping", NS)  # noqa: SLF001 -- as above
    if own is None:
        return origin
    rels = layout.slide_master.part.rels.values()
    theme = next(rel.target_part for rel in rels if rel.reltype == RT.THEME)
    colours = palette(theme.blob, dict(own.attrib))
    return Origin(origin.master, origin.faces, colours, origin.width, origin.height)


def _on_dark(
    colours: Palette, roles: dict[Rol, tuple[int, ...]], layouts: list[Layout],
    grounds: dict[int, str | None],
) -> tuple[str, str, str]:  # fmt: skip
    """Choose the roles for text, secondary text and signs on the dark layouts."""
    shown = [index for indexes in roles.values() for index in indexes]
    ground = next((g for n in shown if layouts[n].dark and (g := grounds[n])), None)
    if ground is None:
        return "lt1", "lt1", "lt1"
    text = max(("lt1", "dk1"), key=lambda role: contrast(colours.colours[role], ground))
    accents = [
        (role, colours.colours[role])
        for role in (f"accent{n}" for n in range(1, 7))
        if contrast(colours.colours[role], ground) >= READABLE
    ]
    muted = next((role for role, value in accents if saturation(value) < COLOURFUL), text)
    sign = next((role for role, value in accents if saturation(value) >= COLOURFUL), text)
    return text, muted, sign


def _fonts(huisstijl: Huisstijl, file: str) -> list[Finding]:
    fonts: dict[str, Font] = {}
    for font in (huisstijl.heading_font, huisstijl.body_font):
        fonts.setdefault(font.face, font)
    for indexes in huisstijl.roles.values():
        layout = huisstijl.layouts[indexes[0]]
        for area in (layout.title, layout.subtitle, *layout.bodies, *layout.headings):
            if area is not None:
                fonts.setdefault(area.font.face, area.font)
    hint = "kies Calibri of Arial als lettertype van het thema, of laat het zo"
    return [
        LETTERTYPE.at(
            Place(file, 1, 1),
            f"van het lettertype '{font.face}' zijn de breedten niet bekend; er wordt gerekend "
            "met een breder lettertype en 12 % marge",
            hint,
        )
        for font in fonts.values()
        if font.margin > EXACT
    ]


def _edges(huisstijl: Huisstijl, file: str) -> list[Finding]:
    used = {
        indexes[0] for rol, indexes in huisstijl.roles.items() if rol not in ("titelblad", "slot")
    }
    layouts = [layout for layout in huisstijl.layouts if layout.index in used]
    findings = []
    for what, names in (
        ("het dianummer", [layout.name for layout in layouts if layout.number is None]),
        ("de voettekst", [layout.name for layout in layouts if layout.footer is None]),
    ):
        if names:
            where = ", ".join(f"'{name}'" for name in names)
            message = f"{what} ontbreekt in de indeling {where}; die dia's krijgen er geen"
            hint = "zet in het diamodel 'Voetteksten' aan voor deze indelingen"
            findings.append(RANDEN.at(Place(file, 1, 1), message, hint))
    return findings


def _contrasts(huisstijl: Huisstijl, grounds: dict[int, str | None], file: str) -> list[Finding]:
    findings = []
    for index in sorted({indexes[0] for indexes in huisstijl.roles.values()}):
        layout, ground = huisstijl.layouts[index], grounds[index]
        colour = layout.title.levels[0].colour if layout.title else None
        if ground is None or colour is None:
            continue
        found = contrast(huisstijl.colours[colour], ground)
        if found < READABLE:
            shown = f"{found:.1f}".replace(".", ",")
            message = (
                f"de titel van de indeling '{layout.name}' heeft een contrast van {shown} op 1"
            )
            hint = "kies in het diamodel een kleur die meer afsteekt (minstens 4,5 op 1)"
            findings.append(CONTRAST.at(Place(file, 1, 1), message, hint))
    return findings
