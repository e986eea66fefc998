"""A year as it is now, ready to be shown: the slides, the nota, the findings, the opvolging."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise

from voortgang.checks import check
from voortgang.content.context import build_context
from voortgang.content.template.render import render
from voortgang.findings import Finding, FindingsError, Severity, in_order
from voortgang.model import Rapport, Reading, read_all
from voortgang.nota import Properties, make_html
from voortgang.office.measure import Measure
from voortgang.opvolging.follow_up import Opvolging, follow_up
from voortgang.presentatie import Settings
from voortgang.presentatie.plan.deck import plan_deck
from voortgang.presentatie.slides import Deck, Slide
from voortgang.preview.decor import Huis, read_huis
from voortgang.preview.dia import draw_slide
from voortgang.preview.doek import Album, Doek
from voortgang.preview.woorden import words_of
from voortgang.source import Templates, Workspace, paused_gc, read_picture


@dataclass(frozen=True, slots=True)
class Dia:
    """A slide as it is shown: its drawing (SVG), its words (HTML), its speaker notes."""

    titel: str
    sectie: str | None
    tekening: str
    woorden: str
    notities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nota:
    """The nota as a page; `orgaan` is the body it is for, where there is one."""

    orgaan: str | None
    pagina: bytes


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page shows of one good build."""

    titel: str
    bestuur: str
    jaar: int
    dias: tuple[Dia, ...]
    notas: tuple[Nota, ...]
    opvolging: Opvolging | None
    verhouding: float  # of the slides: width by height
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Studio:
    """Builds views of one year; keeps from one to the next what does not change."""

    workspace: Workspace
    year: int
    measure: Measure = field(default_factory=Measure)
    drawn: list[tuple[Slide, Dia]] = field(default_factory=list)
    huis: Huis | None = None
    album: Album = field(default_factory=Album)

    def build(self) -> View:
        """Read everything anew and build; raises FindingsError on an error, and Obstacle."""
        with paused_gc():
            return self._build()

    def _build(self) -> View:
        readings = read_all(self.workspace)
        findings = check(readings, [self.year]) if self.year in readings else ()
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise FindingsError(findings)
        rapport = _rapport(self.workspace, readings, self.year)
        earlier = _earlier(readings, self.year)
        try:
            return self._made(rapport, earlier, findings)
        except FindingsError as error:
            raise FindingsError((*findings, *error.findings)) from error

    def _made(
        self, rapport: Rapport, earlier: Mapping[int, Rapport], findings: tuple[Finding, ...]
    ) -> View:
        templates = Templates(self.workspace.root)
        text = render(templates.find("presentatie.md.j2"), build_context(rapport, earlier))
        template = templates.find("presentatie.pptx")
        huis = read_huis(template.bytes(), template.file)
        picture = partial(read_picture, self.workspace.root)
        settings = Settings.of(rapport, text, picture)
        planned = plan_deck(text.blocks, text.cijfers, huis.huisstijl, settings)
        found = [*findings, *text.findings, *huis.findings, *planned.findings]
        notas = []
        for orgaan in rapport.nota.organen or (None,):
            nota, more = _nota(rapport, earlier, templates, orgaan, picture)
            notas.append(nota)
            found += more
        return View(
            titel=rapport.volledige_titel,
            bestuur=rapport.bestuur,
            jaar=rapport.rapportjaar,
            dias=self._dias(planned.deck, huis),
            notas=tuple(notas),
            opvolging=_opvolging(rapport, earlier),
            verhouding=huis.huisstijl.width / huis.huisstijl.height,
            findings=in_order(found),
        )

    def _dias(self, deck: Deck, huis: Huis) -> tuple[Dia, ...]:
        """Draw the slides; one that is what it was is not drawn again."""
        before = self.drawn if self.huis is huis else []
        now = []
        for number, slide in enumerate(deck.slides):
            same = number < len(before) and before[number][0] == slide
            now.append(before[number] if same else (slide, self._dia(slide, number + 1, huis)))
        self.drawn, self.huis = now, huis
        return tuple(dia for _, dia in now)

    def _dia(self, slide: Slide, number: int, huis: Huis) -> Dia:
        style = huis.huisstijl
        doek = Doek(
            style, style.layouts[slide.layout], huis.decors[slide.layout], self.measure, self.album
        )
        return Dia(
            titel=slide.title,
            sectie=slide.section,
            tekening=draw_slide(doek, slide, number),
            woorden=words_of(slide),
            notities=slide.notes,
        )


def _rapport(workspace: Workspace, readings: Mapping[int, Reading], year: int) -> Rapport:
    reading = readings.get(year) or read_all(workspace, [year])[year]  # says that it is gone
    if reading.rapport is None:
        raise FindingsError(reading.findings)
    return reading.rapport


def _earlier(readings: Mapping[int, Reading], year: int) -> dict[int, Rapport]:
    return {
        each: reading.rapport
        for each, reading in readings.items()
        if each < year and reading.rapport is not None
    }


def _nota(
    rapport: Rapport,
    earlier: Mapping[int, Rapport],
    templates: Templates,
    orgaan: str | None,
    picture: Callable[[str], bytes],
) -> tuple[Nota, tuple[Finding, ...]]:
    text = render(templates.find("nota.md.j2"), build_context(rapport, earlier, orgaan))
    day = rapport.datum
    date = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    properties = Properties.of(rapport, text, orgaan=orgaan, date=date, picture=picture)
    made = make_html(text.blocks, text.cijfers, templates.find("nota.html.j2"), properties)
    return Nota(orgaan, made.content), (*text.findings, *made.findings)


def _opvolging(rapport: Rapport, earlier: Mapping[int, Rapport]) -> Opvolging | None:
    rapporten = [*(earlier[year] for year in sorted(earlier)), rapport]
    return follow_up(*list(pairwise(rapporten))[-1]) if earlier else None
