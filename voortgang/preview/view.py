"""A year as it is now, ready to be shown: the slides, the nota, the findings, the opvolging."""

from dataclasses import dataclass, field

from voortgang.documents.build import try_texts
from voortgang.documents.publicaties import HTML, NOTA, PRESENTATIE
from voortgang.documents.sources import Sources, Years
from voortgang.findings import Finding, in_order
from voortgang.opvolging.follow_up import Opvolging
from voortgang.presentatie.pdf.make import make_svgs
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.plan.task import Settings
from voortgang.presentatie.slides import Deck, Slide
from voortgang.presentatie.template.huisstijl import Huisstijl
from voortgang.presentatie.template.read import read_huisstijl
from voortgang.preview.album import Album
from voortgang.preview.woorden import words_of
from voortgang.source import Workspace


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """A slide as it is shown: its drawing and its words (HTML), its speaker notes."""

    titel: str
    sectie: str | None
    tekening: str
    woorden: str
    notities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownNota:
    """The nota as a page; `orgaan` is the body it is for, where there is one."""

    orgaan: str | None
    pagina: bytes


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page shows of one good build."""

    titel: str
    bestuur: str
    jaar: int
    dias: tuple[ShownSlide, ...]
    notas: tuple[ShownNota, ...]
    opvolging: Opvolging | None
    verhouding: float  # of the slides: width by height
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Studio:
    """Builds views of one year; keeps from one to the next what does not change."""

    workspace: Workspace
    year: int
    drawn: list[tuple[Slide, bytes]] = field(default_factory=list)
    huisstijl: Huisstijl | None = None
    album: Album = field(default_factory=Album)
    tried: tuple[bytes, ...] = ()

    def build(self) -> View:
        """Read everything anew and build; raises FindingsError on an error, and Obstacle."""
        read = Years.read(self.workspace, [self.year])
        with read.all_told():
            sources = read.sources(self.year)
            self._try(sources)
            return self._made(sources, read.findings)

    def _try(self, sources: Sources) -> None:
        """Use templates that are new to us where they can be stopped: here nothing could."""
        names = (PRESENTATIE.template, "presentatie.pptx", NOTA.template, HTML.template or "")
        found = map(sources.templates.find, names)
        own = tuple(template.content for template in found if template.own)
        if own != self.tried:
            try_texts(sources)
            self.tried = own

    def _made(self, sources: Sources, found: tuple[Finding, ...]) -> View:
        rapport = sources.rapport
        (text,) = PRESENTATIE.texts(sources)
        template = sources.templates.find("presentatie.pptx")
        huisstijl, lacking = read_huisstijl(template.content, template.file)
        settings = Settings.of(rapport, text.rendered, sources.picture)
        rendered = text.rendered
        planned = plan_deck(rendered.blocks, rendered.cijfers, huisstijl, settings)
        findings = [*rendered.findings, *lacking, *planned.findings]
        notas = []
        for nota in NOTA.texts(sources):
            made = HTML.make(nota, sources)
            notas.append(ShownNota(nota.orgaan, made.content))
            findings += [*nota.rendered.findings, *made.findings]
        return View(
            titel=rapport.volledige_titel,
            bestuur=rapport.bestuur,
            jaar=rapport.rapportjaar,
            dias=self._dias(planned.deck, huisstijl),
            notas=tuple(notas),
            opvolging=sources.verloop.opvolging.get(rapport.rapportjaar),
            verhouding=huisstijl.width / huisstijl.height,
            findings=in_order((*found, *sources.told(findings))),
        )

    def _dias(self, deck: Deck, huisstijl: Huisstijl) -> tuple[ShownSlide, ...]:
        """Draw the slides as they stand in the pdf; one that is what it was is not drawn again."""
        before = self.drawn if self.huisstijl is huisstijl else []
        same = [now == old for now, (old, _) in zip(deck.slides, before, strict=False)]
        kept = {n: before[n][1] for n, is_same in enumerate(same) if is_same}
        fresh = [n for n in range(len(deck.slides)) if n not in kept]
        kept |= zip(fresh, make_svgs(deck, huisstijl, fresh), strict=True)
        self.drawn = [(slide, kept[n]) for n, slide in enumerate(deck.slides)]
        self.huisstijl = huisstijl
        self.album.renew()
        return tuple(
            ShownSlide(
                titel=slide.title,
                sectie=slide.section,
                tekening=self.album.add(drawing),
                woorden=words_of(slide),
                notities=slide.notes,
            )
            for slide, drawing in self.drawn
        )
