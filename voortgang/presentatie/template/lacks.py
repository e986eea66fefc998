"""What a template lacks, said once for all layouts: widths of letters, edges, contrast."""

from collections.abc import Iterator

from voortgang.findings import Finding, Place
from voortgang.office.font import EXACT
from voortgang.office.ink import INKS, READABLE, READABLE_LARGE, contrast_on, least
from voortgang.office.regels import CONTRAST
from voortgang.presentatie.regels import LETTERTYPE, RANDEN
from voortgang.presentatie.template.faint import decimal, painted, quoted
from voortgang.presentatie.template.huisstijl import Huisstijl


def lacks(huisstijl: Huisstijl, file: str) -> list[Finding]:
    """Say what will be measured or left out for want of something better, and what stays faint."""
    return [
        *_fonts(huisstijl, file),
        *_edges(huisstijl, file),
        *_accents(huisstijl, file),
        *_fills(huisstijl, file),
    ]


def _fonts(huisstijl: Huisstijl, file: str) -> Iterator[Finding]:
    unknown = [font for font in huisstijl.fonts if font.margin > EXACT]
    if not unknown:
        return
    names = [font.face for font in unknown]
    margin = " of ".join(sorted({f"{round((font.margin - 1) * 100)}" for font in unknown}))
    many = len(names) > 1
    message = (
        f"van {'de lettertypen' if many else 'het lettertype'} {quoted(names)} zijn de breedten "
        f"niet bekend; er wordt gerekend met een breder lettertype en {margin} % marge"
    )
    hint = "kies Calibri of Arial als lettertype van het thema, of laat het zo"
    yield LETTERTYPE.at(Place(file, 1, 1), message, hint)


def _edges(huisstijl: Huisstijl, file: str) -> Iterator[Finding]:
    used = {
        indexes[0]
        for purpose, indexes in huisstijl.purposes.items()
        if purpose not in ("titelblad", "slot")
    }
    layouts = [layout for layout in huisstijl.layouts if layout.index in used]
    for what, names in (
        ("het dianummer", [layout.name for layout in layouts if layout.number is None]),
        ("de voettekst", [layout.name for layout in layouts if layout.footer is None]),
    ):
        if names:
            many = len(set(names)) > 1
            where = f"{'de indelingen' if many else 'de indeling'} {quoted(names)}"
            message = f"{what} ontbreekt in {where}; die dia's krijgen er geen"
            hint = "zet in het diamodel 'Voetteksten' aan voor deze indelingen"
            yield RANDEN.at(Place(file, 1, 1), message, hint)


def _accents(huisstijl: Huisstijl, file: str) -> Iterator[Finding]:
    grounds = next((painted(la, la.bodies[0]) for la in huisstijl.used if la.bodies), ())
    colours = huisstijl.colours
    grounds = grounds or (colours["lt1"],)
    faint = [
        f"Accent {n}" for n in (1, 2) if least(colours[f"accent{n}"], grounds) < READABLE_LARGE
    ]
    if faint:
        themed = f"de themakleur{'en' if len(faint) > 1 else ''} {' en '.join(faint)}"
        verb = "steken" if len(faint) > 1 else "steekt"
        message = f"{themed} {verb} te weinig af voor grafieken en tekens (minder dan 3 op 1)"
        hint = "kies in het thema donkerder kleuren (op een donkere achtergrond: lichtere)"
        yield CONTRAST.at(Place(file, 1, 1), message, hint)


def _fills(huisstijl: Huisstijl, file: str) -> Iterator[Finding]:
    """Say where neither the light nor the dark text colour can be read on a bar or a tile."""
    colours = huisstijl.colours
    best = {
        role: max(contrast_on(colours, fill, ink) for ink in INKS)
        for role, fill in (("Accent 1", "accent1"), ("Accent 3", "accent3~40"))
    }
    for name, found in best.items():
        if found < READABLE:
            message = (
                f"tekst steekt te weinig af op staven en vakjes in de themakleur {name} "
                f"(contrast hoogstens {decimal(found)} op 1)"
            )
            hint = "kies in het thema een lichtere of donkerder kleur, of een donkerder tekstkleur"
            yield CONTRAST.at(Place(file, 1, 1), message, hint)
