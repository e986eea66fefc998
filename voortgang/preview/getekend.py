"""What the preview shows of a year, made in a bounded process.

Texts, house style and pictures may be anybody's, and typst takes what time it wants.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from voortgang.documents.build import Bestand, make
from voortgang.documents.publicaties import HTML, NOTA, PRESENTATIE, planned
from voortgang.documents.sources import Sources
from voortgang.findings import Finding
from voortgang.presentatie.pdf.make import make_svgs
from voortgang.presentatie.slides import Slide
from voortgang.source.bounded.pool import Tell


@dataclass(frozen=True, slots=True)
class Getekend:
    """The slides, the drawing (svg) of each that is new by its number, the notas, the findings.

    `verhouding` is that of the slides: width by height.
    """

    slides: tuple[Slide, ...]
    drawings: Mapping[int, bytes]
    verhouding: float
    notas: tuple[Bestand, ...]
    findings: tuple[Finding, ...]


def draw(tell: Tell, sources: Sources, before: tuple[Slide, ...]) -> Getekend:
    """Make what is shown; a slide that is as it was `before` at its place is not drawn again.

    `tell` hears which template is worked on. Raises FindingsError.
    """
    tell(sources.templates.find(PRESENTATIE.template).file)
    (text,) = PRESENTATIE.texts(sources)
    tell(sources.templates.find("presentatie.pptx").file)
    made = planned(text, sources)
    slides, huisstijl = made.deck.slides, made.huisstijl
    fresh = [n for n, each in enumerate(slides) if before[n : n + 1] != (each,)]
    drawings = dict(zip(fresh, make_svgs(made.deck, huisstijl, fresh), strict=True))
    notas = make(tell, sources, NOTA.only((HTML.vorm,)))
    of_deck = sources.told((*text.rendered.findings, *made.findings))
    return Getekend(
        slides,
        drawings,
        huisstijl.width / huisstijl.height,
        notas,
        (*of_deck, *(found for nota in notas for found in nota.findings)),
    )
