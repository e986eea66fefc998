"""From the report of a year to its documents: which there are, and what makes each of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from voortgang.findings import Finding
from voortgang.model import Rapport, slug
from voortgang.source import Templates

if TYPE_CHECKING:
    from voortgang import nota
    from voortgang.content.blocks import Blocks
    from voortgang.content.cijfers.cijfer import Cijfer
    from voortgang.content.cijfers.verloop import Verloop
    from voortgang.content.template.render import Rendered
    from voortgang.nota.pdf.process import Process
    from voortgang.source.templates import Template

    Maker = Callable[[Blocks, Mapping[str, Cijfer], Template, nota.Properties], nota.Made]

FORMATS = ("pptx", "docx", "html", "pdf", "md")
USUAL = ("pptx", "docx", "html", "pdf")


@dataclass(frozen=True, slots=True)
class YearDocuments:
    """The files of one year, by name, and what was found while making them."""

    year: int
    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    acties: int


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, and what was found while making it."""

    content: bytes
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for."""

    years: tuple[int, ...]
    output: Path
    formats: tuple[str, ...]
    strict: bool


@dataclass(frozen=True, slots=True)
class Built:
    """What came of it: the documents of each year, where they stand, all that was found."""

    documents: tuple[YearDocuments, ...]
    paths: Mapping[Path, bytes]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """What the documents of a year are made from.

    `earlier` are the reports of earlier years, `verloop` is what the years tell of each other;
    `moment` is the date that the files carry,
    `picture` reads a picture of the workspace, and `typst` makes the pdf, where one is asked for.
    """

    rapport: Rapport
    earlier: Mapping[int, Rapport]
    verloop: "Verloop"
    templates: Templates
    moment: datetime | None
    picture: Callable[[str], bytes]
    typst: "Process | None" = None


def moment_of(rapport: Rapport, epoch: str | None) -> datetime | None:
    """Give the date that files carry: SOURCE_DATE_EPOCH, else the report's own, else none."""
    if epoch and epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC)
    if rapport.datum:
        return datetime(rapport.datum.year, rapport.datum.month, rapport.datum.day, tzinfo=UTC)
    return None


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be made: how it is called, and what makes it."""

    name: str
    make: Callable[[], Made]


def begin_notas(sources: Sources, formats: Sequence[str]) -> tuple[Job, ...]:
    """Fill in the texts of a year's notas, and let their pdfs be made beside all the rest.

    Raises FindingsError where a template is wrong.
    """
    return tuple(_notas(sources, formats))


def make_documents(
    sources: Sources, formats: Sequence[str], notas: Sequence[Job], tell: Callable[[str], None]
) -> YearDocuments:
    """Make every document of a year in memory; raise FindingsError where a template is wrong.

    `notas` were begun before; `tell` hears the name of each file before it is waited for.
    """
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    for job in (*_presentatie(sources, formats), *notas):
        tell(job.name)
        made = job.make()
        files[job.name] = made.content
        findings.extend(made.findings)
    acties = len({actie.id for _, _, _, actie in sources.rapport.acties()})
    year = sources.rapport.rapportjaar
    return YearDocuments(year, files, tuple(dict.fromkeys(findings)), acties)


def _presentatie(sources: Sources, formats: Sequence[str]) -> Iterator[Job]:
    if not {"pptx", "md"} & set(formats):
        return
    from voortgang.content.context import build_context
    from voortgang.content.template.render import render

    rapport = sources.rapport
    stem = f"presentatie-{rapport.rapportjaar}"
    context = build_context(rapport, sources.earlier, verloop=sources.verloop)
    text = render(sources.templates.find("presentatie.md.j2"), context)
    if "pptx" in formats:
        yield Job(f"{stem}.pptx", partial(_deck, sources, text))
    if "md" in formats:
        yield Job(f"{stem}.md", partial(_text, text))


def _deck(sources: Sources, text: "Rendered") -> Made:
    from voortgang.presentatie import Settings, make_deck

    settings = Settings.of(sources.rapport, text, sources.picture)
    template = sources.templates.find("presentatie.pptx")
    made = make_deck(text.blocks, text.cijfers, template, settings, sources.moment)
    return Made(made.content, (*text.findings, *made.findings))


def _notas(sources: Sources, formats: Sequence[str]) -> Iterator[Job]:
    if not {"docx", "html", "pdf", "md"} & set(formats):
        return
    for orgaan in sources.rapport.nota.organen or (None,):
        yield from _nota(sources, orgaan, formats)


def _nota(sources: Sources, orgaan: str | None, formats: Sequence[str]) -> Iterator[Job]:
    from voortgang import nota
    from voortgang.content.context import build_context
    from voortgang.content.template.render import render

    rapport = sources.rapport
    stem = f"nota-{rapport.rapportjaar}" + (f"-{slug(orgaan)}" if orgaan else "")
    context = build_context(rapport, sources.earlier, orgaan, sources.verloop)
    text = render(sources.templates.find("nota.md.j2"), context)
    properties = nota.Properties.of(
        rapport, text, orgaan=orgaan, date=sources.moment, picture=sources.picture
    )

    def made(make: "Maker", template: str) -> Made:
        found = sources.templates.find(template)
        return _with(text, make(text.blocks, text.cijfers, found, properties))

    if "docx" in formats:
        yield Job(f"{stem}.docx", partial(made, nota.make_docx, "nota.docx"))
    if "html" in formats:
        yield Job(f"{stem}.html", partial(made, nota.make_html, "nota.html.j2"))
    if sources.typst:
        page = sources.templates.find("nota.typ.j2")
        finish = nota.begin_pdf(text.blocks, text.cijfers, page, properties, sources.typst)
        yield Job(f"{stem}.pdf", lambda: _with(text, finish()))
    if "md" in formats:
        yield Job(f"{stem}.md", partial(_text, text))


def _with(text: "Rendered", made: "nota.Made") -> Made:
    return Made(made.content, (*text.findings, *made.findings))


def _text(text: "Rendered") -> Made:
    return Made(text.markdown.encode(), text.findings)
