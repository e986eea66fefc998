"""What was found in a template, said for the people who make it. Pure: lines of text."""

from collections.abc import Iterator

from voortgang.model.rol import ROLLEN
from voortgang.office.font import EXACT
from voortgang.office.ink import contrast, least
from voortgang.office.rol import look_of
from voortgang.presentatie.slides import CM
from voortgang.presentatie.template.faint import decimal, inks_of, painted, quoted
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout, Purpose

RATIOS = {"16:9": 16 / 9, "16:10": 16 / 10, "4:3": 4 / 3, "A4": 297 / 210}
CLOSE = 0.01
PURPOSES: dict[Purpose, str] = {
    "titelblad": "titelblad",
    "slot": "slotdia",
    "sectie": "tussentitel",
    "inhoud": "tekst",
    "twee": "twee vakken",
    "vergelijking": "realisaties en planning",
    "alleen_titel": "agenda, grafiek, tabel",
}
TWINS = {"carlito": "Carlito, even breed", "liberation-sans": "Liberation Sans, even breed"}
COLOURS = {
    "dk1": "Tekst 1", "lt1": "Achtergrond 1", "dk2": "Tekst 2", "lt2": "Achtergrond 2",
    "accent1": "Accent 1", "accent2": "Accent 2", "accent3": "Accent 3", "accent4": "Accent 4",
    "accent5": "Accent 5", "accent6": "Accent 6",
}  # fmt: skip
USES = {
    "dk1": "tekst",
    "lt1": "achtergrond",
    "dk2": "tekst en lijnen",
    **{look_of(rol).accent: ROLLEN[rol].kop.lower() for rol in ("realisaties", "planning")},
    "accent3": "bijkomende tekst",
}


def describe_huisstijl(huisstijl: Huisstijl) -> list[str]:
    """Tell size, layouts with their areas, fonts and colours of a deck's template."""
    own, masters = huisstijl.names, len({layout.master for layout in huisstijl.layouts})
    return [
        f"Dia          {_cm(huisstijl.width)} × {_cm(huisstijl.height)} cm{_ratio(huisstijl)}",
        f"Indelingen   {len(own)} in {masters} {'diamodel' if masters == 1 else 'diamodellen'}",
        "",
        *_layouts(huisstijl),
        *_unused(huisstijl),
        *_fonts(huisstijl),
        "",
        *_colours(huisstijl),
    ]


def _layouts(huisstijl: Huisstijl) -> Iterator[str]:
    purposes: dict[int, list[str]] = {}
    for purpose, name in PURPOSES.items():
        purposes.setdefault(huisstijl.first(purpose).index, []).append(name)
    for index, names in purposes.items():
        layout = huisstijl.layouts[index]
        kind = f" (type {layout.type})" if layout.type else ""
        yield f"{_sentence(', '.join(names))}: {quoted([layout.name])}{kind}"
        if layout.eased:
            yield "  titel kleiner en hoger gezet, want er bleef te weinig plaats over"
        yield from _areas(layout)
        yield ""


def _areas(layout: Layout) -> Iterator[str]:
    named = [("titel", layout.title), ("ondertitel", layout.subtitle)]
    named += [("opschrift", heading) for heading in layout.headings]
    named += [("tekstvak", body) for body in layout.bodies]
    named += [("voettekst", layout.footer), ("dianummer", layout.number)]
    for name, area in named:
        if area is not None:
            yield f"  {name:<11}{_area(area, layout)}"


def _area(area: Area, layout: Layout) -> str:
    box = area.box
    size = f"{_cm(box.width):>5} × {_cm(box.height):>5} cm"
    level = area.text
    letters = f"{level.size:g} pt{' vet' if level.bold else ''}".replace(".", ",")
    found = "contrast onbekend (beeld)"
    grounds = painted(layout, area)
    if area.ink and grounds:
        found = f"contrast {decimal(least(area.ink, grounds))} op 1"
    return f"{size}   {letters:<11} {found}{', verplaatst' if area.moved else ''}"


def _unused(huisstijl: Huisstijl) -> Iterator[str]:
    """Name the layouts that serve now and then, and those that never do."""
    first = {layout.origin for layout in huisstijl.used}
    serving = {n for indexes in huisstijl.purposes.values() for n in indexes}
    later = {huisstijl.layouts[n].origin for n in serving} - first
    every = list(enumerate(huisstijl.names))
    for words, some in (
        ("Ook bruikbaar", [name for n, name in every if n in later]),
        ("Niet gebruikt", [name for n, name in every if n not in later | first]),
    ):
        if some:
            yield f"{words}: {', '.join(quoted([name]) for name in some)}"
            yield ""


def _fonts(huisstijl: Huisstijl) -> Iterator[str]:
    yield "Lettertypen"
    for font in huisstijl.fonts:
        how = TWINS.get(font.widths, font.widths)
        if font.margin > EXACT:
            how = f"een breder lettertype en {round((font.margin - 1) * 100)} % marge"
        yield f"  {' '.join(font.face.split()):<22} gemeten met {how}"


def _colours(huisstijl: Huisstijl) -> Iterator[str]:
    """List the theme's colours with their contrast on what text stands on."""
    layout = huisstijl.first("inhoud")
    usual, uses = huisstijl.colours["lt1"], USES
    found = painted(layout, layout.bodies[0]) if layout.bodies else ()
    ground = next(iter(found), usual)
    where = "Achtergrond 1" if ground == usual else f"de achtergrond van de tekst (#{ground})"
    text = inks_of(huisstijl, layout).choose("dk1", (ground,))
    if text not in {"dk1", None}:
        others = {role: use for role, use in USES.items() if role not in {"dk1", "lt1", "dk2"}}
        uses = {**others, text or "": USES["dk1"]}
    yield f"Kleuren van het thema, met hun contrast op {where}"
    for role, name in COLOURS.items():
        value = huisstijl.colours[role]
        own = role == "lt1" and ground == usual
        ratio = "" if own else f"{decimal(contrast(value, ground)):>4} op 1"
        yield f"  {name:<14}#{value}  {ratio:<10} {uses.get(role, '')}".rstrip()


def _ratio(huisstijl: Huisstijl) -> str:
    found = huisstijl.width / huisstijl.height
    return next((f" ({name})" for name, ratio in RATIOS.items() if abs(ratio - found) < CLOSE), "")


def _cm(length: int) -> str:
    return decimal(length / CM)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
