"""What a pdf cannot show of a house style as PowerPoint does, to be said once."""

from collections.abc import Iterator

from voortgang.presentatie.pdf.sheet import Files
from voortgang.presentatie.plan.prepare import Prepared
from voortgang.presentatie.template.huisstijl import Layout
from voortgang.presentatie.template.paint.painting import Flat, Patch

FACE = "carlito"  # the typeface that the program carries: as wide as Calibri
FEW = 3  # of a kind are named


def not_shown(prepared: Prepared, files: Files) -> Iterator[tuple[str, str]]:
    """Give a message and a remedy for each kind of thing that is shown in another way."""
    style = prepared.huisstijl
    layouts = [style.layouts[n] for n in sorted({slide.layout for slide in prepared.deck.slides})]
    faces = [font.face for font in style.fonts if font.widths != FACE]
    if faces:
        yield (
            f"de pdf is in Carlito gezet, het lettertype van het programma, niet in {_some(faces)}",
            "moet het lettertype blijven, bewaar dan de pptx vanuit PowerPoint als pdf",
        )
    if files.plain:
        yield (
            "wat het sjabloon achter de dia's tekent, kan niet in de pdf: de grond is er effen",
            "maak die tekening eenvoudiger, of bewaar de pptx vanuit PowerPoint als pdf",
        )
    lost: dict[str, list[str]] = {}
    for layout in layouts:
        for what in _lost(layout, files):
            lost.setdefault(what, []).append(layout.name)
    for what, names in lost.items():
        yield (
            f"{what} in de indeling {_some(names)} staat niet of anders in de pdf",
            "vervang het in het sjabloon door een png- of jpeg-beeld of een effen kleur",
        )


def _lost(layout: Layout, files: Files) -> Iterator[str]:
    fills = [area.fill for area in layout.filled if area.fill]
    for patch in (*layout.painting.patches, *fills):
        picture = patch.shown
        if patch.words:
            yield f"de tekst '{patch.words}'"
        if patch.form == "unknown" and (patch.paint or patch.line):
            yield "een vorm die het programma niet kent"
        if picture is not None and patch.form != "rectangle":
            yield "een beeld dat niet rechthoekig is"
        if picture is None and _is_mixed(patch):
            yield "een patroon of een kleurverloop"
        if picture is not None and files.path(picture.content) is None:
            yield "een beeld dat geen png, jpeg of gif is"


def _is_mixed(patch: Patch) -> bool:
    """Tell whether a thing is painted in tones whose places nobody knows."""
    return isinstance(patch.paint, Flat) and (
        len(patch.paint.tones) > 1 or None in patch.paint.tones
    )


def _some(names: list[str]) -> str:
    named = [f"'{name}'" for name in dict.fromkeys(names)]
    more = len(named) - FEW
    return ", ".join(named[:FEW]) + (f" en {more} andere" if more > 0 else "")
