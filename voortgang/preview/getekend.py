"""What the preview shows of a year, made in a bounded process.

Texts, house style and pictures may be anybody's, and typst takes what time it wants.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from voortgang.documents.publicaties import HTML, NOTA, PRESENTATIE
from voortgang.documents.sources import Sources
from voortgang.findings import Finding
from voortgang.presentatie.pdf.make import make_svgs
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.slides import Slide
from voortgang.presentatie.template.read import read_huisstijl
from voortgang.source.bounded.pool import Tell


@dataclass(frozen=True, slots=True)
class ShownNota:
    """The nota as a page; `orgaan` is the body it is for, where there is one."""

    orgaan: str | None
    pagina: bytes


@dataclass(frozen=True, slots=True)
class Getekend:
    """The slides, the drawing (svg) of each that is new by its number, the notas, the findings.

    `verhouding` is that of the slides: width by height.
    """

    slides: tuple[Slide, ...]
    drawings: Mapping[int, bytes]
    verhouding: float
    notas: tuple[ShownNota, ...]
    findings: tuple[Finding, ...]


def draw(tell: Tell, sources: Sources, before: tuple[Slide, ...]) -> Getekend:
    """Make what is shown; a slide that is as it was `before` at its place is not drawn again.

    `tell` hears which template is worked on. Raises FindingsError.
    """
    tell(sources.templates.find(PRESENTATIE.template).file)
    (text,) = PRESENTATIE.texts(sources)
    template = sources.templates.find("presentatie.pptx")
    tell(template.file)
    huisstijl, lacking = read_huisstijl(template.content, template.file)
    rendered = text.rendered
    settings = Settings.of(sources.rapport, rendered, sources.picture)
    planned = plan_deck(rendered.blocks, rendered.cijfers, huisstijl, settings)
    slides = planned.deck.slides
    fresh = [n for n, each in enumerate(slides) if before[n : n + 1] != (each,)]
    drawings = dict(zip(fresh, make_svgs(planned.deck, huisstijl, fresh), strict=True))
    findings = [*rendered.findings, *lacking, *planned.findings]
    notas = []
    tell(sources.templates.find(NOTA.template).file)
    for nota in NOTA.texts(sources):
        made = HTML.make(nota, sources)
        notas.append(ShownNota(nota.orgaan, made.content))
        findings += [*nota.rendered.findings, *made.findings]
    return Getekend(
        slides,
        drawings,
        huisstijl.width / huisstijl.height,
        tuple(notas),
        tuple(sources.told(findings)),
    )
