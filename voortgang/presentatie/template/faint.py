"""What of a template's own text cannot be read where it stands, and how that is said."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from voortgang.findings import Finding, Place
from voortgang.office.ink import INKS, OTHER_INKS, Inks, contrast, least, needed, reads
from voortgang.office.regels import CONTRAST
from voortgang.presentatie.slides import Box
from voortgang.presentatie.template.huisstijl import Area, Huisstijl, Layout
from voortgang.presentatie.template.paint.painting import Painting

NAMES = {
    "title": "de titel", "subtitle": "de ondertitel", "body": "de tekst",
    "footer": "de voettekst", "number": "het dianummer",
}  # fmt: skip
EDGES = ("footer", "number")
BEHIND = "achter"  # what Faint says of text that no colour could mend


class Faint(NamedTuple):
    """A text of a template that is too faint: the kind of its area, its layout, its contrast.

    The kind is BEHIND where a panel had to come behind text, whatever its colour.
    """

    kind: str
    layout: Layout
    contrast: float = 0


def inks_of(huisstijl: Huisstijl, layout: Layout) -> Inks:
    """Give the inks of a layout; running text has the template's own role, where it is one."""
    usual = [
        area for n in huisstijl.purposes.get("inhoud", ()) for area in huisstijl.layouts[n].bodies
    ]
    own = next((area.ink for area in (*layout.bodies, *usual) if area.ink), None)
    roles = (role for role in (*INKS, *OTHER_INKS) if own and layout.colours.get(role) == own)
    return Inks(layout.colours, next(roles, "dk1"))


def behind(painting: Painting, box: Box, own: str | None) -> tuple[str, ...]:
    """List the colours behind a box; for an unknown one stands what `own` text can be read on."""
    found = painting.at(box)
    if None not in found:
        return tuple(colour for colour in found if colour)
    ink = own or "000000"
    guess = max(("000000", "FFFFFF"), key=lambda ground: contrast(ink, ground))
    return tuple(dict.fromkeys(colour or guess for colour in found))


def painted(layout: Layout, area: Area) -> tuple[str, ...]:
    """List the known colours behind a placeholder, with what it paints itself."""
    painting = layout.painting.with_more(area.fill) if area.fill else layout.painting
    return tuple(colour for colour in painting.at(area.box) if colour)


def is_faint(area: Area, grounds: tuple[str, ...]) -> bool:
    """Tell whether the template's own colour cannot be read on these."""
    level = area.text
    need = needed(level.size, bold=level.bold)
    return area.ink is not None and bool(grounds) and not reads(area.ink, grounds, need)


def faint_areas(layouts: Iterable[Layout]) -> Iterator[Faint]:
    """Say which areas of layouts are faint as they stand in the template."""
    for layout in layouts:
        for area in layout.filled:
            if is_faint(area, grounds := painted(layout, area)):
                yield Faint(area.kind, layout, least(area.ink or "", grounds))


def say_faint(found: Iterable[Faint], file: str) -> list[Finding]:
    """Word it, footer and number together where that is the same; `file` names the template."""
    listed = sorted(found, key=lambda faint: faint.layout.index)
    names_of = {
        kind: quoted(faint.layout.name for faint in listed if faint.kind == kind) for kind in NAMES
    }
    alike = names_of["footer"] == names_of["number"]
    groups = [[kind] for kind in NAMES if not alike or kind not in EDGES]
    findings = []
    for kinds in [*groups, list(EDGES)] if alike else groups:
        names = names_of[kinds[0]]
        if not names:
            continue
        what, verb = _and([NAMES[kind] for kind in kinds]), "steken" if kinds[1:] else "steekt"
        lowest = decimal(min(faint.contrast for faint in listed if faint.kind in kinds))
        message = (
            f"{what} {verb} te weinig af in {names} (contrast {lowest} op 1); "
            "daar komt een leesbare kleur in de plaats"
        )
        hint = "kies in het diamodel een kleur met een contrast van minstens 4,5 op 1"
        findings.append(CONTRAST.at(Place(file, 1, 1), message, hint))
    if busy := quoted(faint.layout.name for faint in listed if faint.kind == BEHIND):
        message = (
            f"op de achtergrond van {busy} is geen enkele kleur van het thema overal leesbaar; "
            "daar komt een effen vlak achter de tekst"
        )
        hint = "zet in het diamodel zelf een effen vlak achter de tekst, of kies een rustiger beeld"
        findings.append(CONTRAST.at(Place(file, 1, 1), message, hint))
    return findings


def quoted(names: Iterable[str]) -> str:
    """List names in quotation marks, each once."""
    return _and([f"'{' '.join(name.split())}'" for name in dict.fromkeys(names)])


def _and(words: list[str]) -> str:
    return " en ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def decimal(number: float) -> str:
    """Write a number with one decimal, as in Dutch."""
    return f"{number:.1f}".replace(".", ",")
