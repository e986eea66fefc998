"""A year as it is now, ready to be shown: the slides, the nota, the findings, the opvolging."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from voortgang.documents.build import Bestand, stopped_at
from voortgang.documents.publicaties import PRESENTATIE
from voortgang.documents.sources import Sources, Years
from voortgang.findings import Finding, in_order
from voortgang.presentatie.slides import Slide
from voortgang.preview.album import Album
from voortgang.preview.getekend import Getekend, draw
from voortgang.preview.gevolg import show_opvolging
from voortgang.preview.woorden import words_of
from voortgang.source import Workspace
from voortgang.source.bounded.child import Bounds
from voortgang.source.bounded.pool import BOUNDS, LimitReached, Workers

VIEW = "voorbeeld"  # the kind of work
FRESH_AFTER = 50  # views: what a process keeps of the ones before goes with it


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """A slide as it is shown: its drawing and its words (HTML), its speaker notes."""

    titel: str
    sectie: str | None
    tekening: str
    woorden: str
    notities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page shows of one good build."""

    titel: str
    bestuur: str
    dias: tuple[ShownSlide, ...]
    notas: tuple[Bestand, ...]  # as pages
    opvolging: Markup
    verhouding: float  # of the slides: width by height
    findings: tuple[Finding, ...] = ()


def workers(bounds: Bounds = BOUNDS) -> Workers:
    """Begin the process in which views are made."""
    return Workers({VIEW: (draw.__module__,)}, bounds, FRESH_AFTER)


@dataclass(slots=True)
class Studio:
    """Builds views of one year; keeps from one to the next what does not change."""

    workspace: Workspace
    year: int
    workers: Workers
    drawn: list[tuple[Slide, bytes]] = field(default_factory=list)
    huisstijl: bytes = b""
    album: Album = field(default_factory=Album)

    def build(self) -> View:
        """Read everything anew and build; raises FindingsError on an error, and Obstacle."""
        read = Years.read(self.workspace, [self.year])
        with read.all_told():
            sources = read.sources(self.year)
            rapport = sources.rapport
            made = self._made(sources)
            return View(
                titel=rapport.volledige_titel,
                bestuur=rapport.bestuur,
                dias=tuple(self._dias()),
                notas=made.notas,
                opvolging=show_opvolging(sources.verloop, self.year),
                verhouding=made.verhouding,
                findings=in_order((*read.findings, *made.findings)),
            )

    def _made(self, sources: Sources) -> Getekend:
        """Have the slides drawn as they stand in the pdf, those that are not what they were."""
        template = sources.templates.find("presentatie.pptx")
        before = self.drawn if self.huisstijl == template.content else []
        slides = tuple(slide for slide, _ in before)
        try:
            made = self.workers.ask(VIEW, draw, sources, slides)()
        except LimitReached as reached:
            raise stopped_at(reached, PRESENTATIE) from None
        self.drawn = [
            before[n] if n not in made.drawings else (slide, made.drawings[n])
            for n, slide in enumerate(made.slides)
        ]
        self.huisstijl = template.content
        return made

    def _dias(self) -> Iterator[ShownSlide]:
        self.album.renew()
        for slide, drawing in self.drawn:
            yield ShownSlide(
                titel=slide.title,
                sectie=slide.section,
                tekening=self.album.add(drawing),
                woorden=words_of(slide),
                notities=slide.notes,
            )
